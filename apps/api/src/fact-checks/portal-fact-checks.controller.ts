import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Req,
  type StreamableFile,
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
import type { FactCheckFileView, PortalFactCheckView, RemarkView, Saved } from '@insyn/api-schema';
import {
  FactCheckFileResponse,
  HandInFactCheckRequest,
  PortalFactCheckResponse,
  RemarkRequest,
  RemarkResponse,
  SavedResponse,
} from '@insyn/api-schema/server';
import type { FastifyRequest } from 'fastify';
import { FileStore } from '../files/file-store.js';
import { sentFile } from '../files/stored-file.js';
import { Allow } from '../http/allow.js';
import { CurrentProvider, type ProviderUser } from '../http/current-user.js';
import { BINARY } from '../http/file-schemas.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { PortalFactChecksService } from './portal-fact-checks.service.js';

const REMARK_FILE_BODY = {
  schema: {
    type: 'object',
    required: ['file', 'remarkId'],
    properties: { file: BINARY, remarkId: { type: 'string', format: 'uuid' } },
  },
};

@ApiTags('portal')
@Controller('portal')
export class PortalFactChecksController {
  public constructor(
    private readonly factChecks: PortalFactChecksService,
    private readonly files: FileStore,
  ) {}

  @Get('fact-checks/:id')
  @Allow('portal.read')
  @ApiOkResponse({ type: PortalFactCheckResponse })
  public view(
    @CurrentProvider() provider: ProviderUser,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PortalFactCheckView> {
    return this.factChecks.view(provider, id);
  }

  @Post('fact-checks/:id/read')
  @HttpCode(200)
  @Allow('portal.write')
  @ApiOkResponse({ type: SavedResponse })
  public read(@CurrentProvider() provider: ProviderUser, @Param('id', ParseUUIDPipe) id: string): Promise<Saved> {
    return this.factChecks.read(provider, id);
  }

  @Put('fact-checks/:id/remarks/:remarkId')
  @Allow('portal.write')
  @ApiOkResponse({ type: RemarkResponse })
  public saveRemark(
    @CurrentProvider() provider: ProviderUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('remarkId', ParseUUIDPipe) remarkId: string,
    @Body() body: RemarkRequest,
  ): Promise<RemarkView> {
    return this.factChecks.saveRemark(provider, id, remarkId, body);
  }

  @Delete('fact-checks/:id/remarks/:remarkId')
  @HttpCode(204)
  @Allow('portal.write')
  @ApiNoContentResponse()
  public removeRemark(
    @CurrentProvider() provider: ProviderUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('remarkId', ParseUUIDPipe) remarkId: string,
  ): Promise<void> {
    return this.factChecks.removeRemark(provider, id, remarkId);
  }

  @Post('fact-checks/:id/submit')
  @HttpCode(200)
  @Allow('portal.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public handIn(
    @CurrentProvider() provider: ProviderUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: HandInFactCheckRequest,
  ): Promise<Saved> {
    return this.factChecks.handIn(provider, id, body.noRemarks);
  }

  @Post('fact-checks/:id/files')
  @Allow('portal.write')
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiBody(REMARK_FILE_BODY)
  @ApiCreatedResponse({ type: FactCheckFileResponse })
  public addFile(
    @CurrentProvider() provider: ProviderUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<FactCheckFileView> {
    return this.factChecks.addFile(provider, id, request);
  }

  @Get('fact-check-files/:id')
  @Allow('portal.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: BINARY })
  public async file(
    @CurrentProvider() provider: ProviderUser,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return sentFile(this.files, await this.factChecks.file(provider, id));
  }

  @Delete('fact-check-files/:id')
  @HttpCode(204)
  @Allow('portal.write')
  @ApiNoContentResponse()
  public removeFile(@CurrentProvider() provider: ProviderUser, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.factChecks.removeFile(provider, id);
  }
}
