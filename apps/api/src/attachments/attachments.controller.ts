import { Controller, Get, Param, ParseUUIDPipe, Post, Req, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { AttachmentView } from '@insyn/api-schema';
import { AttachmentResponse } from '@insyn/api-schema/server';
import type { FastifyRequest } from 'fastify';
import { FileStore } from '../files/file-store.js';
import { sentFile } from '../files/stored-file.js';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { BINARY, FILE_BODY } from '../http/file-schemas.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { AttachmentsService } from './attachments.service.js';

const EVIDENCE_FILE_BODY = {
  schema: {
    type: 'object',
    required: ['file'],
    properties: { file: BINARY, evidenceId: { type: 'string', format: 'uuid' } },
  },
};

@ApiTags('evidence')
@Controller()
export class AttachmentsController {
  public constructor(
    private readonly attachments: AttachmentsService,
    private readonly files: FileStore,
  ) {}

  @Post('follow-ups/:id/attachments')
  @Allow('follow-up.write')
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiBody(EVIDENCE_FILE_BODY)
  @ApiCreatedResponse({ type: AttachmentResponse })
  public add(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) followUpId: string,
    @Req() request: FastifyRequest,
  ): Promise<AttachmentView> {
    return this.attachments.add(user, followUpId, request);
  }

  @Post('follow-ups/:id/proofs')
  @Allow('follow-up.write')
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE_BODY)
  @ApiCreatedResponse({ type: AttachmentResponse })
  public addProof(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) followUpId: string,
    @Req() request: FastifyRequest,
  ): Promise<AttachmentView> {
    return this.attachments.addProof(user, followUpId, request);
  }

  @Get('attachments/:id')
  @Allow('follow-up.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: BINARY })
  public async download(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return sentFile(this.files, await this.attachments.find(user, id));
  }
}
