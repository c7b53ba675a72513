import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { AgendaProposal, DocumentLink, Saved, SavedMeeting } from '@insyn/api-schema';
import {
  AddMeetingRequest,
  AgendaProposalResponse,
  AttendanceRequest,
  CancelMeetingRequest,
  ChangeMeetingRequest,
  DocumentLinkResponse,
  MeetingVersionRequest,
  SavedMeetingResponse,
  SavedResponse,
} from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { AgendaProposalQueries } from './agenda-proposal.queries.js';
import { MeetingInvitationsService } from './meeting-invitations.service.js';
import { MeetingMinutesService } from './meeting-minutes.service.js';
import { MeetingsService } from './meetings.service.js';

@ApiTags('evidence')
@Controller()
export class MeetingsController {
  public constructor(
    private readonly meetings: MeetingsService,
    private readonly invitations: MeetingInvitationsService,
    private readonly minutes: MeetingMinutesService,
    private readonly proposals: AgendaProposalQueries,
  ) {}

  @Get('follow-ups/:id/agenda-proposal')
  @Allow('follow-up.read')
  @ApiOkResponse({ type: AgendaProposalResponse })
  public proposeAgenda(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) followUpId: string,
  ): Promise<AgendaProposal> {
    return this.proposals.propose(user, followUpId);
  }

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
  @ApiOkResponse({ type: SavedMeetingResponse })
  public change(
    @CurrentUser() user: StaffUser,
    @Param('evidenceId', ParseUUIDPipe) evidenceId: string,
    @Body() body: ChangeMeetingRequest,
  ): Promise<SavedMeeting> {
    return this.meetings.change(user, evidenceId, body);
  }

  @Post('meetings/:evidenceId/invite')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public invite(
    @CurrentUser() user: StaffUser,
    @Param('evidenceId', ParseUUIDPipe) evidenceId: string,
    @Body() body: MeetingVersionRequest,
  ): Promise<Saved> {
    return this.invitations.invite(user, evidenceId, body);
  }

  @Post('meetings/:evidenceId/cancel')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public cancel(
    @CurrentUser() user: StaffUser,
    @Param('evidenceId', ParseUUIDPipe) evidenceId: string,
    @Body() body: CancelMeetingRequest,
  ): Promise<Saved> {
    return this.invitations.cancel(user, evidenceId, body);
  }

  @Post('meetings/:evidenceId/hold')
  @HttpCode(200)
  @Allow('follow-up.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public hold(
    @CurrentUser() user: StaffUser,
    @Param('evidenceId', ParseUUIDPipe) evidenceId: string,
    @Body() body: MeetingVersionRequest,
  ): Promise<Saved> {
    return this.meetings.hold(user, evidenceId, body);
  }

  @Put('meetings/:evidenceId/attendance')
  @Allow('follow-up.write')
  @ApiOkResponse({ type: SavedResponse })
  public attend(
    @CurrentUser() user: StaffUser,
    @Param('evidenceId', ParseUUIDPipe) evidenceId: string,
    @Body() body: AttendanceRequest,
  ): Promise<Saved> {
    return this.meetings.attend(user, evidenceId, body);
  }

  @Post('meetings/:evidenceId/minutes')
  @Allow('follow-up.write')
  @Idempotent()
  @ApiCreatedResponse({ type: DocumentLinkResponse })
  public drawUpMinutes(
    @CurrentUser() user: StaffUser,
    @Param('evidenceId', ParseUUIDPipe) evidenceId: string,
  ): Promise<DocumentLink> {
    return this.minutes.drawUp(user, evidenceId);
  }
}
