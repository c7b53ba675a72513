import {
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { AnswerFileView, AnswerImportResult } from '@insyn/api-schema';
import { AnswerFileResponse, AnswerImportResponse, AnswerTemplateQuery } from '@insyn/api-schema/server';
import type { FastifyRequest } from 'fastify';
import { FileStore } from '../files/file-store.js';
import { downloadHeaders, sentFile } from '../files/stored-file.js';
import { Allow } from '../http/allow.js';
import { CurrentProvider, type ProviderUser } from '../http/current-user.js';
import { BINARY, FILE_BODY } from '../http/file-schemas.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { PortalFilesService } from './portal-files.service.js';

const PLACED_FILE_BODY = {
  schema: {
    type: 'object',
    required: ['file'],
    properties: { file: BINARY, questionId: { type: 'string' }, wantedDocumentId: { type: 'string' } },
  },
};

@ApiTags('portal')
@Controller('portal')
export class PortalFilesController {
  public constructor(
    private readonly portalFiles: PortalFilesService,
    private readonly files: FileStore,
  ) {}

  @Post('requests/:id/files')
  @Allow('portal.write')
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiBody(PLACED_FILE_BODY)
  @ApiCreatedResponse({ type: AnswerFileResponse })
  public add(
    @CurrentProvider() provider: ProviderUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<AnswerFileView> {
    return this.portalFiles.add(provider, id, request);
  }

  @Delete('answer-files/:id')
  @HttpCode(204)
  @Allow('portal.write')
  @ApiNoContentResponse()
  public remove(@CurrentProvider() provider: ProviderUser, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.portalFiles.remove(provider, id);
  }

  @Get('answer-files/:id')
  @Allow('portal.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: BINARY })
  public async file(
    @CurrentProvider() provider: ProviderUser,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return sentFile(this.files, await this.portalFiles.find(provider, id));
  }

  @Get('documents/:id')
  @Allow('portal.read')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: BINARY })
  public async document(
    @CurrentProvider() provider: ProviderUser,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return sentFile(this.files, await this.portalFiles.document(provider, id));
  }

  @Get('requests/:id/template')
  @Allow('portal.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: BINARY })
  public async template(
    @CurrentProvider() provider: ProviderUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { format }: AnswerTemplateQuery,
  ): Promise<StreamableFile> {
    const file = await this.portalFiles.template(provider, id, format);
    return new StreamableFile(file.bytes, { ...downloadHeaders(file), length: file.bytes.length });
  }

  @Post('requests/:id/import')
  @HttpCode(200)
  @Allow('portal.write')
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE_BODY)
  @ApiOkResponse({ type: AnswerImportResponse })
  public import(
    @CurrentProvider() provider: ProviderUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<AnswerImportResult> {
    return this.portalFiles.import(provider, id, request);
  }
}
