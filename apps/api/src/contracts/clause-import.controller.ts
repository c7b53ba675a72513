import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { ClauseImportPreview, ClausesImported } from '@insyn/api-schema';
import {
  ClauseImportPreviewResponse,
  ClausesImportedResponse,
  ImportClausesRequest,
  PreviewClausesRequest,
} from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { BINARY } from '../http/file-schemas.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { readClauseFile } from './clause-file.js';
import { ClauseImportService } from './clause-import.service.js';

/** A file of clauses has up to five million characters, more than other routes take. */
const LARGE_BODY = { bodyLimit: 6_000_000 };
const FILE_BODY = { schema: { type: 'object', properties: { file: BINARY } } };

@ApiTags('contracts')
@Controller('contracts/:id/clauses')
export class ClauseImportController {
  public constructor(private readonly imports: ClauseImportService) {}

  @Post('preview')
  @HttpCode(200)
  @Allow('contract.write')
  @RouteConfig(LARGE_BODY)
  @ApiOkResponse({ type: ClauseImportPreviewResponse })
  public preview(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) contractId: string,
    @Body() body: PreviewClausesRequest,
  ): Promise<ClauseImportPreview> {
    return this.imports.preview(user, contractId, body.csv, body.replace ?? false);
  }

  @Post('preview-file')
  @HttpCode(200)
  @Allow('contract.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE_BODY)
  @ApiOkResponse({ type: ClauseImportPreviewResponse })
  public async previewFile(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) contractId: string,
    @Req() request: FastifyRequest,
  ): Promise<ClauseImportPreview> {
    return this.imports.preview(user, contractId, await readClauseFile(request), false);
  }

  @Post('import')
  @Allow('contract.write')
  @Idempotent()
  @RouteConfig(LARGE_BODY)
  @ApiCreatedResponse({ type: ClausesImportedResponse })
  public import(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) contractId: string,
    @Body() body: ImportClausesRequest,
  ): Promise<ClausesImported> {
    return this.imports.import(user, contractId, body);
  }
}
