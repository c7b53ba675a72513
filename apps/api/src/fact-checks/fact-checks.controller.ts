import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FactCheckOptions, FactCheckView, Saved } from '@insyn/api-schema';
import {
  AnswerRemarkRequest,
  ExtendFactCheckRequest,
  FactCheckOptionsResponse,
  FactCheckResponse,
  PreviewFactCheckRequest,
  SavedResponse,
  SendForFactCheckRequest,
  TakeBackRequest,
} from '@insyn/api-schema/server';
import { FileStore } from '../files/file-store.js';
import { sentFile } from '../files/stored-file.js';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { BINARY } from '../http/file-schemas.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { renderDocumentInWorker } from '../reports/render-in-worker.js';
import { FactCheckMovesService } from './fact-check-moves.service.js';
import { FactCheckSendingService } from './fact-check-sending.service.js';
import { FactChecksQueries } from './fact-checks.queries.js';

@ApiTags('fact-checks')
@Controller()
export class FactChecksController {
  public constructor(
    private readonly queries: FactChecksQueries,
    private readonly sending: FactCheckSendingService,
    private readonly moves: FactCheckMovesService,
    private readonly files: FileStore,
  ) {}

  @Get('follow-ups/:id/fact-checks')
  @Allow('follow-up.read')
  @ApiOkResponse({ type: [FactCheckResponse] })
  public list(@CurrentUser() user: StaffUser, @Param('id', ParseUUIDPipe) id: string): Promise<FactCheckView[]> {
    return this.queries.list(user, id);
  }

  @Get('follow-ups/:id/fact-checks/options')
  @Allow('follow-up.read')
  @ApiOkResponse({ type: FactCheckOptionsResponse })
  public options(@CurrentUser() user: StaffUser, @Param('id', ParseUUIDPipe) id: string): Promise<FactCheckOptions> {
    return this.sending.options(user, id);
  }

  /** The draft as it would be sent; nothing is saved, so it may be asked for again. */
  @Post('follow-ups/:id/fact-checks/preview')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Header('cache-control', 'private, no-store')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: BINARY })
  public async preview(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: PreviewFactCheckRequest,
  ): Promise<StreamableFile> {
    const draft = await this.sending.draft(user, id, body);
    const fixedDate = new Date(`${draft.sentOn}T12:00:00Z`);
    const pdf = await renderDocumentInWorker('fact-check-draft', draft, { fixedDate, draft: true });
    return new StreamableFile(pdf, { type: 'application/pdf', disposition: 'inline; filename="utkast.pdf"' });
  }

  @Post('follow-ups/:id/send-for-fact-check')
  @Allow('follow-up.write')
  @Idempotent()
  @ApiCreatedResponse({ type: SavedResponse })
  public send(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SendForFactCheckRequest,
  ): Promise<Saved> {
    return this.sending.send(user, id, body);
  }

  @Post('follow-ups/:id/take-back')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public takeBack(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: TakeBackRequest,
  ): Promise<Saved> {
    return this.moves.takeBack(user, id, body);
  }

  @Post('fact-checks/:id/extend')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public extend(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ExtendFactCheckRequest,
  ): Promise<Saved> {
    return this.moves.extend(user, id, body);
  }

  @Put('fact-check-remarks/:id/answer')
  @Allow('follow-up.write')
  @ApiOkResponse({ type: SavedResponse })
  public answer(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AnswerRemarkRequest,
  ): Promise<Saved> {
    return this.moves.answer(user, id, body);
  }

  @Get('fact-check-files/:id')
  @Allow('follow-up.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: BINARY })
  public async file(@CurrentUser() user: StaffUser, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    return sentFile(this.files, await this.queries.file(user, id));
  }
}
