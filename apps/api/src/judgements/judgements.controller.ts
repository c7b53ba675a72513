import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FollowUpView, JudgementProposal } from '@insyn/api-schema';
import {
  ApproveRequest,
  ConflictDeclarationRequest,
  FollowUpResponse,
  JudgementProposalResponse,
  LiftConflictRequest,
  ReturnRequest,
  SubmitRequest,
} from '@insyn/api-schema/server';
import { FollowUpsQueries } from '../follow-ups/follow-ups.queries.js';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { ApprovalService } from './approval.service.js';
import { ConflictsService } from './conflicts.service.js';
import { JudgementsService } from './judgements.service.js';

@ApiTags('judgements')
@Controller('follow-ups/:id')
export class JudgementsController {
  public constructor(
    private readonly judgements: JudgementsService,
    private readonly approval: ApprovalService,
    private readonly conflicts: ConflictsService,
    private readonly followUps: FollowUpsQueries,
  ) {}

  @Get('judgement-proposal')
  @Allow('follow-up.read')
  @ApiOkResponse({ type: JudgementProposalResponse })
  public proposal(@CurrentUser() user: StaffUser, @Param('id', ParseUUIDPipe) id: string): Promise<JudgementProposal> {
    return this.judgements.proposal(user, id);
  }

  @Post('submit')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Idempotent()
  @ApiOkResponse({ type: FollowUpResponse })
  public async submit(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SubmitRequest,
  ): Promise<FollowUpView> {
    await this.judgements.submit(user, id, body);
    return this.followUps.detail(user, id);
  }

  @Post('conflict-declaration')
  @HttpCode(200)
  @Allow('follow-up.write', 'follow-up.decide')
  @Idempotent()
  @ApiOkResponse({ type: FollowUpResponse })
  public async declareConflict(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ConflictDeclarationRequest,
  ): Promise<FollowUpView> {
    await this.conflicts.declare(user, id, body.hasConflict, body.reason ?? '');
    return this.followUps.detail(user, id);
  }

  @Post('conflict-declarations/:accountId/lift')
  @HttpCode(200)
  @Allow('follow-up.decide')
  @Idempotent()
  @ApiOkResponse({ type: FollowUpResponse })
  public async liftConflict(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('accountId', ParseUUIDPipe) accountId: string,
    @Body() body: LiftConflictRequest,
  ): Promise<FollowUpView> {
    await this.conflicts.lift(user, id, accountId, body.reason);
    return this.followUps.detail(user, id);
  }

  @Post('approve')
  @HttpCode(200)
  @Allow('follow-up.decide')
  @Idempotent()
  @ApiOkResponse({ type: FollowUpResponse })
  public async approve(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ApproveRequest,
  ): Promise<FollowUpView> {
    await this.approval.approve(user, id, body);
    return this.followUps.detail(user, id);
  }

  @Post('return')
  @HttpCode(200)
  @Allow('follow-up.decide')
  @Idempotent()
  @ApiOkResponse({ type: FollowUpResponse })
  public async return(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReturnRequest,
  ): Promise<FollowUpView> {
    await this.approval.return(user, id, body);
    return this.followUps.detail(user, id);
  }
}
