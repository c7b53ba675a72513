import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Saved } from '@insyn/api-schema';
import { MoveActionRequest, SavedResponse, SettleActionRequest, VerifyActionRequest } from '@insyn/api-schema/server';
import { given } from '../follow-ups/given.js';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { ActionMovesService } from './action-moves.service.js';

@ApiTags('actions')
@Controller('actions/:id')
export class ActionMovesController {
  public constructor(private readonly moves: ActionMovesService) {}

  @Post('verify')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public verify(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, attachmentIds, reportId, note }: VerifyActionRequest,
  ): Promise<Saved> {
    return this.moves.take(user, id, 'verify', { version, attachmentIds, reportId, reason: note });
  }

  @Post('reopen')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public reopen(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MoveActionRequest,
  ): Promise<Saved> {
    return this.moves.take(user, id, 'reopen', body);
  }

  @Post('withdraw')
  @HttpCode(200)
  @Allow('follow-up.decide')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public withdraw(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MoveActionRequest,
  ): Promise<Saved> {
    return this.moves.take(user, id, 'withdraw', body);
  }

  @Post('lapse')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public lapse(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SettleActionRequest,
  ): Promise<Saved> {
    return this.moves.take(user, id, 'lapse', given(body));
  }

  @Post('note')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public note(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SettleActionRequest,
  ): Promise<Saved> {
    return this.moves.take(user, id, 'note', given(body));
  }
}
