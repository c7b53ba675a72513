import { Module } from '@nestjs/common';
import { AgendaProposalQueries } from './agenda-proposal.queries.js';
import { MeetingInvitationsService } from './meeting-invitations.service.js';
import { MeetingMinutesService } from './meeting-minutes.service.js';
import { MeetingNotesController } from './meeting-notes.controller.js';
import { MeetingNotesService } from './meeting-notes.service.js';
import { MeetingsController } from './meetings.controller.js';
import { MeetingsService } from './meetings.service.js';

@Module({
  controllers: [MeetingsController, MeetingNotesController],
  providers: [
    AgendaProposalQueries,
    MeetingInvitationsService,
    MeetingMinutesService,
    MeetingNotesService,
    MeetingsService,
  ],
})
export class MeetingsModule {}
