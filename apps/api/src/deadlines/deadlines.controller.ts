import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { DeadlineItem, Page, Saved } from '@insyn/api-schema';
import {
  DeadlineItemResponse,
  DeadlineListQuery,
  MoveDeadlineRequest,
  PageOf,
  RebaseDeadlineRequest,
  SavedResponse,
} from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { DeadlineMovesService } from './deadline-moves.service.js';
import { DeadlinesQueries } from './deadlines.queries.js';

@ApiTags('deadlines')
@Controller('deadlines')
export class DeadlinesController {
  public constructor(
    private readonly moves: DeadlineMovesService,
    private readonly queries: DeadlinesQueries,
  ) {}

  @Get()
  @Allow('follow-up.read')
  @ApiOkResponse({ type: PageOf(DeadlineItemResponse) })
  public list(@CurrentUser() user: StaffUser, @Query() query: DeadlineListQuery): Promise<Page<DeadlineItem>> {
    return this.queries.list(user, query);
  }

  @Post(':id/move')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public move(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MoveDeadlineRequest,
  ): Promise<Saved> {
    return this.moves.move(user, id, body);
  }

  @Post(':id/rebase')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public rebase(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RebaseDeadlineRequest,
  ): Promise<Saved> {
    return this.moves.rebase(user, id, body);
  }
}
