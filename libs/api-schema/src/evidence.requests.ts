import {
  CHECK_RESULTS,
  INTERVIEW_FORMS,
  isCalendarDate,
  MAX_SEED_LENGTH,
  MEETING_FORMS,
  PARTICIPANT_SIDES,
  RESPONDENT_GROUPS,
  SAMPLE_METHODS,
  type CalendarDate,
  type CheckResult,
  type EvidenceKind,
  type InterviewForm,
  type MeetingForm,
  type MeetingState,
  type ParticipantSide,
  type RespondentGroup,
  type SampleMethod,
} from '@insyn/domain';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsEmail,
  Matches,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { EVIDENCE_LIMITS as LIMITS } from './evidence.js';
import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  IntegerField,
  type Presence,
  TextField,
  VersionField,
} from './fields.js';

// The other kinds have routes of their own.
const PLAIN_KINDS: readonly EvidenceKind[] = ['document'];

/** `POST /api/follow-ups/:id/evidence`. */
export class AddEvidenceRequest {
  @ChoiceField(PLAIN_KINDS) kind!: EvidenceKind;
  @DateField() heldOn!: CalendarDate;
  @TextField({ max: LIMITS.title }) title!: string;
  @TextField({ max: LIMITS.text, empty: true, optional: true }) text?: string;
}

