import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { MailListItem, MailView, Page, Saved } from '@insyn/api-schema';
import {
  MailListItemResponse,
  MailListQuery,
  MailResponse,
  PageOf,
  SavedResponse,
  VersionRequest,
} from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { MailsQueries } from './mails.queries.js';
import { MailsService } from './mails.service.js';

@ApiTags('mails')
@Controller('mails')
export class MailsController {
  public constructor(
    private readonly mails: MailsService,
    private readonly queries: MailsQueries,
  ) {}

  @Get()
  @Allow('mail.read')
  @ApiOkResponse({ type: PageOf(MailListItemResponse) })
  public list(@CurrentUser() user: StaffUser, @Query() query: MailListQuery): Promise<Page<MailListItem>> {
    return this.queries.list(user, query);
  }

  @Get(':id')
  @Allow('mail.read')
  @ApiOkResponse({ type: MailResponse })
  public detail(@CurrentUser() user: StaffUser, @Param('id', ParseUUIDPipe) id: string): Promise<MailView> {
    return this.queries.detail(user, id);
  }

  @Post(':id/resend')
  @HttpCode(200)
  @Idempotent()
  @Allow('follow-up.write')
  @ApiOkResponse({ type: SavedResponse })
  public resend(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: VersionRequest,
  ): Promise<Saved> {
    return this.mails.resend(user, id, body.version);
  }
}
