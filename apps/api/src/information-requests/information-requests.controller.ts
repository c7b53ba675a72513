import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { RequestListItem, RequestOptions, RequestView, Saved } from '@insyn/api-schema';
import {
  RequestListItemResponse,
  RequestOptionsResponse,
  RequestResponse,
  SavedResponse,
  SendRequestRequest,
} from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { BINARY } from '../http/file-schemas.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { renderDocumentInWorker } from '../reports/render-in-worker.js';
import { InformationRequestsQueries } from './information-requests.queries.js';
import { RequestSendingService } from './request-sending.service.js';

@ApiTags('information-requests')
@Controller()
export class InformationRequestsController {
  public constructor(
    private readonly queries: InformationRequestsQueries,
    private readonly sending: RequestSendingService,
  ) {}

  @Get('follow-ups/:id/information-requests')
  @Allow('follow-up.read')
  @ApiOkResponse({ type: [RequestListItemResponse] })
  public list(@CurrentUser() user: StaffUser, @Param('id', ParseUUIDPipe) id: string): Promise<RequestListItem[]> {
    return this.queries.list(user, id);
  }

  @Get('follow-ups/:id/information-requests/options')
  @Allow('follow-up.read')
  @ApiOkResponse({ type: RequestOptionsResponse })
  public options(@CurrentUser() user: StaffUser, @Param('id', ParseUUIDPipe) id: string): Promise<RequestOptions> {
    return this.queries.options(user, id);
  }

  /** The letter as it would be sent; nothing is saved, so it may be asked for again. */
  @Post('follow-ups/:id/information-requests/preview')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Header('cache-control', 'private, no-store')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: BINARY })
  public async preview(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SendRequestRequest,
  ): Promise<StreamableFile> {
    const letter = await this.sending.draft(user, id, body);
    const fixedDate = new Date(`${letter.sentOn}T12:00:00Z`);
    const pdf = await renderDocumentInWorker('information-letter', letter, { fixedDate, draft: true });
    return new StreamableFile(pdf, { type: 'application/pdf', disposition: 'inline; filename="utkast.pdf"' });
  }

  @Post('follow-ups/:id/information-requests')
  @Allow('follow-up.write')
  @Idempotent()
  @ApiCreatedResponse({ type: SavedResponse })
  public send(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SendRequestRequest,
  ): Promise<Saved> {
    return this.sending.send(user, id, body);
  }

  @Get('information-requests/:id')
  @Allow('follow-up.read')
  @ApiOkResponse({ type: RequestResponse })
  public view(@CurrentUser() user: StaffUser, @Param('id', ParseUUIDPipe) id: string): Promise<RequestView> {
    return this.queries.view(user, id);
  }
}
