import { Body, Controller, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Saved } from '@insyn/api-schema';
import { AddObservationRequest, ChangeObservationRequest, SavedResponse } from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { ObservationsService } from './observations.service.js';

@ApiTags('evidence')
@Controller()
export class ObservationsController {
  public constructor(private readonly observations: ObservationsService) {}

  @Post('follow-ups/:id/observations')
  @Allow('follow-up.write')
  @Idempotent()
  @ApiCreatedResponse({ type: SavedResponse })
  public add(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) followUpId: string,
    @Body() body: AddObservationRequest,
  ): Promise<Saved> {
    return this.observations.add(user, followUpId, body);
  }

  @Patch('observations/:evidenceId')
  @Allow('follow-up.write')
  @ApiOkResponse({ type: SavedResponse })
  public change(
    @CurrentUser() user: StaffUser,
    @Param('evidenceId', ParseUUIDPipe) evidenceId: string,
    @Body() body: ChangeObservationRequest,
  ): Promise<Saved> {
    return this.observations.change(user, evidenceId, body);
  }
}
