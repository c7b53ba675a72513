import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { PortalPeopleView, Saved } from '@insyn/api-schema';
import {
  InviteColleagueRequest,
  PortalPeopleQuery,
  PortalPeopleResponse,
  ProviderOfPersonRequest,
  SavedResponse,
} from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentProvider, type ProviderUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { PortalPeopleService } from './portal-people.service.js';

@ApiTags('portal')
@Controller('portal')
export class PortalPeopleController {
  public constructor(private readonly people: PortalPeopleService) {}

  @Get('people')
  @Allow('portal.read')
  @ApiOkResponse({ type: PortalPeopleResponse })
  public view(
    @CurrentProvider() provider: ProviderUser,
    @Query() { providerId }: PortalPeopleQuery,
  ): Promise<PortalPeopleView> {
    return this.people.view(provider, providerId);
  }

  @Post('invitations')
  @Allow('portal.write')
  @Idempotent()
  @ApiCreatedResponse({ type: SavedResponse })
  public invite(@CurrentProvider() provider: ProviderUser, @Body() body: InviteColleagueRequest): Promise<Saved> {
    return this.people.invite(provider, body);
  }

  @Delete('invitations/:id')
  @HttpCode(204)
  @Allow('portal.write')
  @ApiNoContentResponse()
  public revoke(@CurrentProvider() provider: ProviderUser, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.people.revoke(provider, id);
  }

  @Delete('people/:accountId')
  @HttpCode(204)
  @Allow('portal.write')
  @ApiNoContentResponse()
  public remove(
    @CurrentProvider() provider: ProviderUser,
    @Param('accountId', ParseUUIDPipe) accountId: string,
    @Query() { providerId }: ProviderOfPersonRequest,
  ): Promise<void> {
    return this.people.remove(provider, providerId, accountId);
  }

  @Post('people/:accountId/primary')
  @HttpCode(200)
  @Allow('portal.write')
  @ApiOkResponse({ type: SavedResponse })
  public makePrimary(
    @CurrentProvider() provider: ProviderUser,
    @Param('accountId', ParseUUIDPipe) accountId: string,
    @Body() { providerId }: ProviderOfPersonRequest,
  ): Promise<Saved> {
    return this.people.makePrimary(provider, providerId, accountId);
  }
}
