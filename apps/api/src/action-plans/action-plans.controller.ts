import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { ActionPlanView, IncomingPlanFile, Saved } from '@insyn/api-schema';
import {
  ActionPlanResponse,
  IncomingPlanFileResponse,
  JudgePlanRequest,
  MovePlanDueRequest,
  RegisterPlanRequest,
  SavedResponse,
} from '@insyn/api-schema/server';
import type { FastifyRequest } from 'fastify';
import { FileStore } from '../files/file-store.js';
import { sentFile } from '../files/stored-file.js';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { BINARY, FILE_BODY } from '../http/file-schemas.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { ActionPlansQueries } from './action-plans.queries.js';
import { IncomingPlansService } from './incoming-plans.service.js';
import { PlanJudgingService } from './plan-judging.service.js';

@ApiTags('action-plans')
@Controller()
export class ActionPlansController {
  public constructor(
    private readonly queries: ActionPlansQueries,
    private readonly judging: PlanJudgingService,
    private readonly incoming: IncomingPlansService,
    private readonly files: FileStore,
  ) {}

  @Get('follow-ups/:id/action-plans')
  @Allow('follow-up.read')
  @ApiOkResponse({ type: [ActionPlanResponse] })
  public list(@CurrentUser() user: StaffUser, @Param('id', ParseUUIDPipe) id: string): Promise<ActionPlanView[]> {
    return this.queries.list(user, id);
  }

  @Post('action-plans/:id/judge')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public judge(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: JudgePlanRequest,
  ): Promise<Saved> {
    return this.judging.judge(user, id, body);
  }

  @Post('action-plans/:id/due')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public moveDue(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MovePlanDueRequest,
  ): Promise<Saved> {
    return this.judging.moveDue(user, id, body);
  }

  @Post('action-plans/:id/incoming-file')
  @Allow('follow-up.write')
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE_BODY)
  @ApiCreatedResponse({ type: IncomingPlanFileResponse })
  public addIncomingFile(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<IncomingPlanFile> {
    return this.incoming.addFile(user, id, request);
  }

  @Post('action-plans/:id/incoming')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public register(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RegisterPlanRequest,
  ): Promise<Saved> {
    return this.incoming.register(user, id, body);
  }

  @Get('action-plan-files/:id')
  @Allow('follow-up.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: BINARY })
  public async file(@CurrentUser() user: StaffUser, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    return sentFile(this.files, await this.queries.file(user, id));
  }
}
