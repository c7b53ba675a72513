import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { MeetingNotes, MeetingNoteView } from '@insyn/api-schema';
import {
  MeetingNoteRequest,
  MeetingNoteResponse,
  MeetingNotesQuery,
  MeetingNotesResponse,
  VersionQuery,
} from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { MeetingNotesService } from './meeting-notes.service.js';

@ApiTags('evidence')
@Controller()
export class MeetingNotesController {
  public constructor(private readonly notes: MeetingNotesService) {}

  @Get('meetings/:evidenceId/notes')
  @Allow('follow-up.read')
  @ApiOkResponse({ type: MeetingNotesResponse })
  public list(
    @CurrentUser() user: StaffUser,
    @Param('evidenceId', ParseUUIDPipe) evidenceId: string,
    @Query() { since }: MeetingNotesQuery,
  ): Promise<MeetingNotes> {
    return this.notes.list(user, evidenceId, since);
  }

  @Put('meeting-notes/:noteId')
  @Allow('follow-up.write')
  @ApiOkResponse({ type: MeetingNoteResponse })
  public save(
    @CurrentUser() user: StaffUser,
    @Param('noteId', ParseUUIDPipe) noteId: string,
    @Body() body: MeetingNoteRequest,
  ): Promise<MeetingNoteView> {
    return this.notes.save(user, noteId, body);
  }

  @Delete('meeting-notes/:noteId')
  @HttpCode(204)
  @Allow('follow-up.write')
  @ApiNoContentResponse()
  public remove(
    @CurrentUser() user: StaffUser,
    @Param('noteId', ParseUUIDPipe) noteId: string,
    @Query() { version }: VersionQuery,
  ): Promise<void> {
    return this.notes.remove(user, noteId, version);
  }
}
