import { Body, Controller, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Saved } from '@insyn/api-schema';
import { AddUnitRequest, ChangeUnitRequest, SavedResponse } from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { UnitsService } from './units.service.js';

@ApiTags('providers')
@Controller()
export class UnitsController {
  public constructor(private readonly units: UnitsService) {}

  @Post('providers/:id/units')
  @Allow('provider.write')
  @Idempotent()
  @ApiCreatedResponse({ type: SavedResponse })
  public add(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) providerId: string,
    @Body() body: AddUnitRequest,
  ): Promise<Saved> {
    return this.units.add(user, providerId, body);
  }

  @Patch('units/:id')
  @Allow('provider.write')
  @ApiOkResponse({ type: SavedResponse })
  public change(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeUnitRequest,
  ): Promise<Saved> {
    return this.units.change(user, id, body);
  }
}
