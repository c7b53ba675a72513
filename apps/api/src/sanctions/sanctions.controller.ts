import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { ContractSanctionsView, FollowUpSanctionsView, SanctionView, Saved } from '@insyn/api-schema';
import {
  ContractSanctionsResponse,
  DecideSanctionRequest,
  FollowUpSanctionsResponse,
  SanctionResponse,
  SavedResponse,
  SaveLadderRequest,
} from '@insyn/api-schema/server';
import { FileStore } from '../files/file-store.js';
import { sentFile } from '../files/stored-file.js';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { BINARY } from '../http/file-schemas.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { LadderService } from './ladder.service.js';
import { SanctionDecisionService } from './sanction-decision.service.js';
import { SanctionsQueries } from './sanctions.queries.js';

@ApiTags('sanctions')
@Controller()
export class SanctionsController {
  public constructor(
    private readonly queries: SanctionsQueries,
    private readonly ladder: LadderService,
    private readonly decision: SanctionDecisionService,
    private readonly files: FileStore,
  ) {}

  @Get('contracts/:id/sanctions')
  @Allow('contract.read')
  @ApiOkResponse({ type: ContractSanctionsResponse })
  public ofContract(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ContractSanctionsView> {
    return this.queries.ofContract(user, id);
  }

  @Put('contracts/:id/sanction-ladder')
  @Allow('contract.write')
  @ApiOkResponse({ type: SavedResponse })
  public saveLadder(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SaveLadderRequest,
  ): Promise<Saved> {
    return this.ladder.save(user, id, body);
  }

  @Get('follow-ups/:id/sanctions')
  @Allow('follow-up.read')
  @ApiOkResponse({ type: FollowUpSanctionsResponse })
  public ofFollowUp(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<FollowUpSanctionsView> {
    return this.queries.ofFollowUp(user, id);
  }

  @Post('follow-ups/:id/sanctions')
  @Allow('follow-up.decide')
  @Idempotent()
  @ApiCreatedResponse({ type: SavedResponse })
  public decide(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DecideSanctionRequest,
  ): Promise<Saved> {
    return this.decision.decide(user, id, body);
  }

  @Get('sanctions/:id')
  @Allow('follow-up.read')
  @ApiOkResponse({ type: SanctionResponse })
  public view(@CurrentUser() user: StaffUser, @Param('id', ParseUUIDPipe) id: string): Promise<SanctionView> {
    return this.queries.view(user, id);
  }

  @Get('sanction-files/:id')
  @Allow('follow-up.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: BINARY })
  public async file(@CurrentUser() user: StaffUser, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    return sentFile(this.files, await this.queries.file(user, id));
  }
}
