import { HISTORY_GROUPS, type CalendarDate, type HistoryGroup } from '@insyn/domain';
import { ChoiceField, DateField, TextField } from './fields.js';

/** `GET /api/follow-ups/:id/history`. */
export class HistoryQuery {
  @ChoiceField(HISTORY_GROUPS, { optional: true }) group?: HistoryGroup;
  @TextField({ max: 200, optional: true }) after?: string;
}

/** `GET /api/follow-ups/:id/as-of`; without a day it is today. */
export class AsOfQuery {
  @DateField({ optional: true }) on?: CalendarDate;
}
