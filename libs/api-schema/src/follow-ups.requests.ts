import {
  FOLLOW_UP_KINDS,
  FOLLOW_UP_STATES,
  type CalendarDate,
  type FollowUpKind,
  type FollowUpState,
} from '@insyn/domain';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import {
  ChoiceField,
  DateField,
  IdField,
  IdsField,
  IntegerField,
  TextField,
  TextsField,
  VersionField,
} from './fields.js';
import { FOLLOW_UP_LIMITS as LIMITS, FOLLOW_UP_SORTS, type FollowUpSort } from './follow-ups.js';

// A re-check is opened from its parent, never by this route.
const OPENED_KINDS = FOLLOW_UP_KINDS.filter((kind) => kind !== 're-check');

/** `POST /api/follow-ups`: the scope is the clauses of the focus areas and the clauses named, together. */
export class OpenFollowUpRequest {
  @IdField() contractId!: string;
  @IdField() unitId!: string;
  @ChoiceField(OPENED_KINDS) kind!: FollowUpKind;
  @IntegerField({ min: 1990, max: 2100 }) year!: number;
  @TextsField({ max: LIMITS.scope, length: 120, optional: true }) focusAreas?: string[];
  @IdsField({ max: LIMITS.scope, optional: true }) clauseIds?: string[];
  @TextField({ max: LIMITS.caseNumber, optional: true, nullable: true }) caseNumber?: string | null;
  @IdsField({ max: LIMITS.team, optional: true }) teamIds?: string[];
  @DateField({ optional: true, nullable: true }) decisionDue?: CalendarDate | null;
}

/** `PATCH /api/follow-ups/:id`; what is left out stays as it is. */
export class ChangeFollowUpRequest {
  @VersionField() version!: number;
  @TextField({ max: LIMITS.title, optional: true }) title?: string;
  @TextField({ max: LIMITS.background, empty: true, optional: true }) background?: string;
  @TextField({ max: LIMITS.purpose, empty: true, optional: true }) purpose?: string;
  @TextField({ max: LIMITS.summary, empty: true, optional: true }) summary?: string;
  @DateField({ optional: true, nullable: true }) reportDate?: CalendarDate | null;
  @DateField({ optional: true, nullable: true }) decisionDue?: CalendarDate | null;
  @IdsField({ max: LIMITS.team, optional: true }) teamIds?: string[];
}

/** `POST /api/follow-ups/:id/start` and the other moves: what the reader had read, and why where the act asks for it. */
export class MoveFollowUpRequest {
  @VersionField() contentVersion!: number;
  @TextField({ max: LIMITS.reason, empty: true, optional: true }) reason?: string;
}

/** `GET /api/follow-ups?search=&state=&year=&sort=&after=`. */
export class FollowUpListQuery {
  @TextField({ max: LIMITS.listSearch, empty: true, optional: true }) search?: string;
  @ChoiceField(FOLLOW_UP_STATES, { optional: true }) state?: FollowUpState;
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{4}$/.test(value) ? Number(value) : value,
  )
  @IsOptional()
  @Min(1990, { message: 'Ange ett år från 1990.' })
  @Max(2100, { message: 'Ange ett år till och med 2100.' })
  @IsInt({ message: 'Ange ett år med fyra siffror.' })
  @ApiProperty({ type: 'integer', required: false })
  year?: number;
  @ChoiceField(FOLLOW_UP_SORTS, { optional: true }) sort?: FollowUpSort;
  @TextField({ max: 1200, optional: true }) after?: string;
}
