import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Page, PublicationListItem, PublicationView, Saved } from '@insyn/api-schema';
import {
  PageOf,
  PublicationListItemResponse,
  PublicationListQuery,
  PublicationResponse,
  SavedResponse,
  SettleHitRequest,
  VersionRequest,
  WithdrawRequest,
} from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { PublicationScreenService } from './publication-screen.service.js';
import { PublicationsQueries } from './publications.queries.js';
import { PublicationsService } from './publications.service.js';

@ApiTags('publications')
@Controller()
export class PublicationsController {
  public constructor(
    private readonly publications: PublicationsService,
    private readonly screen: PublicationScreenService,
    private readonly queries: PublicationsQueries,
  ) {}

  @Get('publications')
  @Allow('publication.read')
  @ApiOkResponse({ type: PageOf(PublicationListItemResponse) })
  public list(
    @CurrentUser() user: StaffUser,
    @Query() query: PublicationListQuery,
  ): Promise<Page<PublicationListItem>> {
    return this.queries.list(user, query.state, query.after);
  }

  @Get('publications/:id')
  @Allow('publication.read')
  @ApiOkResponse({ type: PublicationResponse })
  public detail(@CurrentUser() user: StaffUser, @Param('id', ParseUUIDPipe) id: string): Promise<PublicationView> {
    return this.queries.detail(user, id);
  }

  @Post('publications/:id/screen')
  @HttpCode(200)
  @Idempotent()
  @Allow('publication.screen')
  @ApiOkResponse({ type: SavedResponse })
  public runScreen(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: VersionRequest,
  ): Promise<Saved> {
    return this.screen.screen(user, id, body.version);
  }

  @Patch('screen-hits/:id')
  @Allow('publication.screen')
  @ApiOkResponse({ type: SavedResponse })
  public settle(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SettleHitRequest,
  ): Promise<Saved> {
    return this.screen.settle(user, id, body);
  }

  @Post('publications/:id/approve')
  @HttpCode(200)
  @Idempotent()
  @Allow('publication.approve')
  @ApiOkResponse({ type: SavedResponse })
  public approve(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: VersionRequest,
  ): Promise<Saved> {
    return this.publications.approve(user, id, body.version);
  }

  @Post('publications/:id/publish')
  @HttpCode(200)
  @Idempotent()
  @Allow('publication.publish')
  @ApiOkResponse({ type: SavedResponse })
  public publish(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: VersionRequest,
  ): Promise<Saved> {
    return this.publications.publish(user, id, body.version);
  }

  @Post('publications/:id/withdraw')
  @HttpCode(200)
  @Idempotent()
  @Allow('publication.publish')
  @ApiOkResponse({ type: SavedResponse })
  public withdraw(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: WithdrawRequest,
  ): Promise<Saved> {
    return this.publications.withdraw(user, id, body.version, body.reason);
  }
}
