import { type CalendarDate, FACT_CHECK_LIMITS as LIMITS, REMARK_OUTCOMES, REMARK_PLACE_KINDS } from '@insyn/domain';
import type { RemarkOutcome, RemarkPlace, RemarkPlaceKind } from '@insyn/domain';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsObject, ValidateNested } from 'class-validator';
import { ChoiceField, DateField, FlagField, TextField, VersionField } from './fields.js';

/** `POST /api/follow-ups/:id/fact-checks/preview`; without `due` the municipality's own time (R1). */
export class PreviewFactCheckRequest {
  @TextField({ max: LIMITS.message, empty: true }) message!: string;
  @DateField({ optional: true }) due?: CalendarDate;
}

/** `POST /api/follow-ups/:id/send-for-fact-check`. */
export class SendForFactCheckRequest extends PreviewFactCheckRequest {
  @VersionField() contentVersion!: number;
}

/** `POST /api/follow-ups/:id/take-back`. */
export class TakeBackRequest {
  @VersionField({ optional: true }) contentVersion?: number;
  @TextField({ max: LIMITS.reason }) reason!: string;
}

/** `POST /api/fact-checks/:id/extend`. */
export class ExtendFactCheckRequest {
  @VersionField() version!: number;
  @DateField() due!: CalendarDate;
  @TextField({ max: LIMITS.reason }) reason!: string;
}

/** `PUT /api/fact-check-remarks/:id/answer`; `version` is null for the first answer. */
export class AnswerRemarkRequest {
  @VersionField({ nullable: true }) version!: number | null;
  @ChoiceField(REMARK_OUTCOMES) outcome!: RemarkOutcome;
  @TextField({ max: LIMITS.answer }) text!: string;
}

export class RemarkPlaceRequest implements RemarkPlace {
  @ChoiceField(REMARK_PLACE_KINDS) kind!: RemarkPlaceKind;
  @TextField({ max: 100 }) id!: string;
}

/** `PUT /api/portal/fact-checks/:id/remarks/:remarkId`; `version` is null for a new one, whose id the browser makes. */
export class RemarkRequest {
  @VersionField({ nullable: true }) version!: number | null;
  @Type(() => RemarkPlaceRequest)
  @ValidateNested()
  @IsObject({ message: 'Ange vilken del av utkastet synpunkten gäller.' })
  @IsDefined({ message: 'Ange vilken del av utkastet synpunkten gäller.' })
  @ApiProperty({ type: RemarkPlaceRequest })
  place!: RemarkPlaceRequest;
  @TextField({ max: LIMITS.remark }) text!: string;
}

/** `POST /api/portal/fact-checks/:id/submit`; `noRemarks` says that the provider has none. */
export class HandInFactCheckRequest {
  @FlagField() noRemarks!: boolean;
}
