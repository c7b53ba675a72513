import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
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
import type { PortalSanctionView, SanctionFileView, Saved } from '@insyn/api-schema';
import {
  DisputeSanctionRequest,
  PortalSanctionResponse,
  SanctionFileResponse,
  SavedResponse,
} from '@insyn/api-schema/server';
import type { FastifyRequest } from 'fastify';
import { FileStore } from '../files/file-store.js';
import { sentFile } from '../files/stored-file.js';
import { Allow } from '../http/allow.js';
import { CurrentProvider, type ProviderUser } from '../http/current-user.js';
import { BINARY, FILE_BODY } from '../http/file-schemas.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { PortalSanctionsService } from './portal-sanctions.service.js';

@ApiTags('portal')
@Controller('portal')
export class PortalSanctionsController {
  public constructor(
    private readonly sanctions: PortalSanctionsService,
    private readonly files: FileStore,
  ) {}

  @Get('sanctions/:id')
  @Allow('portal.read')
  @ApiOkResponse({ type: PortalSanctionResponse })
  public view(
    @CurrentProvider() provider: ProviderUser,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PortalSanctionView> {
    return this.sanctions.view(provider, id);
  }

  @Post('sanctions/:id/read')
  @HttpCode(200)
  @Allow('portal.write')
  @ApiOkResponse({ type: SavedResponse })
  public read(@CurrentProvider() provider: ProviderUser, @Param('id', ParseUUIDPipe) id: string): Promise<Saved> {
    return this.sanctions.read(provider, id);
  }

  @Post('sanctions/:id/dispute')
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

  @Post('sanctions/:id/files')
  @Allow('portal.write')
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE_BODY)
  @ApiCreatedResponse({ type: SanctionFileResponse })
  public addFile(
    @CurrentProvider() provider: ProviderUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<SanctionFileView> {
    return this.sanctions.addFile(provider, id, request);
  }

  @Get('sanction-files/:id')
  @Allow('portal.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: BINARY })
  public async file(
    @CurrentProvider() provider: ProviderUser,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return sentFile(this.files, await this.sanctions.file(provider, id));
  }

  @Delete('sanction-files/:id')
  @HttpCode(204)
  @Allow('portal.write')
  @ApiNoContentResponse()
  public removeFile(@CurrentProvider() provider: ProviderUser, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.sanctions.removeFile(provider, id);
  }
}
