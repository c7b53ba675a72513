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
import type { PlanFileView, PlanItemView, PortalPlanView, Saved } from '@insyn/api-schema';
import {
  PlanFileResponse,
  PlanItemResponse,
  PortalPlanResponse,
  ReportDoneRequest,
  SavedResponse,
  SavePlanItemRequest,
} from '@insyn/api-schema/server';
import type { FastifyRequest } from 'fastify';
import { FileStore } from '../files/file-store.js';
import { sentFile } from '../files/stored-file.js';
import { Allow } from '../http/allow.js';
import { CurrentProvider, type ProviderUser } from '../http/current-user.js';
import { BINARY } from '../http/file-schemas.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { PortalPlansService } from './portal-plans.service.js';

const PLAN_FILE_BODY = {
  schema: {
    type: 'object',
    required: ['file', 'actionId'],
    properties: { file: BINARY, actionId: { type: 'string', format: 'uuid' }, forReport: { type: 'boolean' } },
  },
};

@ApiTags('portal')
@Controller('portal')
export class PortalPlansController {
  public constructor(
    private readonly plans: PortalPlansService,
    private readonly files: FileStore,
  ) {}

  @Get('action-plans/:id')
  @Allow('portal.read')
  @ApiOkResponse({ type: PortalPlanResponse })
  public view(
    @CurrentProvider() provider: ProviderUser,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PortalPlanView> {
    return this.plans.view(provider, id);
  }

  @Post('action-plans/:id/read')
  @HttpCode(200)
  @Allow('portal.write')
  @ApiOkResponse({ type: SavedResponse })
  public read(@CurrentProvider() provider: ProviderUser, @Param('id', ParseUUIDPipe) id: string): Promise<Saved> {
    return this.plans.read(provider, id);
  }

  @Put('action-plans/:id/items/:actionId')
  @Allow('portal.write')
  @ApiOkResponse({ type: PlanItemResponse })
  public save(
    @CurrentProvider() provider: ProviderUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('actionId', ParseUUIDPipe) actionId: string,
    @Body() body: SavePlanItemRequest,
  ): Promise<PlanItemView> {
    return this.plans.save(provider, id, actionId, body);
  }

  @Post('action-plans/:id/submit')
  @HttpCode(200)
  @Allow('portal.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public submit(@CurrentProvider() provider: ProviderUser, @Param('id', ParseUUIDPipe) id: string): Promise<Saved> {
    return this.plans.submit(provider, id);
  }

  @Post('action-plans/:id/reports')
  @Allow('portal.write')
  @Idempotent()
  @ApiCreatedResponse({ type: SavedResponse })
  public report(
    @CurrentProvider() provider: ProviderUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReportDoneRequest,
  ): Promise<Saved> {
    return this.plans.report(provider, id, body);
  }

  @Post('action-plans/:id/files')
  @Allow('portal.write')
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiBody(PLAN_FILE_BODY)
  @ApiCreatedResponse({ type: PlanFileResponse })
  public add(
    @CurrentProvider() provider: ProviderUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<PlanFileView> {
    return this.plans.addFile(provider, id, request);
  }

  @Delete('action-plan-files/:id')
  @HttpCode(204)
  @Allow('portal.write')
  @ApiNoContentResponse()
  public remove(@CurrentProvider() provider: ProviderUser, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.plans.removeFile(provider, id);
  }

  @Get('action-plan-files/:id')
  @Allow('portal.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: BINARY })
  public async file(
    @CurrentProvider() provider: ProviderUser,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return sentFile(this.files, await this.plans.file(provider, id));
  }
}
