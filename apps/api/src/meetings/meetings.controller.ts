import { Body, Controller, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Saved } from '@insyn/api-schema';
import { AddMeetingRequest, ChangeMeetingRequest, SavedResponse } from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { MeetingsService } from './meetings.service.js';

@ApiTags('evidence')
@Controller()
export class MeetingsController {
  public constructor(private readonly meetings: MeetingsService) {}

  @Post('follow-ups/:id/meetings')
  @Allow('follow-up.write')
  @Idempotent()
  @ApiCreatedResponse({ type: SavedResponse })
  public add(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) followUpId: string,
    @Body() body: AddMeetingRequest,
  ): Promise<Saved> {
    return this.meetings.add(user, followUpId, body);
  }

  @Patch('meetings/:evidenceId')
  @Allow('follow-up.write')
  @ApiOkResponse({ type: SavedResponse })
  public change(
    @CurrentUser() user: StaffUser,
    @Param('evidenceId', ParseUUIDPipe) evidenceId: string,
    @Body() body: ChangeMeetingRequest,
  ): Promise<Saved> {
    return this.meetings.change(user, evidenceId, body);
  }
}
