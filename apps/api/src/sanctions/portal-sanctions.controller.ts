import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { PortalSanctionView, Saved } from '@insyn/api-schema';
import { DisputeSanctionRequest, PortalSanctionResponse, SavedResponse } from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentProvider, type ProviderUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { PortalSanctionsService } from './portal-sanctions.service.js';

@ApiTags('portal')
@Controller('portal/sanctions')
export class PortalSanctionsController {
  public constructor(private readonly sanctions: PortalSanctionsService) {}

  @Get(':id')
  @Allow('portal.read')
  @ApiOkResponse({ type: PortalSanctionResponse })
  public view(
    @CurrentProvider() provider: ProviderUser,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PortalSanctionView> {
    return this.sanctions.view(provider, id);
  }

  @Post(':id/read')
  @HttpCode(200)
  @Allow('portal.write')
  @ApiOkResponse({ type: SavedResponse })
  public read(@CurrentProvider() provider: ProviderUser, @Param('id', ParseUUIDPipe) id: string): Promise<Saved> {
    return this.sanctions.read(provider, id);
  }

  @Post(':id/dispute')
  @HttpCode(200)
  @Allow('portal.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public dispute(
    @CurrentProvider() provider: ProviderUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DisputeSanctionRequest,
  ): Promise<Saved> {
    return this.sanctions.dispute(provider, id, body.text);
  }
}
