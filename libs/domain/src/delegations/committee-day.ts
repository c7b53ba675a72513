import type { CalendarDate } from '../calendar/calendar-date.js';
import { formatDate } from '../calendar/swedish-format.js';

/** What can have been decided about, and since when: Swedish for the day itself, as in "då uppföljningen godkändes". */
export interface CommitteeDayBounds {
  readonly today: CalendarDate;
  /** The first day on which the committee can have decided; null where no day is known. */
  readonly notBefore: CalendarDate | null;
  readonly since: string;
}

/** What is wrong with the day on which a committee is said to have decided, in Swedish; null for nothing. */
export function committeeDayFault(
  decidedOn: CalendarDate,
  { today, notBefore, since }: CommitteeDayBounds,
): string | null {
  if (decidedOn > today) return 'Dagen har inte kommit än.';
  if (notBefore === null || notBefore <= decidedOn) return null;
  return `Nämnden kan inte ha beslutat före ${formatDate(notBefore)}, ${since}.`;
}
