import type { CalendarDate } from '../calendar/calendar-date.js';
import { nextWorkingDay } from '../calendar/swedish-holidays.js';
import { type DeadlineTerm, dueOf, type Reminder, reminderDates } from './deadline.js';
import type { DeadlineState } from './deadline-kinds.js';

/**
 * A deadline as it stands. By the rule its due date is that of its term (R1); one that a person has set carries that
 * person's reason, and the term is what it was before.
 */
export interface Deadline extends DeadlineTerm {
  readonly due: CalendarDate;
  /** Why a person set the due date, or null where the rule did. */
  readonly setReason: string | null;
}

/** R1: a deadline by the rule. @throws RangeError as `dueOf`. */
export function deadlineOf(term: DeadlineTerm): Deadline {
  const { baseDate, amount, unit } = term;
  return { baseDate, amount, unit, due: dueOf(term), setReason: null };
}

/**
 * R1: the deadline as a person sets it; a day that is no working day moves to the next one. Setting what it already is
 * still makes it the person's.
 * @throws RangeError where the date does not exist or lies outside 1950–2100, or the reason is empty.
 */
export function movedTo<D extends Deadline>(deadline: D, wanted: CalendarDate, reason: string): D {
  if (reason.trim() === '') throw new RangeError('A due date that a person sets has a reason');
  return { ...deadline, due: nextWorkingDay(wanted), setReason: reason.trim() };
}

/**
 * R1: the deadline counted from another base date. A due date by the rule is counted anew; one that a person has set stays.
 * @throws RangeError as `dueOf`.
 */
export function rebased<D extends Deadline>(deadline: D, baseDate: CalendarDate): D {
  const moved = { ...deadline, baseDate };
  return { ...moved, due: deadline.setReason === null ? dueOf(moved) : deadline.due };
}

/** Whether the due date has passed: the due date itself is in time. Both are days in Stockholm (R1). */
export function isOverdue(due: CalendarDate, today: CalendarDate): boolean {
  return today > due;
}

/** What says whether a deadline is to be escalated to the managers. */
export interface Escalation {
  readonly state: DeadlineState;
  readonly due: CalendarDate;
  /** The day it was last escalated, or null. */
  readonly escalatedOn: CalendarDate | null;
}

/**
 * Whether a deadline is told to the committee's managers today: it runs, it is overdue, and nobody has been told of this
 * due date. One that was extended after it was escalated is escalated again when the new date has passed.
 */
export function escalates({ state, due, escalatedOn }: Escalation, today: CalendarDate): boolean {
  return state === 'open' && isOverdue(due, today) && (escalatedOn === null || escalatedOn <= due);
}

/**
 * R3: the reminders of a deadline that runs, in order; none of one that was met or cancelled. `sentOn` is the day it was
 * sent, or for a deadline of the municipality's own the day it was set.
 * @throws RangeError as `reminderDates`.
 */
export function deadlineReminders(
  { state, due }: Pick<Escalation, 'state' | 'due'>,
  sentOn: CalendarDate,
): readonly Reminder[] {
  return state === 'open' ? reminderDates(due, sentOn) : [];
}
