import { Body, Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { ActionsProgressView, RecheckJudged, RecheckView } from '@insyn/api-schema';
import {
  ActionsProgressResponse,
  JudgeRecheckActionRequest,
  RecheckJudgedResponse,
  RecheckResponse,
} from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { RechecksQueries } from './rechecks.queries.js';
import { RechecksService } from './rechecks.service.js';

@ApiTags('rechecks')
@Controller()
export class RechecksController {
  public constructor(
    private readonly rechecks: RechecksService,
    private readonly queries: RechecksQueries,
  ) {}

  @Get('follow-ups/:id/recheck')
  @Allow('follow-up.read')
  @ApiOkResponse({ type: RecheckResponse })
  public recheck(@CurrentUser() user: StaffUser, @Param('id', ParseUUIDPipe) id: string): Promise<RecheckView> {
    return this.queries.recheck(user, id);
  }

  @Put('follow-ups/:id/recheck/actions/:actionId')
  @Allow('follow-up.write')
  @ApiOkResponse({ type: RecheckJudgedResponse })
  public judge(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('actionId', ParseUUIDPipe) actionId: string,
    @Body() body: JudgeRecheckActionRequest,
  ): Promise<RecheckJudged> {
    return this.rechecks.judge(user, id, actionId, body);
  }

  @Get('follow-ups/:id/actions-progress')
  @Allow('follow-up.read')
  @ApiOkResponse({ type: ActionsProgressResponse })
  public progress(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ActionsProgressView> {
    return this.queries.progress(user, id);
  }
}
