import type { CalendarDate } from '../calendar/calendar-date.js';

/**
 * How a contract stands on a day. Which options are in the terms is known, not which of them have been taken up: between its
 * own end and its latest possible end it may run on, and nobody but a person can say whether it does.
 */
export type ContractStanding = 'running' | 'may-run-on' | 'ended';

/** The days that a contract can end on. */
export interface ContractEnds {
  readonly endsOn: CalendarDate;
  /** With every option; the same day where there is none. */
  readonly latestEnd: CalendarDate;
}

/** The day that a contract ends, as far as is known on `today`: its own end, and once that has passed the latest possible. */
export function contractEnd({ endsOn, latestEnd }: ContractEnds, today: CalendarDate): CalendarDate {
  return endsOn < today && latestEnd >= today ? latestEnd : endsOn;
}

/** How a contract stands on `today`; it runs its last day out, and has ended the day after its latest possible end (R14). */
export function contractStanding(ends: ContractEnds, today: CalendarDate): ContractStanding {
  if (ends.endsOn >= today) return 'running';
  return contractEnd(ends, today) >= today ? 'may-run-on' : 'ended';
}
