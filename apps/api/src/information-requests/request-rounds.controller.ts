import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Page, RoundListItem, RoundView, SentRound } from '@insyn/api-schema';
import {
  PageOf,
  RoundListItemResponse,
  RoundListQuery,
  RoundResponse,
  SendRoundRequest,
  SentRoundResponse,
} from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { InformationRequestsQueries } from './information-requests.queries.js';
import { RequestSendingService } from './request-sending.service.js';

@ApiTags('information-requests')
@Controller('request-rounds')
export class RequestRoundsController {
  public constructor(
    private readonly queries: InformationRequestsQueries,
    private readonly sending: RequestSendingService,
  ) {}

  @Get()
  @Allow('follow-up.read')
  @ApiOkResponse({ type: PageOf(RoundListItemResponse) })
  public list(@CurrentUser() user: StaffUser, @Query() query: RoundListQuery): Promise<Page<RoundListItem>> {
    return this.queries.rounds(user, query.after);
  }

  @Get(':id')
  @Allow('follow-up.read')
  @ApiOkResponse({ type: RoundResponse })
  public view(@CurrentUser() user: StaffUser, @Param('id', ParseUUIDPipe) id: string): Promise<RoundView> {
    return this.queries.round(user, id);
  }

  @Post()
  @Allow('follow-up.write')
  @Idempotent()
  @ApiCreatedResponse({ type: SentRoundResponse })
  public send(@CurrentUser() user: StaffUser, @Body() body: SendRoundRequest): Promise<SentRound> {
    return this.sending.sendRound(user, body);
  }
}
