import { SANCTION_AMOUNT, SANCTION_KINDS, type CalendarDate, type SanctionKind } from '@insyn/domain';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, ValidateIf, ValidateNested } from 'class-validator';
import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  IdsField,
  IntegerField,
  TextField,
  VersionField,
} from './fields.js';
import { SANCTION_LIMITS as LIMITS } from './sanctions.js';

/** A step as it is typed; without `id` it is a new one. Steps are taken in the order of the list. */
export class LadderStepRequest {
  @IdField({ optional: true }) id?: string;
  @ChoiceField(SANCTION_KINDS) kind!: SanctionKind;
  @TextField({ max: LIMITS.label }) label!: string;
  @TextField({ max: LIMITS.terms, empty: true }) terms!: string;
  @TextField({ max: LIMITS.amountRule, empty: true }) amountRule!: string;
  @TextField({ max: LIMITS.clauseNumber, nullable: true }) clauseNumber!: string | null;
}

/** `PUT /api/contracts/:id/sanction-ladder`; `version` is the ladder's, as it was read. */
export class SaveLadderRequest {
  @VersionField() version!: number;
  @Type(() => LadderStepRequest)
  @ValidateNested({ each: true })
  @ArrayMaxSize(LIMITS.steps, { message: `En påföljdstrappa kan ha högst ${LIMITS.steps} steg.` })
  @IsArray({ message: 'Ange stegen i påföljdstrappan.' })
  @ApiProperty({ type: [LadderStepRequest], maxItems: LIMITS.steps })
  steps!: LadderStepRequest[];
}

/** The committee's own decision, for a step that the municipality has kept for it. */
export class CommitteeDecisionReference {
  @DateField() decidedOn!: CalendarDate;
  @TextField({ max: LIMITS.reference }) reference!: string;
}

/** Cited where the matter is the committee's own; whether it is, the command finds out. */
function CommitteeDecisionField(): PropertyDecorator {
  return applyDecorators(
    ValidateIf((_, value) => value !== undefined && value !== null),
    ValidateNested(),
    Type(() => CommitteeDecisionReference),
    IsObject({ message: 'Ange nämndens beslut.' }),
    ApiProperty({ type: CommitteeDecisionReference, required: false, nullable: true }),
  );
}

/** `POST /api/follow-ups/:id/sanctions`; `ladderVersion` is the contract's ladder as it was read. */
export class DecideSanctionRequest {
  @VersionField() ladderVersion!: number;
  @IdField() stepId!: string;
  @TextField({ max: LIMITS.grounds }) grounds!: string;
  @IdsField({ min: 1, max: LIMITS.actions }) actionIds!: string[];
  @FlagField() severe!: boolean;
  @TextField({ max: LIMITS.reason, empty: true }) severeReason!: string;
  @IntegerField({ ...SANCTION_AMOUNT, nullable: true }) amount!: number | null;
  @TextField({ max: LIMITS.amountBasis, empty: true }) amountBasis!: string;
  @CommitteeDecisionField()
  committeeDecision?: CommitteeDecisionReference | null;
}

/** `POST /api/sanctions/:id/send`; without `answerDue` the provider has 14 days. */
export class SendSanctionRequest {
  @VersionField() version!: number;
  @DateField({ optional: true, nullable: true }) answerDue?: CalendarDate | null;
}

/** `POST /api/sanctions/:id/answer`. */
export class AnswerDisputeRequest {
  @VersionField() version!: number;
  @TextField({ max: LIMITS.text }) text!: string;
}

/** `POST /api/sanctions/:id/uphold`. */
export class UpholdSanctionRequest {
  @VersionField() version!: number;
  @TextField({ max: LIMITS.reason }) reason!: string;
}

/** `POST /api/sanctions/:id/reduce`; `amount` in whole kronor. */
export class ReduceSanctionRequest {
  @VersionField() version!: number;
  @IntegerField({ ...SANCTION_AMOUNT }) amount!: number;
  @TextField({ max: LIMITS.reason }) reason!: string;
  @CommitteeDecisionField()
  committeeDecision?: CommitteeDecisionReference | null;
}

/** `POST /api/sanctions/:id/withdraw`. */
export class WithdrawSanctionRequest {
  @VersionField() version!: number;
  @TextField({ max: LIMITS.reason }) reason!: string;
  @CommitteeDecisionField()
  committeeDecision?: CommitteeDecisionReference | null;
}

/** `POST /api/portal/sanctions/:id/dispute`. */
export class DisputeSanctionRequest {
  @TextField({ max: LIMITS.text }) text!: string;
}