/** `PATCH /api/evidence/:id` and `PATCH /api/document-reviews/:evidenceId`; what is left out stays as it is. */
export class ChangeEvidenceRequest {
  @VersionField() version!: number;
  @DateField({ optional: true }) heldOn?: CalendarDate;
  @TextField({ max: LIMITS.title, optional: true }) title?: string;
  @TextField({ max: LIMITS.text, empty: true, optional: true }) text?: string;
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

function isInstant(value: unknown): boolean {
  const day = typeof value === 'string' ? INSTANT.exec(value)?.[1] : undefined;
  return isCalendarDate(day) && day >= '1900' && day < '2201' && !Number.isNaN(Date.parse(value as string));
}

/** An instant with its zone, as `2026-11-25T09:00:00Z`. */
function InstantField(options: Presence = {}): PropertyDecorator {
  const { optional = false, nullable = false } = options;
  return applyDecorators(
    ...(optional || nullable
      ? [ValidateIf((_, value) => !(optional && value === undefined) && !(nullable && value === null))]
      : []),
    ValidateBy(
      { name: 'isInstant', validator: { validate: isInstant } },
      { message: 'Ange dag och klockslag med tidszon.' },
    ),
    ApiProperty({ type: String, format: 'date-time', required: !optional, nullable }),
  );
}

/** A list of nested objects of one class. */
function ListField(type: () => new () => object, max: number, ask: string, options: Presence = {}): PropertyDecorator {
  return applyDecorators(
    ...(options.optional ? [ValidateIf((_, value) => value !== undefined)] : []),
    Type(type),
    ValidateNested({ each: true }),
    ArrayMaxSize(max, { message: `Ange högst ${max}.` }),
    IsArray({ message: ask }),
    ApiProperty({ type: [type()], maxItems: max, required: !options.optional }),
  );
}

export class ParticipantRequest {
  @ChoiceField(PARTICIPANT_SIDES) side!: ParticipantSide;
  @TextField({ max: LIMITS.participantName }) name!: string;
  @TextField({ max: LIMITS.participantRole }) role!: string;
  @IsEmail({}, { message: 'Ange en e-postadress, till exempel namn@exempel.se.' })
  @TextField({ max: LIMITS.email, optional: true, nullable: true })
  email?: string | null;
}

export class AgendaItemRequest {
  @TextField({ max: LIMITS.agendaItem }) text!: string;
  @IdField({ optional: true, nullable: true }) clauseId?: string | null;
}

const LINK = /^(https?:\/\/[^\s"<>\p{Cc}]+)?$/iu;

/** `POST /api/follow-ups/:id/meetings`; a meeting whose day has not come is planned. */
export class AddMeetingRequest {
  @DateField() heldOn!: CalendarDate;
  @TextField({ max: LIMITS.title }) title!: string;
  @TextField({ max: LIMITS.text, empty: true, optional: true }) text?: string;
  @ChoiceField(MEETING_FORMS) form!: MeetingForm;
  @ChoiceField(['planned', 'held'], { optional: true }) state?: MeetingState;
  @InstantField({ optional: true, nullable: true }) startsAt?: string | null;
  @InstantField({ optional: true, nullable: true }) endsAt?: string | null;
  @TextField({ max: LIMITS.place, empty: true, optional: true }) place?: string;
  @Matches(LINK, { message: 'Ange en adress som börjar med https://.' })
  @TextField({ max: LIMITS.link, empty: true, optional: true })
  link?: string;
  @ListField(() => ParticipantRequest, LIMITS.participants, 'Ange deltagarna.')
  participants!: ParticipantRequest[];
  @ListField(() => AgendaItemRequest, LIMITS.agendaItems, 'Ange dagordningen.', { optional: true })
  agenda?: AgendaItemRequest[];
}

/** `PATCH /api/meetings/:evidenceId`; what is left out stays as it is. */
export class ChangeMeetingRequest extends ChangeEvidenceRequest {
  @ChoiceField(MEETING_FORMS, { optional: true }) form?: MeetingForm;
  @InstantField({ optional: true, nullable: true }) startsAt?: string | null;
  @InstantField({ optional: true, nullable: true }) endsAt?: string | null;
  @TextField({ max: LIMITS.place, empty: true, optional: true }) place?: string;
  @Matches(LINK, { message: 'Ange en adress som börjar med https://.' })
  @TextField({ max: LIMITS.link, empty: true, optional: true })
  link?: string;
  @ListField(() => ParticipantRequest, LIMITS.participants, 'Ange deltagarna.', { optional: true })
  participants?: ParticipantRequest[];
  @ListField(() => AgendaItemRequest, LIMITS.agendaItems, 'Ange dagordningen.', { optional: true })
  agenda?: AgendaItemRequest[];
}

/** `POST /api/meetings/:evidenceId/invite` and `/hold`. */
export class MeetingVersionRequest {
  @VersionField() version!: number;
}

/** `POST /api/meetings/:evidenceId/cancel`. */
export class CancelMeetingRequest {
  @VersionField() version!: number;
  @TextField({ max: LIMITS.cancelReason }) reason!: string;
}

export class AttendanceItemRequest {
  @IdField() id!: string;
  @FlagField() attended!: boolean;
}

/** `PUT /api/meetings/:evidenceId/attendance`: who came; those left out stay as they are. */
export class AttendanceRequest {
  @ListField(() => AttendanceItemRequest, LIMITS.participants, 'Ange deltagarna.')
  participants!: AttendanceItemRequest[];
}

/** `GET /api/meetings/:evidenceId/notes?since=`: the `now` of the answer before; all of them without. */
export class MeetingNotesQuery {
  @InstantField({ optional: true }) since?: string;
}

/** `PUT /api/meeting-notes/:noteId`: `version` is null for a note that is new. */
export class MeetingNoteRequest {
  @IdField() evidenceId!: string;
  @IdField({ optional: true, nullable: true }) agendaItemId?: string | null;
  @TextField({ max: LIMITS.note }) text!: string;
  @InstantField() writtenAt!: string;
  @VersionField({ nullable: true }) version!: number | null;
}

/** `POST /api/follow-ups/:id/observations`. */
export class AddObservationRequest {
  @DateField() heldOn!: CalendarDate;
  @TextField({ max: LIMITS.title }) title!: string;
  @TextField({ max: LIMITS.text, empty: true, optional: true }) text?: string;
  @TextField({ max: LIMITS.place }) place!: string;
  @TextField({ max: LIMITS.situation }) situation!: string;
  @IntegerField({ min: 1, max: LIMITS.minutes, optional: true, nullable: true }) minutes?: number | null;
}

/** `PATCH /api/observations/:evidenceId`; what is left out stays as it is. */
export class ChangeObservationRequest extends ChangeEvidenceRequest {
  @TextField({ max: LIMITS.place, optional: true }) place?: string;
  @TextField({ max: LIMITS.situation, optional: true }) situation?: string;
  @IntegerField({ min: 1, max: LIMITS.minutes, optional: true, nullable: true }) minutes?: number | null;
}

/** `POST /api/follow-ups/:id/interviews`: how many took part and from which group, never who. */
export class AddInterviewRequest {
  @DateField() heldOn!: CalendarDate;
  @TextField({ max: LIMITS.title }) title!: string;
  @TextField({ max: LIMITS.text, empty: true, optional: true }) text?: string;
  @ChoiceField(RESPONDENT_GROUPS) respondents!: RespondentGroup;
  @IntegerField({ min: 1, max: LIMITS.persons }) persons!: number;
  @ChoiceField(INTERVIEW_FORMS) form!: InterviewForm;
}

/** `PATCH /api/interviews/:evidenceId`; what is left out stays as it is. */
export class ChangeInterviewRequest extends ChangeEvidenceRequest {
  @ChoiceField(RESPONDENT_GROUPS, { optional: true }) respondents?: RespondentGroup;
  @IntegerField({ min: 1, max: LIMITS.persons, optional: true }) persons?: number;
  @ChoiceField(INTERVIEW_FORMS, { optional: true }) form?: InterviewForm;
}

export class ReviewQuestionRequest {
  @TextField({ max: LIMITS.question }) text!: string;
}

/** `POST /api/follow-ups/:id/document-reviews`; a random sample without a seed gets one. */
export class AddDocumentReviewRequest {
  @DateField() heldOn!: CalendarDate;
  @TextField({ max: LIMITS.title }) title!: string;
  @TextField({ max: LIMITS.text, empty: true, optional: true }) text?: string;
  @ChoiceField(SAMPLE_METHODS) method!: SampleMethod;
  @IntegerField({ min: 1, max: LIMITS.population }) population!: number;
  @IntegerField({ min: 1, max: LIMITS.sampleSize }) size!: number;
  @TextField({ max: MAX_SEED_LENGTH, optional: true }) seed?: string;
  @Type(() => ReviewQuestionRequest)
  @ValidateNested({ each: true })
  @ArrayMinSize(1, { message: 'Ange minst en fråga.' })
  @ArrayMaxSize(LIMITS.questions, { message: `Ange högst ${LIMITS.questions} frågor.` })
  @IsArray({ message: 'Ange frågorna.' })
  @ApiProperty({ type: [ReviewQuestionRequest], minItems: 1, maxItems: LIMITS.questions })
  questions!: ReviewQuestionRequest[];
}

function isChecklist(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const answers = Object.values(value) as unknown[];
  return answers.length <= LIMITS.questions && answers.every((answer) => CHECK_RESULTS.includes(answer as CheckResult));
}

/** `PATCH /api/reviewed-files/:id`: the answers by question; one that is left out is not answered. */
export class ChangeReviewedFileRequest {
  @VersionField() version!: number;
  @ValidateIf((_, value) => value !== undefined)
  @ValidateBy(
    { name: 'isChecklist', validator: { validate: isChecklist } },
    { message: 'Svara ja, nej eller ej aktuellt på varje fråga.' },
  )
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string', enum: [...CHECK_RESULTS] } })
  results?: Record<string, CheckResult>;
  @TextField({ max: LIMITS.fileNote, empty: true, optional: true }) note?: string;
}

/** `POST /api/document-reviews/:evidenceId/replacements`: the file that cannot be reviewed, and why. */
export class ReplaceReviewedFileRequest {
  @IntegerField({ min: 1, max: LIMITS.population }) fileNumber!: number;
  @TextField({ max: LIMITS.fileNote }) reason!: string;
}
