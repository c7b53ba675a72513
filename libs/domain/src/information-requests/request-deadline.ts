import { addDays, type CalendarDate, isCalendarDate, stockholmDate } from '../calendar/calendar-date.js';
import { formatDate } from '../calendar/swedish-format.js';
import { LAST_CALENDAR_YEAR, nextWorkingDay } from '../calendar/swedish-holidays.js';
import { type Reminder, reminderDates } from '../deadlines/deadline.js';
import type { RequestState } from './information-request.js';
import { WAITING_STATES } from './request-workflow.js';

/** The longest that a deadline can be moved at once, in days: a year that was mistyped is not a deadline. */
export const MAX_EXTENSION_DAYS = 365;

/** What is asked for when a deadline is to be moved. */
export interface WantedExtension {
  readonly due: CalendarDate;
  readonly wantedDue: CalendarDate;
  readonly today: CalendarDate;
}

/**
 * Whether a submission came after its deadline: the day it is in Sweden at that instant is after the due date, so that
 * 23:59:59 on the due date is in time (R1: dates in Europe/Stockholm). A late submission is marked, never refused.
 */
export function isLate(submittedAt: Date, due: CalendarDate): boolean {
  return stockholmDate(submittedAt) > due;
}

/** What is wrong with a wanted new deadline, in Swedish; empty if it can be asked for or granted. */
export function extensionFaults({ due, wantedDue, today }: WantedExtension): string[] {
  if (!isCalendarDate(wantedDue)) return ['Ange ett datum som finns, till exempel 2026-11-20'];
  const faults: string[] = [];
  if (wantedDue <= due) faults.push(`Den nya tiden ska gå ut efter den nuvarande, ${formatDate(due)}`);
  if (wantedDue < today) faults.push('Den nya tiden har redan gått ut');
  const latest = addDays(due > today ? due : today, MAX_EXTENSION_DAYS);
  const lastKnown = `${LAST_CALENDAR_YEAR}-12-30`;
  if (wantedDue > latest || wantedDue > lastKnown) {
    faults.push(`Tiden kan förlängas längst till ${formatDate(latest < lastKnown ? latest : lastKnown)}`);
  }
  return faults;
}

/** R1: the deadline that a wanted one becomes; a day that is no working day moves to the next one. @throws RangeError for what is no date. */
export function extendedDue(wanted: CalendarDate): CalendarDate {
  return nextWorkingDay(wanted);
}

/**
 * R3: the reminders of a request, in order; none once it no longer waits for the provider. An extended deadline is a due
 * date of its own, so it reminds again.
 * @throws RangeError as `reminderDates`.
 */
export function requestReminders(due: CalendarDate, sentOn: CalendarDate, state: RequestState): readonly Reminder[] {
  return WAITING_STATES.includes(state) ? reminderDates(due, sentOn) : [];
}
