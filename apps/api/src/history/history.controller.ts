import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FollowUpView, HistoryItem, Page } from '@insyn/api-schema';
import { AsOfQuery, FollowUpResponse, HistoryItemResponse, HistoryQuery, PageOf } from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { HistoryQueries } from './history.queries.js';

@ApiTags('history')
@Controller('follow-ups/:id')
export class HistoryController {
  public constructor(private readonly queries: HistoryQueries) {}

  @Get('history')
  @Allow('follow-up.read')
  @ApiOkResponse({ type: PageOf(HistoryItemResponse) })
  public history(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: HistoryQuery,
  ): Promise<Page<HistoryItem>> {
    return this.queries.history(user, id, query);
  }

  @Get('as-of')
  @Allow('follow-up.read')
  @ApiOkResponse({ type: FollowUpResponse })
  public asOf(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { on }: AsOfQuery,
  ): Promise<FollowUpView> {
    return this.queries.asOf(user, id, on);
  }
}
