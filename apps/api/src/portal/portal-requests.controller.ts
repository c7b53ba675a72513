import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { AnswerView, PortalRequestView, Saved } from '@insyn/api-schema';
import {
  AnswerRequest,
  AnswerResponse,
  AskForExtensionRequest,
  HandInLexSarahRequest,
  PortalRequestResponse,
  SavedResponse,
  SubmitAnswersRequest,
} from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentProvider, type ProviderUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { LexSarahService } from './lex-sarah.service.js';
import { PortalRequestsService } from './portal-requests.service.js';

@ApiTags('portal')
@Controller('portal')
export class PortalRequestsController {
  public constructor(
    private readonly requests: PortalRequestsService,
    private readonly lexSarah: LexSarahService,
  ) {}

  @Get('requests/:id')
  @Allow('portal.read')
  @ApiOkResponse({ type: PortalRequestResponse })
  public view(
    @CurrentProvider() provider: ProviderUser,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PortalRequestView> {
    return this.requests.view(provider, id);
  }

  @Post('requests/:id/read')
  @HttpCode(200)
  @Allow('portal.write')
  @ApiOkResponse({ type: SavedResponse })
  public read(@CurrentProvider() provider: ProviderUser, @Param('id', ParseUUIDPipe) id: string): Promise<Saved> {
    return this.requests.read(provider, id);
  }

  @Put('requests/:id/answers/:questionId')
  @Allow('portal.write')
  @ApiOkResponse({ type: AnswerResponse })
  public answer(
    @CurrentProvider() provider: ProviderUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('questionId') questionId: string,
    @Body() body: AnswerRequest,
  ): Promise<AnswerView> {
    return this.requests.answer(provider, id, questionId, body);
  }

  @Post('requests/:id/submit')
  @HttpCode(200)
  @Allow('portal.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public submit(
    @CurrentProvider() provider: ProviderUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SubmitAnswersRequest,
  ): Promise<Saved> {
    return this.requests.submit(provider, id, body.version);
  }

  @Post('requests/:id/extensions')
  @Allow('portal.write')
  @Idempotent()
  @ApiCreatedResponse({ type: SavedResponse })
  public askForExtension(
    @CurrentProvider() provider: ProviderUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AskForExtensionRequest,
  ): Promise<Saved> {
    return this.requests.askForExtension(provider, id, body);
  }

  @Post('lex-sarah')
  @Allow('portal.write')
  @Idempotent()
  @ApiCreatedResponse({ type: SavedResponse })
  public handInLexSarah(
    @CurrentProvider() provider: ProviderUser,
    @Body() body: HandInLexSarahRequest,
  ): Promise<Saved> {
    return this.lexSarah.handIn(provider, body);
  }
}
