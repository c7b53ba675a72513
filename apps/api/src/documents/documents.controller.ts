import { Controller, Get, Param, ParseUUIDPipe, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../files/file-store.js';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { BINARY } from '../http/file-schemas.js';
import { DocumentsQueries } from './documents.queries.js';
import { sendDocument } from './send-document.js';

@ApiTags('documents')
@Controller('documents')
export class DocumentsController {
  public constructor(
    private readonly queries: DocumentsQueries,
    private readonly files: FileStore,
  ) {}

  @Get(':id')
  @Allow('follow-up.read')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: BINARY })
  public async download(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendDocument(reply, this.files, await this.queries.file(user, id));
  }
}
