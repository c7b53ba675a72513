import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Saved } from '@insyn/api-schema';
import { AddFindingRequest, ChangeFindingRequest, SavedResponse, VersionQuery } from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { FindingsService } from './findings.service.js';

@ApiTags('findings')
@Controller()
export class FindingsController {
  public constructor(private readonly findings: FindingsService) {}

  @Post('follow-ups/:id/findings')
  @Allow('follow-up.write')
  @Idempotent()
  @ApiCreatedResponse({ type: SavedResponse })
  public add(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) followUpId: string,
    @Body() body: AddFindingRequest,
  ): Promise<Saved> {
    return this.findings.add(user, followUpId, body);
  }

  @Patch('findings/:id')
  @Allow('follow-up.write')
  @ApiOkResponse({ type: SavedResponse })
  public change(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeFindingRequest,
  ): Promise<Saved> {
    return this.findings.change(user, id, body);
  }

  @Delete('findings/:id')
  @HttpCode(204)
  @Allow('follow-up.write')
  @ApiNoContentResponse()
  public remove(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: VersionQuery,
  ): Promise<void> {
    return this.findings.remove(user, id, query.version);
  }
}
