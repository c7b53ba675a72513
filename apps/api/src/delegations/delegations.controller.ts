import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { DelegationDecisions, DelegationRegister, Saved } from '@insyn/api-schema';
import {
  DecisionSettingsRequest,
  DelegationDecisionsResponse,
  DelegationRegisterResponse,
  DelegationReportRequest,
  DelegationRequest,
  RevokeDelegationRequest,
  SavedResponse,
} from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { DelegationsQueries } from './delegations.queries.js';
import { DelegationsService } from './delegations.service.js';

@ApiTags('delegations')
@Controller()
export class DelegationsController {
  public constructor(
    private readonly delegations: DelegationsService,
    private readonly queries: DelegationsQueries,
  ) {}

  @Get('delegations')
  @Allow('delegation.read')
  @ApiOkResponse({ type: DelegationRegisterResponse })
  public register(@CurrentUser() user: StaffUser): Promise<DelegationRegister> {
    return this.queries.register(user);
  }

  @Post('delegations')
  @Allow('delegation.write')
  @Idempotent()
  @ApiCreatedResponse({ type: SavedResponse })
  public add(@CurrentUser() user: StaffUser, @Body() body: DelegationRequest): Promise<Saved> {
    return this.delegations.add(user, body);
  }

  @Post('delegations/:id/revoke')
  @HttpCode(200)
  @Allow('delegation.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public revoke(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RevokeDelegationRequest,
  ): Promise<Saved> {
    return this.delegations.revoke(user, id, body);
  }

  @Patch('committees/:id/decision-settings')
  @Allow('delegation.write')
  @ApiOkResponse({ type: SavedResponse })
  public changeSettings(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DecisionSettingsRequest,
  ): Promise<Saved> {
    return this.delegations.changeSettings(user, id, body);
  }

  @Get('committees/:id/delegation-decisions')
  @Allow('follow-up.read')
  @ApiOkResponse({ type: DelegationDecisionsResponse })
  public decisions(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<DelegationDecisions> {
    return this.queries.decisions(user, id);
  }

  @Post('committees/:id/delegation-reports')
  @Allow('delegation.write')
  @Idempotent()
  @ApiCreatedResponse({ type: SavedResponse })
  public report(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DelegationReportRequest,
  ): Promise<Saved> {
    return this.delegations.report(user, id, body);
  }
}
