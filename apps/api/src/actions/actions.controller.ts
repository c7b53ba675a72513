import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Saved } from '@insyn/api-schema';
import { AddActionRequest, ChangeActionRequest, SavedResponse, VersionQuery } from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { ActionsService } from './actions.service.js';

@ApiTags('actions')
@Controller()
export class ActionsController {
  public constructor(private readonly actions: ActionsService) {}

  @Post('follow-ups/:id/actions')
  @Allow('follow-up.write')
  @Idempotent()
  @ApiCreatedResponse({ type: SavedResponse })
  public add(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) followUpId: string,
    @Body() body: AddActionRequest,
  ): Promise<Saved> {
    return this.actions.add(user, followUpId, body);
  }

  @Patch('actions/:id')
  @Allow('follow-up.write')
  @ApiOkResponse({ type: SavedResponse })
  public change(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeActionRequest,
  ): Promise<Saved> {
    return this.actions.change(user, id, body);
  }

  @Delete('actions/:id')
  @HttpCode(204)
  @Allow('follow-up.write')
  @ApiNoContentResponse()
  public remove(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: VersionQuery,
  ): Promise<void> {
    return this.actions.remove(user, id, query.version);
  }
}
