import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { LexSarahRecipients, Page, Saved, SignalTimeline, SignalView } from '@insyn/api-schema';
import {
  AddSignalRequest,
  AttachSignalRequest,
  ChangeSignalRequest,
  HandleSignalRequest,
  LexSarahRecipientsRequest,
  LexSarahRecipientsResponse,
  SavedResponse,
  SignalListQuery,
  SignalPageResponse,
  SignalTimelineResponse,
} from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { LexSarahService } from './lex-sarah.service.js';
import { SignalsQueries } from './signals.queries.js';
import { SignalsService } from './signals.service.js';

@ApiTags('signals')
@Controller()
export class SignalsController {
  public constructor(
    private readonly signals: SignalsService,
    private readonly queries: SignalsQueries,
    private readonly lexSarah: LexSarahService,
  ) {}

  @Get('units/:id/signals')
  @Allow('signal.read')
  @ApiOkResponse({ type: SignalTimelineResponse })
  public timeline(@CurrentUser() user: StaffUser, @Param('id', ParseUUIDPipe) unitId: string): Promise<SignalTimeline> {
    return this.queries.timeline(user, unitId);
  }

  @Get('signals')
  @Allow('signal.read')
  @ApiOkResponse({ type: SignalPageResponse })
  public list(@CurrentUser() user: StaffUser, @Query() query: SignalListQuery): Promise<Page<SignalView>> {
    return this.queries.list(user, query);
  }

  @Post('units/:id/signals')
  @Allow('signal.write')
  @Idempotent()
  @ApiCreatedResponse({ type: SavedResponse })
  public add(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) unitId: string,
    @Body() body: AddSignalRequest,
  ): Promise<Saved> {
    return this.signals.add(user, unitId, body);
  }

  @Patch('signals/:id')
  @Allow('signal.write')
  @ApiOkResponse({ type: SavedResponse })
  public change(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeSignalRequest,
  ): Promise<Saved> {
    return this.signals.change(user, id, body);
  }

  @Post('signals/:id/handle')
  @HttpCode(200)
  @Allow('signal.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public handle(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: HandleSignalRequest,
  ): Promise<Saved> {
    return this.signals.handle(user, id, body);
  }

  @Post('signals/:id/attach')
  @HttpCode(200)
  @Allow('signal.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public attach(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AttachSignalRequest,
  ): Promise<Saved> {
    return this.signals.attach(user, id, body);
  }

  @Get('lex-sarah-recipients')
  @Allow('signal.read')
  @ApiOkResponse({ type: [LexSarahRecipientsResponse] })
  public recipients(@CurrentUser() user: StaffUser): Promise<LexSarahRecipients[]> {
    return this.queries.recipients(user);
  }

  @Put('committees/:id/lex-sarah-recipients')
  @HttpCode(204)
  @Allow('follow-up.decide')
  @ApiNoContentResponse()
  public nameRecipients(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) committeeId: string,
    @Body() body: LexSarahRecipientsRequest,
  ): Promise<void> {
    return this.lexSarah.nameRecipients(user, committeeId, body);
  }
}
