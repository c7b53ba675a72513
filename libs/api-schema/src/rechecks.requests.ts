import { RECHECK_VERDICTS, type RecheckVerdict } from '@insyn/domain';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, ValidateIf, ValidateNested } from 'class-validator';
import { ChoiceField, IdField, IdsField, IntegerField, TextField, VersionField } from './fields.js';
import { RECHECK_LIMITS as LIMITS } from './rechecks.js';

/** k found of n (R4). That k is at most n the service says, at the field. */
export class EffectShareRequest {
  @IntegerField({ min: 0, max: LIMITS.count }) k!: number;
  @IntegerField({ min: 1, max: LIMITS.count }) n!: number;
}

function ShareField(): PropertyDecorator {
  return applyDecorators(
    ValidateIf((_, value) => value !== null),
    IsObject({ message: 'Ange antal och av hur många.' }),
    ValidateNested(),
    Type(() => EffectShareRequest),
    ApiProperty({ type: EffectShareRequest, nullable: true }),
  );
}

/** `PUT /api/follow-ups/:id/recheck/actions/:actionId`: what the re-check has found of one requirement so far. */
export class JudgeRecheckActionRequest {
  @VersionField() version!: number;
  @ChoiceField(RECHECK_VERDICTS, { nullable: true }) verdict!: RecheckVerdict | null;
  @TextField({ max: LIMITS.note, empty: true }) note!: string;
  @ShareField() before!: EffectShareRequest | null;
  @ShareField() after!: EffectShareRequest | null;
  @IdsField({ max: LIMITS.evidence }) evidenceIds!: string[];
}

/** `POST /api/actions/:id/verify`: early, on files added for it, on what the provider reported, or on both (R14). */
export class VerifyActionRequest {
  @VersionField() version!: number;
  @IdsField({ max: LIMITS.proofs }) attachmentIds!: string[];
  @IdField({ nullable: true }) reportId!: string | null;
  @TextField({ max: LIMITS.reason }) note!: string;
}

/** `POST /api/actions/:id/reopen` and `/withdraw`. */
export class MoveActionRequest {
  @VersionField() version!: number;
  @TextField({ max: LIMITS.reason }) reason!: string;
}

/** `POST /api/actions/:id/lapse` and `/note`. */
export class SettleActionRequest {
  @VersionField() version!: number;
  @TextField({ max: LIMITS.reason, empty: true, optional: true }) reason?: string;
}
