import {
  type CalendarDate,
  INCOMING_CHANNELS,
  type IncomingChannel,
  isShare,
  PLAN_LIMITS as LIMITS,
  PLAN_VERDICTS,
  type PlanEffect,
  type PlanMeasure,
  type PlanShare,
  type PlanVerdict,
} from '@insyn/domain';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsObject,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ChoiceField, DateField, IdField, IdsField, TextField, VersionField } from './fields.js';

/** k of n, or null (R4). */
function ShareField(): PropertyDecorator {
  const validate = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null || Object.keys(value).sort().join() !== 'k,n') return false;
    return isShare(value as PlanShare);
  };
  const count = { type: 'integer', minimum: 0, maximum: LIMITS.count };
  return applyDecorators(
    ValidateIf((_, value) => value !== null),
    ValidateBy(
      { name: 'isPlanShare', validator: { validate } },
      { message: 'Ange heltal. Antalet kan inte vara större än hur många det räknas av.' },
    ),
    ApiProperty({ type: 'object', nullable: true, required: ['k', 'n'], properties: { k: count, n: count } } as never),
  );
}

export class PlanMeasureRequest implements PlanMeasure {
  @TextField({ max: LIMITS.measure, empty: true }) text!: string;
  @TextField({ max: LIMITS.responsible, empty: true }) responsible!: string;
  @DateField({ nullable: true }) due!: CalendarDate | null;
}

export class PlanEffectRequest implements PlanEffect {
  @TextField({ max: LIMITS.how, empty: true }) how!: string;
  @DateField({ nullable: true }) followUpOn!: CalendarDate | null;
  @TextField({ max: LIMITS.effectMeasure, empty: true }) measure!: string;
  @ShareField() before!: PlanShare | null;
  @ShareField() target!: PlanShare | null;
}

/** What is written about one action, by whichever side. */
class PlanItemRequest {
  @TextField({ max: LIMITS.cause, empty: true }) cause!: string;
  @Type(() => PlanMeasureRequest)
  @ValidateNested({ each: true })
  @ArrayMaxSize(LIMITS.measures, { message: `Ange högst ${LIMITS.measures} åtgärder.` })
  @IsArray({ message: 'Ange åtgärderna.' })
  @ApiProperty({ type: [PlanMeasureRequest], maxItems: LIMITS.measures })
  measures!: PlanMeasureRequest[];
  @Type(() => PlanEffectRequest)
  @ValidateNested()
  @IsObject({ message: 'Ange effekten.' })
  @ApiProperty({ type: PlanEffectRequest })
  effect!: PlanEffectRequest;
  @TextField({ max: LIMITS.answer, empty: true }) answer!: string;
}

/** `PUT /api/portal/action-plans/:id/items/:actionId`: `version` is null for the first words about an action. */
export class SavePlanItemRequest extends PlanItemRequest {
  @VersionField({ nullable: true }) version!: number | null;
}

export class IncomingItemRequest extends PlanItemRequest {
  @IdField() actionId!: string;
}

/** `POST /api/action-plans/:id/incoming`: a plan that came outside the portal, with the document that was uploaded for it. */
export class RegisterPlanRequest {
  @ChoiceField(INCOMING_CHANNELS) channel!: IncomingChannel;
  @DateField() arrivedOn!: CalendarDate;
  @IdField() fileId!: string;
  @Type(() => IncomingItemRequest)
  @ValidateNested({ each: true })
  @ArrayUnique(({ actionId }: IncomingItemRequest) => actionId, { message: 'Samma krav finns två gånger.' })
  @ArrayMaxSize(500, { message: 'Ange högst 500 krav.' })
  @IsArray({ message: 'Ange planen för varje krav.' })
  @ApiProperty({ type: [IncomingItemRequest], maxItems: 500 })
  items!: IncomingItemRequest[];
  /** What the provider has begun to write in the portal may be replaced, as it stood at this instant (from the 409). */
  @TextField({ max: 40, optional: true, nullable: true }) replacesDraftOf?: string | null;
}

/** `POST /api/portal/action-plans/:id/reports`. */
export class ReportDoneRequest {
  @IdField() actionId!: string;
  @TextField({ max: LIMITS.report }) text!: string;
  @ShareField() effect!: PlanShare | null;
  /** Files that were uploaded for this report. */
  @IdsField({ max: 50 }) fileIds!: string[];
}

export class PlanVerdictRequest {
  @IdField() actionId!: string;
  @ChoiceField(PLAN_VERDICTS) verdict!: PlanVerdict;
  @TextField({ max: LIMITS.verdict, empty: true }) text!: string;
}

/** `POST /api/action-plans/:id/judge`: all requirements of the round at once; `due` where not all are sufficient. */
export class JudgePlanRequest {
  @VersionField() version!: number;
  @Type(() => PlanVerdictRequest)
  @ValidateNested({ each: true })
  @ArrayUnique(({ actionId }: PlanVerdictRequest) => actionId, { message: 'Samma krav finns två gånger.' })
  @ArrayMinSize(1, { message: 'Bedöm varje krav.' })
  @ArrayMaxSize(500, { message: 'Bedöm högst 500 krav.' })
  @IsArray({ message: 'Bedöm varje krav.' })
  @ApiProperty({ type: [PlanVerdictRequest], minItems: 1, maxItems: 500 })
  verdicts!: PlanVerdictRequest[];
  @DateField({ optional: true, nullable: true }) due?: CalendarDate | null;
}

/** `POST /api/action-plans/:id/due`. */
export class MovePlanDueRequest {
  @DateField() due!: CalendarDate;
  @TextField({ max: LIMITS.reason }) reason!: string;
}

/** `POST /api/contracts/:id/transfer`: another provider takes over the contract from a day. */
export class TransferContractRequest {
  @VersionField() version!: number;
  @IdField() providerId!: string;
  @DateField() from!: CalendarDate;
  @TextField({ max: LIMITS.reason }) reason!: string;
}
