import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { ClauseSaved } from '@insyn/api-schema';
import { AddClauseRequest, ChangeClauseRequest, ClauseSavedResponse, VersionQuery } from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { ClausesService } from './clauses.service.js';

@ApiTags('contracts')
@Controller()
export class ClausesController {
  public constructor(private readonly clauses: ClausesService) {}

  @Post('contracts/:id/clauses')
  @Allow('contract.write')
  @Idempotent()
  @ApiCreatedResponse({ type: ClauseSavedResponse })
  public add(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) contractId: string,
    @Body() body: AddClauseRequest,
  ): Promise<ClauseSaved> {
    return this.clauses.add(user, contractId, body);
  }

  @Patch('clauses/:id')
  @Allow('contract.write')
  @ApiOkResponse({ type: ClauseSavedResponse })
  public change(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeClauseRequest,
  ): Promise<ClauseSaved> {
    return this.clauses.change(user, id, body);
  }

  @Delete('clauses/:id')
  @HttpCode(204)
  @Allow('contract.write')
  @ApiNoContentResponse()
  public remove(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: VersionQuery,
  ): Promise<void> {
    return this.clauses.remove(user, id, query.version);
  }
}
