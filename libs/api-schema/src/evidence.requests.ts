import {
  CHECK_RESULTS,
  EVIDENCE_KINDS,
  MAX_SEED_LENGTH,
  MEETING_FORMS,
  PARTICIPANT_SIDES,
  SAMPLE_METHODS,
  type CalendarDate,
  type CheckResult,
  type EvidenceKind,
  type MeetingForm,
  type ParticipantSide,
  type SampleMethod,
} from '@insyn/domain';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { EVIDENCE_LIMITS as LIMITS } from './evidence.js';
import { ChoiceField, DateField, IntegerField, TextField, VersionField } from './fields.js';

// Meetings and document reviews have routes of their own.
const PLAIN_KINDS = EVIDENCE_KINDS.filter((kind) => kind !== 'meeting' && kind !== 'document-review');

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

export class ParticipantRequest {
  @ChoiceField(PARTICIPANT_SIDES) side!: ParticipantSide;
  @TextField({ max: LIMITS.participantName }) name!: string;
  @TextField({ max: LIMITS.participantRole }) role!: string;
}

/** `POST /api/follow-ups/:id/meetings`. */
export class AddMeetingRequest {
  @DateField() heldOn!: CalendarDate;
  @TextField({ max: LIMITS.title }) title!: string;
  @TextField({ max: LIMITS.text, empty: true, optional: true }) text?: string;
  @ChoiceField(MEETING_FORMS) form!: MeetingForm;
  @Type(() => ParticipantRequest)
  @ValidateNested({ each: true })
  @ArrayMaxSize(LIMITS.participants, { message: `Ange högst ${LIMITS.participants} deltagare.` })
  @IsArray({ message: 'Ange deltagarna.' })
  @ApiProperty({ type: [ParticipantRequest], maxItems: LIMITS.participants })
  participants!: ParticipantRequest[];
}

/** `PATCH /api/meetings/:evidenceId`; what is left out stays as it is. */
export class ChangeMeetingRequest extends ChangeEvidenceRequest {
  @ChoiceField(MEETING_FORMS, { optional: true }) form?: MeetingForm;
  @ValidateIf((_, value) => value !== undefined)
  @Type(() => ParticipantRequest)
  @ValidateNested({ each: true })
  @ArrayMaxSize(LIMITS.participants, { message: `Ange högst ${LIMITS.participants} deltagare.` })
  @IsArray({ message: 'Ange deltagarna.' })
  @ApiProperty({ type: [ParticipantRequest], required: false, maxItems: LIMITS.participants })
  participants?: ParticipantRequest[];
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
