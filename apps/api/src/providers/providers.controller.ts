import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Page, ProviderListItem, ProviderView, Saved } from '@insyn/api-schema';
import {
  ChangeProviderNoteRequest,
  PageOf,
  ProviderListItemResponse,
  ProviderResponse,
  RegisterProviderRequest,
  SavedResponse,
  SearchQuery,
} from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { ProvidersQueries } from './providers.queries.js';
import { ProvidersService } from './providers.service.js';

@ApiTags('providers')
@Controller('providers')
export class ProvidersController {
  public constructor(
    private readonly providers: ProvidersService,
    private readonly queries: ProvidersQueries,
  ) {}

  @Get()
  @Allow('provider.read')
  @ApiOkResponse({ type: PageOf(ProviderListItemResponse) })
  public list(@CurrentUser() user: StaffUser, @Query() query: SearchQuery): Promise<Page<ProviderListItem>> {
    return this.queries.list(user, query);
  }

  @Post()
  @Allow('provider.write')
  @Idempotent()
  @ApiCreatedResponse({ type: SavedResponse })
  public register(@CurrentUser() user: StaffUser, @Body() body: RegisterProviderRequest): Promise<Saved> {
    return this.providers.register(user, body);
  }

  @Get(':id')
  @Allow('provider.read')
  @ApiOkResponse({ type: ProviderResponse })
  public view(@CurrentUser() user: StaffUser, @Param('id', ParseUUIDPipe) id: string): Promise<ProviderView> {
    return this.queries.view(user, id);
  }

  @Patch(':id')
  @Allow('provider.write')
  @ApiOkResponse({ type: SavedResponse })
  public changeNote(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeProviderNoteRequest,
  ): Promise<Saved> {
    return this.providers.changeNote(user, id, body);
  }
}
