import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FollowUpListItem, FollowUpView, Page, Saved, TeamCandidate } from '@insyn/api-schema';
import {
  ChangeFollowUpRequest,
  FollowUpListItemResponse,
  FollowUpListQuery,
  FollowUpResponse,
  MoveFollowUpRequest,
  OpenFollowUpRequest,
  PageOf,
  SavedResponse,
  TeamCandidateResponse,
} from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { FollowUpOpeningService } from './follow-up-opening.service.js';
import { FollowUpsQueries } from './follow-ups.queries.js';
import { FollowUpsService } from './follow-ups.service.js';

@ApiTags('follow-ups')
@Controller()
export class FollowUpsController {
  public constructor(
    private readonly opening: FollowUpOpeningService,
    private readonly followUps: FollowUpsService,
    private readonly queries: FollowUpsQueries,
  ) {}

  @Get('follow-ups')
  @Allow('follow-up.read')
  @ApiOkResponse({ type: PageOf(FollowUpListItemResponse) })
  public list(@CurrentUser() user: StaffUser, @Query() query: FollowUpListQuery): Promise<Page<FollowUpListItem>> {
    return this.queries.list(user, query);
  }

  @Post('follow-ups')
  @Allow('follow-up.write')
  @Idempotent()
  @ApiCreatedResponse({ type: SavedResponse })
  public open(@CurrentUser() user: StaffUser, @Body() body: OpenFollowUpRequest): Promise<Saved> {
    return this.opening.open(user, body);
  }

  @Get('follow-ups/:id')
  @Allow('follow-up.read')
  @ApiOkResponse({ type: FollowUpResponse })
  public detail(@CurrentUser() user: StaffUser, @Param('id', ParseUUIDPipe) id: string): Promise<FollowUpView> {
    return this.queries.detail(user, id);
  }

  @Patch('follow-ups/:id')
  @Allow('follow-up.write')
  @ApiOkResponse({ type: SavedResponse })
  public change(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeFollowUpRequest,
  ): Promise<Saved> {
    return this.followUps.change(user, id, body);
  }

  @Get('team-candidates')
  @Allow('follow-up.write')
  @ApiOkResponse({ type: [TeamCandidateResponse] })
  public teamCandidates(@CurrentUser() user: StaffUser): Promise<TeamCandidate[]> {
    return this.queries.teamCandidates(user);
  }

  @Post('follow-ups/:id/start')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Idempotent()
  @ApiOkResponse({ type: FollowUpResponse })
  public start(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MoveFollowUpRequest,
  ): Promise<FollowUpView> {
    return this.followUps.move(user, id, 'start', body);
  }

  @Post('follow-ups/:id/assess')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Idempotent()
  @ApiOkResponse({ type: FollowUpResponse })
  public assess(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MoveFollowUpRequest,
  ): Promise<FollowUpView> {
    return this.followUps.move(user, id, 'assess', body);
  }

  @Post('follow-ups/:id/gather-more')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Idempotent()
  @ApiOkResponse({ type: FollowUpResponse })
  public gatherMore(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MoveFollowUpRequest,
  ): Promise<FollowUpView> {
    return this.followUps.move(user, id, 'gather-more', body);
  }

  @Post('follow-ups/:id/cancel')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Idempotent()
  @ApiOkResponse({ type: FollowUpResponse })
  public cancel(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MoveFollowUpRequest,
  ): Promise<FollowUpView> {
    return this.followUps.move(user, id, 'cancel', body);
  }

  @Post('follow-ups/:id/close')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Idempotent()
  @ApiOkResponse({ type: FollowUpResponse })
  public close(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MoveFollowUpRequest,
  ): Promise<FollowUpView> {
    return this.followUps.move(user, id, 'close', body);
  }
}
