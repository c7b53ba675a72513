import {
  CHECK_RESULTS,
  EVIDENCE_KINDS,
  INTERVIEW_FORMS,
  MEETING_FORMS,
  MEETING_STATES,
  PARTICIPANT_SIDES,
  RESPONDENT_GROUPS,
  SAMPLE_METHODS,
  type CheckResult,
  type EvidenceKind,
  type InterviewForm,
  type MeetingForm,
  type MeetingState,
  type ParticipantSide,
  type RespondentGroup,
  type SampleMethod,
} from '@insyn/domain';
import { ApiProperty } from '@nestjs/swagger';
import type {
  AgendaProposal,
  AttachmentView,
  EvidenceView,
  InterviewView,
  MeetingNotes,
  MeetingNoteView,
  MeetingView,
  ObservationView,
  ParticipantView,
  ReviewedFileView,
  ReviewQuestion,
  ReviewRedraw,
  ReviewResult,
  SavedMeeting,
} from './evidence.js';
import type { DocumentLink } from './information-requests.js';

export class AttachmentResponse implements AttachmentView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) fileName!: string;
  @ApiProperty({ type: String }) mediaType!: string;
  @ApiProperty({ type: 'integer' }) size!: number;
  @ApiProperty({ type: String }) sha256!: string;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: String }) href!: string;
}

class ParticipantResponse implements ParticipantView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, enum: PARTICIPANT_SIDES }) side!: ParticipantSide;
  @ApiProperty({ type: String }) name!: string;
  @ApiProperty({ type: String }) role!: string;
  @ApiProperty({ type: String, nullable: true }) email!: string | null;
  @ApiProperty({ type: Boolean, nullable: true }) attended!: boolean | null;
}

/** A drawn-up document; `href` is null until its PDF has been rendered. */
export class DocumentLinkResponse implements DocumentLink {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: String, nullable: true }) href!: string | null;
}

class AgendaItemResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) clauseId!: string | null;
}

class MeetingResponse implements MeetingView {
  @ApiProperty({ type: String, enum: MEETING_FORMS }) form!: MeetingForm;
  @ApiProperty({ type: String, enum: MEETING_STATES }) state!: MeetingState;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) startsAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endsAt!: string | null;
  @ApiProperty({ type: String }) place!: string;
  @ApiProperty({ type: String }) link!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) invitedAt!: string | null;
  @ApiProperty({ type: [ParticipantResponse] }) participants!: ParticipantResponse[];
  @ApiProperty({ type: [AgendaItemResponse] }) agenda!: AgendaItemResponse[];
  @ApiProperty({ type: 'integer' }) notes!: number;
  @ApiProperty({ type: DocumentLinkResponse, nullable: true }) minutes!: DocumentLinkResponse | null;
}

export class SavedMeetingResponse implements SavedMeeting {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: Boolean }) invitationOutdated!: boolean;
}

export class MeetingNoteResponse implements MeetingNoteView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) agendaItemId!: string | null;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: String }) author!: string;
  @ApiProperty({ type: Boolean }) mine!: boolean;
  @ApiProperty({ type: String, format: 'date-time' }) writtenAt!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class MeetingNotesResponse implements MeetingNotes {
  @ApiProperty({ type: [MeetingNoteResponse] }) notes!: MeetingNoteResponse[];
  @ApiProperty({ type: [String], items: { type: 'string', format: 'uuid' } }) removed!: string[];
  @ApiProperty({ type: String, format: 'date-time' }) now!: string;
}

class AgendaPlaceResponse {
  @ApiProperty({ type: String, enum: ['question', 'clause', 'action'] }) kind!: 'question' | 'clause' | 'action';
  @ApiProperty({ type: String }) id!: string;
}

class ProposedItemResponse {
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) clauseId!: string | null;
  @ApiProperty({ type: AgendaPlaceResponse }) place!: AgendaPlaceResponse;
}

export class AgendaProposalResponse implements AgendaProposal {
  @ApiProperty({ type: [ProposedItemResponse] }) items!: ProposedItemResponse[];
}

export class ReviewRedrawResponse implements ReviewRedraw {
  @ApiProperty({ type: Boolean }) same!: boolean;
  @ApiProperty({ type: [Number] }) numbers!: number[];
  @ApiProperty({ type: String }) algorithm!: string;
}

class ObservationResponse implements ObservationView {
  @ApiProperty({ type: String }) place!: string;
  @ApiProperty({ type: String }) situation!: string;
  @ApiProperty({ type: 'integer', nullable: true }) minutes!: number | null;
}

class InterviewResponse implements InterviewView {
  @ApiProperty({ type: String, enum: RESPONDENT_GROUPS }) respondents!: RespondentGroup;
  @ApiProperty({ type: 'integer' }) persons!: number;
  @ApiProperty({ type: String, enum: INTERVIEW_FORMS }) form!: InterviewForm;
}

class ReviewQuestionResponse implements ReviewQuestion {
  @ApiProperty({ type: String }) id!: string;
  @ApiProperty({ type: String }) text!: string;
}

class ReviewedFileResponse implements ReviewedFileView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) fileNumber!: number;
  @ApiProperty({ type: 'integer', nullable: true }) replaces!: number | null;
  @ApiProperty({ type: String, nullable: true }) replacementReason!: string | null;
  @ApiProperty({ type: Boolean }) replaced!: boolean;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string', enum: [...CHECK_RESULTS] } })
  results!: Record<string, CheckResult>;
  @ApiProperty({ type: String }) note!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
}

class CountIntervalResponse {
  @ApiProperty({ type: 'integer' }) low!: number;
  @ApiProperty({ type: 'integer' }) high!: number;
}

class ReviewResultResponse implements ReviewResult {
  @ApiProperty({ type: String }) questionId!: string;
  @ApiProperty({ type: String }) question!: string;
  @ApiProperty({ type: 'integer' }) found!: number;
  @ApiProperty({ type: 'integer' }) of!: number;
  @ApiProperty({ type: 'integer' }) population!: number;
  @ApiProperty({ type: CountIntervalResponse, nullable: true }) interval!: CountIntervalResponse | null;
}

class ReviewResponse {
  @ApiProperty({ type: String, enum: SAMPLE_METHODS }) method!: SampleMethod;
  @ApiProperty({ type: 'integer' }) population!: number;
  @ApiProperty({ type: 'integer' }) size!: number;
  @ApiProperty({ type: String, nullable: true }) seed!: string | null;
  @ApiProperty({ type: String, nullable: true }) algorithm!: string | null;
  @ApiProperty({ type: [ReviewQuestionResponse] }) questions!: ReviewQuestionResponse[];
  @ApiProperty({ type: [ReviewedFileResponse] }) files!: ReviewedFileResponse[];
  @ApiProperty({ type: [ReviewResultResponse] }) results!: ReviewResultResponse[];
}

export class EvidenceResponse implements EvidenceView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, enum: EVIDENCE_KINDS }) kind!: EvidenceKind;
  @ApiProperty({ type: String, format: 'date' }) heldOn!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: String }) author!: string;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: [AttachmentResponse] }) attachments!: AttachmentResponse[];
  @ApiProperty({ type: Boolean }) counts!: boolean;
  @ApiProperty({ type: MeetingResponse, nullable: true }) meeting!: MeetingResponse | null;
  @ApiProperty({ type: ObservationResponse, nullable: true }) observation!: ObservationResponse | null;
  @ApiProperty({ type: InterviewResponse, nullable: true }) interview!: InterviewResponse | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) requestId!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) signalId!: string | null;
  @ApiProperty({ type: ReviewResponse, nullable: true }) review!: ReviewResponse | null;
}
