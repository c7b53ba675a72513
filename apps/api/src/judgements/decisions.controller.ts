import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { DecisionBasis, FollowUpView, Saved } from '@insyn/api-schema';
import {
  AnswerCommentRequest,
  CommitteeDecisionRequest,
  DecisionBasisResponse,
  FollowUpResponse,
  HandOverRequest,
  OfficialLetterRequest,
  SavedResponse,
} from '@insyn/api-schema/server';
import { FollowUpsQueries } from '../follow-ups/follow-ups.queries.js';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { DecisionBasisQueries } from './decision-basis.queries.js';
import { DecisionsService } from './decisions.service.js';
import { ReturnCommentsService } from './return-comments.service.js';

@ApiTags('judgements')
@Controller('follow-ups/:id')
export class DecisionsController {
  public constructor(
    private readonly decisions: DecisionsService,
    private readonly returned: ReturnCommentsService,
    private readonly queries: DecisionBasisQueries,
    private readonly followUps: FollowUpsQueries,
  ) {}

  @Get('decision-basis')
  @Allow('follow-up.read')
  @ApiOkResponse({ type: DecisionBasisResponse })
  public basis(@CurrentUser() user: StaffUser, @Param('id', ParseUUIDPipe) id: string): Promise<DecisionBasis> {
    return this.queries.basis(user, id);
  }

  @Post('hand-over')
  @HttpCode(200)
  @Allow('follow-up.decide')
  @Idempotent()
  @ApiOkResponse({ type: FollowUpResponse })
  public async handOver(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: HandOverRequest,
  ): Promise<FollowUpView> {
    await this.decisions.handOver(user, id, body);
    return this.followUps.detail(user, id);
  }

  @Post('official-letter')
  @Allow('follow-up.decide')
  @Idempotent()
  @ApiCreatedResponse({ type: SavedResponse })
  public propose(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: OfficialLetterRequest,
  ): Promise<Saved> {
    return this.decisions.proposeToCommittee(user, id, body.proposal);
  }

  @Post('committee-decision')
  @Allow('follow-up.decide', 'delegation.write')
  @Idempotent()
  @ApiCreatedResponse({ type: SavedResponse })
  public registerDecision(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CommitteeDecisionRequest,
  ): Promise<Saved> {
    return this.decisions.registerDecision(user, id, body);
  }

  @Put('return-comments/:commentId/answer')
  @Allow('follow-up.write')
  @ApiOkResponse({ type: FollowUpResponse })
  public async answerComment(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('commentId', ParseUUIDPipe) commentId: string,
    @Body() body: AnswerCommentRequest,
  ): Promise<FollowUpView> {
    await this.returned.answer(user, id, commentId, body);
    return this.followUps.detail(user, id);
  }
}
