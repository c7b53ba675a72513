import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Saved } from '@insyn/api-schema';
import {
  DecideExtensionRequest,
  RequestVersionRequest,
  ReturnQuestionsRequest,
  SavedResponse,
  WithdrawRequestRequest,
} from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { DueExtensionsService } from './due-extensions.service.js';
import { RequestMovesService } from './request-moves.service.js';

@ApiTags('information-requests')
@Controller()
export class RequestMovesController {
  public constructor(
    private readonly moves: RequestMovesService,
    private readonly extensions: DueExtensionsService,
  ) {}

  @Post('information-requests/:id/return')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public returnQuestions(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReturnQuestionsRequest,
  ): Promise<Saved> {
    return this.moves.returnQuestions(user, id, body);
  }

  @Post('information-requests/:id/close')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public close(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RequestVersionRequest,
  ): Promise<Saved> {
    return this.moves.close(user, id, body.version);
  }

  @Post('information-requests/:id/reopen')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public reopen(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RequestVersionRequest,
  ): Promise<Saved> {
    return this.moves.reopen(user, id, body.version);
  }

  @Post('information-requests/:id/withdraw')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public withdraw(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: WithdrawRequestRequest,
  ): Promise<Saved> {
    return this.moves.withdraw(user, id, body.version, body.reason);
  }

  @Post('due-extensions/:id/decision')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public decide(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DecideExtensionRequest,
  ): Promise<Saved> {
    return this.extensions.decide(user, id, body);
  }
}
