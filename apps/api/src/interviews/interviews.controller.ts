import { Body, Controller, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Saved } from '@insyn/api-schema';
import { AddInterviewRequest, ChangeInterviewRequest, SavedResponse } from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { InterviewsService } from './interviews.service.js';

@ApiTags('evidence')
@Controller()
export class InterviewsController {
  public constructor(private readonly interviews: InterviewsService) {}

  @Post('follow-ups/:id/interviews')
  @Allow('follow-up.write')
  @Idempotent()
  @ApiCreatedResponse({ type: SavedResponse })
  public add(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) followUpId: string,
    @Body() body: AddInterviewRequest,
  ): Promise<Saved> {
    return this.interviews.add(user, followUpId, body);
  }

  @Patch('interviews/:evidenceId')
  @Allow('follow-up.write')
  @ApiOkResponse({ type: SavedResponse })
  public change(
    @CurrentUser() user: StaffUser,
    @Param('evidenceId', ParseUUIDPipe) evidenceId: string,
    @Body() body: ChangeInterviewRequest,
  ): Promise<Saved> {
    return this.interviews.change(user, evidenceId, body);
  }
}
