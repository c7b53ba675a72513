import { DEADLINE_KINDS, DEADLINE_STATES, type CalendarDate, type DeadlineState } from '@insyn/domain';
import {
  DEADLINE_LIMITS as LIMITS,
  DEADLINE_SCOPES,
  type DeadlineScope,
  type ListedDeadlineKind,
} from './deadlines.js';
import { ChoiceField, DateField, TextField, VersionField } from './fields.js';

/** `GET /api/deadlines`. */
export class DeadlineListQuery {
  @ChoiceField(DEADLINE_SCOPES, { optional: true }) scope?: DeadlineScope;
  @ChoiceField(DEADLINE_STATES, { optional: true }) state?: DeadlineState;
  @ChoiceField([...DEADLINE_KINDS, 'information-request'], { optional: true }) kind?: ListedDeadlineKind;
  @TextField({ max: 200, optional: true }) after?: string;
}

/** `POST /api/deadlines/:id/move`. */
export class MoveDeadlineRequest {
  @VersionField() version!: number;
  @DateField() due!: CalendarDate;
  @TextField({ max: LIMITS.reason }) reason!: string;
}

/** `POST /api/deadlines/:id/rebase`. */
export class RebaseDeadlineRequest {
  @VersionField() version!: number;
  @DateField() baseDate!: CalendarDate;
  @TextField({ max: LIMITS.reason }) reason!: string;
}
