import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Saved } from '@insyn/api-schema';
import { AddFigureRequest, ChangeFigureRequest, SavedResponse, VersionQuery } from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { FiguresService } from './figures.service.js';

@ApiTags('figures')
@Controller()
export class FiguresController {
  public constructor(private readonly figures: FiguresService) {}

  @Post('follow-ups/:id/figures')
  @Allow('follow-up.write')
  @Idempotent()
  @ApiCreatedResponse({ type: SavedResponse })
  public add(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) followUpId: string,
    @Body() body: AddFigureRequest,
  ): Promise<Saved> {
    return this.figures.add(user, followUpId, body);
  }

  @Patch('figures/:id')
  @Allow('follow-up.write')
  @ApiOkResponse({ type: SavedResponse })
  public change(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeFigureRequest,
  ): Promise<Saved> {
    return this.figures.change(user, id, body);
  }

  @Delete('figures/:id')
  @HttpCode(204)
  @Allow('follow-up.write')
  @ApiNoContentResponse()
  public remove(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: VersionQuery,
  ): Promise<void> {
    return this.figures.remove(user, id, query.version);
  }
}
