import { OUTCOMES, PLACE_KINDS, type Outcome, type PlaceKind } from '@insyn/domain';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, ValidateNested } from 'class-validator';
import { ChoiceField, DateField, FlagField, IdField, TextField, VersionField } from './fields.js';
import { FOLLOW_UP_LIMITS } from './follow-ups.js';
import { DECISION_LIMITS } from './judgements.js';

/** How many reasons or comments one command may hold. */
const MANY = 200;

/** Why a serious deficiency or a critical clause not met carries no requirement (R9). */
export class UnmetReasonRequest {
  @ChoiceField(['clause', 'finding']) kind!: 'clause' | 'finding';
  @IdField() id!: string;
  @TextField({ max: FOLLOW_UP_LIMITS.reason }) reason!: string;
}

/** `POST /api/follow-ups/:id/submit`: the judgement that the officer proposes (R9). */
export class SubmitRequest {
  @VersionField() contentVersion!: number;
  @ChoiceField(OUTCOMES) outcome!: Outcome;
  @TextField({ max: FOLLOW_UP_LIMITS.summary }) text!: string;
  @TextField({ max: FOLLOW_UP_LIMITS.reason, optional: true, nullable: true, empty: true }) departureReason?:
    string | null;
  @TextField({ max: FOLLOW_UP_LIMITS.reason, optional: true, nullable: true, empty: true }) noFactCheckReason?:
    string | null;

  /** Of a re-check: why no new action plan is demanded for what remains. Left out or empty, one is. */
  @TextField({ max: FOLLOW_UP_LIMITS.reason, optional: true, nullable: true, empty: true }) noPlanReason?:
    string | null;

  @IsArray()
  @ArrayMaxSize(MANY)
  @ValidateNested({ each: true })
  @Type(() => UnmetReasonRequest)
  @ApiProperty({ type: [UnmetReasonRequest], required: false, maxItems: MANY })
  unmetReasons: UnmetReasonRequest[] = [];
}

/** `POST /api/follow-ups/:id/approve`: the version that the manager has read. */
export class ApproveRequest {
  @VersionField() contentVersion!: number;
}

/** Where in the follow-up a comment points. */
export class PlaceRequest {
  @ChoiceField(PLACE_KINDS) kind!: PlaceKind;
  @TextField({ max: 100, optional: true }) id?: string;
}

export class ReturnCommentRequest {
  @IsObject({ message: 'Ange var kommentaren hör hemma.' })
  @ValidateNested()
  @Type(() => PlaceRequest)
  @ApiProperty({ type: PlaceRequest })
  place!: PlaceRequest;

  @TextField({ max: FOLLOW_UP_LIMITS.reason }) text!: string;
}

/** `POST /api/follow-ups/:id/return`: at least one comment, each with its place. */
export class ReturnRequest {
  @VersionField() contentVersion!: number;

  @IsArray()
  @ArrayMinSize(1, { message: 'Skriv minst en kommentar om vad som ska ändras.' })
  @ArrayMaxSize(MANY)
  @ValidateNested({ each: true })
  @Type(() => ReturnCommentRequest)
  @ApiProperty({ type: [ReturnCommentRequest], minItems: 1, maxItems: MANY })
  comments!: ReturnCommentRequest[];
}

/** `POST /api/follow-ups/:id/conflict-declaration` (R10). */
export class ConflictDeclarationRequest {
  @FlagField() hasConflict!: boolean;
  @TextField({ max: DECISION_LIMITS.reason, optional: true, empty: true }) reason?: string;
}

/** `POST /api/follow-ups/:id/conflict-declarations/:accountId/lift`: why a declared conflict no longer stands. */
export class LiftConflictRequest {
  @TextField({ max: DECISION_LIMITS.reason }) reason!: string;
}

/** `PUT /api/follow-ups/:id/return-comments/:commentId/answer`: how the comment has been taken care of. */
export class AnswerCommentRequest {
  @VersionField() version!: number;
  @TextField({ max: DECISION_LIMITS.commentAnswer }) text!: string;
}

/** `POST /api/follow-ups/:id/hand-over`: the decision to another manager. */
export class HandOverRequest {
  @IdField() accountId!: string;
  @TextField({ max: DECISION_LIMITS.reason }) reason!: string;
}

/** `POST /api/follow-ups/:id/official-letter`: what the committee is asked to decide, and why. */
export class OfficialLetterRequest {
  @TextField({ max: DECISION_LIMITS.proposal }) proposal!: string;
}

/** `POST /api/follow-ups/:id/committee-decision`: what the committee decided itself (kommunallagen 6:38). */
export class CommitteeDecisionRequest {
  @DateField() decidedOn!: string;
  @TextField({ max: DECISION_LIMITS.reference }) reference!: string;
  @TextField({ max: DECISION_LIMITS.committeeText, optional: true, empty: true }) text?: string;
}
