import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { ReviewRedraw, Saved } from '@insyn/api-schema';
import {
  AddDocumentReviewRequest,
  ChangeEvidenceRequest,
  ChangeReviewedFileRequest,
  ReplaceReviewedFileRequest,
  ReviewRedrawResponse,
  SavedResponse,
} from '@insyn/api-schema/server';
import { EvidenceService } from '../evidence/evidence.service.js';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { DocumentReviewsService } from './document-reviews.service.js';
import { ReviewRedrawQueries } from './review-redraw.queries.js';

@ApiTags('evidence')
@Controller()
export class DocumentReviewsController {
  public constructor(
    private readonly reviews: DocumentReviewsService,
    private readonly evidence: EvidenceService,
    private readonly redraws: ReviewRedrawQueries,
  ) {}

  @Post('follow-ups/:id/document-reviews')
  @Allow('follow-up.write')
  @Idempotent()
  @ApiCreatedResponse({ type: SavedResponse })
  public add(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) followUpId: string,
    @Body() body: AddDocumentReviewRequest,
  ): Promise<Saved> {
    return this.reviews.add(user, followUpId, body);
  }

  @Get('document-reviews/:evidenceId/redraw')
  @Allow('follow-up.read')
  @ApiOkResponse({ type: ReviewRedrawResponse })
  public redraw(
    @CurrentUser() user: StaffUser,
    @Param('evidenceId', ParseUUIDPipe) evidenceId: string,
  ): Promise<ReviewRedraw> {
    return this.redraws.redraw(user, evidenceId);
  }

  @Patch('document-reviews/:evidenceId')
  @Allow('follow-up.write')
  @ApiOkResponse({ type: SavedResponse })
  public change(
    @CurrentUser() user: StaffUser,
    @Param('evidenceId', ParseUUIDPipe) evidenceId: string,
    @Body() body: ChangeEvidenceRequest,
  ): Promise<Saved> {
    return this.evidence.change(user, evidenceId, body, ['document-review']);
  }

  @Patch('reviewed-files/:id')
  @Allow('follow-up.write')
  @ApiOkResponse({ type: SavedResponse })
  public changeFile(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeReviewedFileRequest,
  ): Promise<Saved> {
    return this.reviews.changeFile(user, id, body);
  }

  @Post('document-reviews/:evidenceId/replacements')
  @Allow('follow-up.write')
  @Idempotent()
  @ApiCreatedResponse({ type: SavedResponse })
  public replaceFile(
    @CurrentUser() user: StaffUser,
    @Param('evidenceId', ParseUUIDPipe) evidenceId: string,
    @Body() body: ReplaceReviewedFileRequest,
  ): Promise<Saved> {
    return this.reviews.replaceFile(user, evidenceId, body);
  }
}
