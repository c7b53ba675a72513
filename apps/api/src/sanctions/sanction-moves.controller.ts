import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Saved } from '@insyn/api-schema';
import {
  AnswerDisputeRequest,
  ReduceSanctionRequest,
  SavedResponse,
  SendSanctionRequest,
  UpholdSanctionRequest,
  WithdrawSanctionRequest,
} from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { SanctionMovesService } from './sanction-moves.service.js';
import { SanctionSendingService } from './sanction-sending.service.js';

@ApiTags('sanctions')
@Controller('sanctions')
export class SanctionMovesController {
  public constructor(
    private readonly sending: SanctionSendingService,
    private readonly moves: SanctionMovesService,
  ) {}

  @Post(':id/send')
  @HttpCode(200)
  @Allow('follow-up.decide')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public send(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SendSanctionRequest,
  ): Promise<Saved> {
    return this.sending.send(user, id, body);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Allow('follow-up.decide')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public answer(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AnswerDisputeRequest,
  ): Promise<Saved> {
    return this.moves.answer(user, id, body.version, body.text);
  }

  @Post(':id/uphold')
  @HttpCode(200)
  @Allow('follow-up.decide')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public uphold(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpholdSanctionRequest,
  ): Promise<Saved> {
    return this.moves.uphold(user, id, body.version, body.reason);
  }

  @Post(':id/reduce')
  @HttpCode(200)
  @Allow('follow-up.decide')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public reduce(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReduceSanctionRequest,
  ): Promise<Saved> {
    return this.moves.reduce(user, id, body);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Allow('follow-up.decide')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public withdraw(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: WithdrawSanctionRequest,
  ): Promise<Saved> {
    return this.moves.withdraw(user, id, body);
  }
}
