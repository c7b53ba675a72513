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
import type { AnswerFileView, AnswerView, Saved } from '@insyn/api-schema';
import {
  AnswerFileResponse,
  AnswerOnBehalfRequest,
  AnswerResponse,
  RequestVersionRequest,
  SavedResponse,
} from '@insyn/api-schema/server';
import type { FastifyRequest } from 'fastify';
import { FileStore } from '../files/file-store.js';
import { sentFile } from '../files/stored-file.js';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { BINARY } from '../http/file-schemas.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { OnBehalfService } from './on-behalf.service.js';

const PLACED_FILE_BODY = {
  schema: {
    type: 'object',
    required: ['file'],
    properties: {
      file: BINARY,
      questionId: { type: 'string' },
      wantedDocumentId: { type: 'string' },
    },
  },
};

@ApiTags('information-requests')
@Controller()
export class OnBehalfController {
  public constructor(
    private readonly onBehalf: OnBehalfService,
    private readonly files: FileStore,
  ) {}

  @Put('information-requests/:id/answers/:questionId')
  @Allow('follow-up.write')
  @ApiOkResponse({ type: AnswerResponse })
  public answer(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('questionId') questionId: string,
    @Body() body: AnswerOnBehalfRequest,
  ): Promise<AnswerView> {
    return this.onBehalf.answer(user, id, questionId, body);
  }

  @Post('information-requests/:id/files')
  @Allow('follow-up.write')
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiBody(PLACED_FILE_BODY)
  @ApiCreatedResponse({ type: AnswerFileResponse })
  public addFile(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<AnswerFileView> {
    return this.onBehalf.addFile(user, id, request);
  }

  @Post('information-requests/:id/submit')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public submit(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RequestVersionRequest,
  ): Promise<Saved> {
    return this.onBehalf.submit(user, id, body.version);
  }

  @Delete('answer-files/:id')
  @HttpCode(204)
  @Allow('follow-up.write')
  @ApiNoContentResponse()
  public removeFile(@CurrentUser() user: StaffUser, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.onBehalf.removeFile(user, id);
  }

  @Get('answer-files/:id')
  @Allow('follow-up.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: BINARY })
  public async download(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return sentFile(this.files, await this.onBehalf.findFile(user, id));
  }
}
