import { addDays, addMonths, type CalendarDate, isCalendarDate } from '../calendar/calendar-date.js';
import { FIRST_CALENDAR_YEAR, LAST_CALENDAR_YEAR, nextWorkingDay } from '../calendar/swedish-holidays.js';
import type { DeadlineUnit } from './deadline-kinds.js';

/** The months until the re-check where the municipality has not set its own (R2). */
export const DEFAULT_RECHECK_MONTHS = 3;

/** The days before a deadline on which it is reminded of; −1 is the day after (R3). */
export const REMINDER_OFFSETS = [30, 7, 1, -1] as const;
export type ReminderOffset = (typeof REMINDER_OFFSETS)[number];

/** One reminder: sent once for its deadline, due date and offset (R3). */
export interface Reminder {
  readonly date: CalendarDate;
  /** Days left to the deadline on that date; −1 the day after it. */
  readonly daysBefore: ReminderOffset;
}

function requireDate(date: CalendarDate, what: string): void {
  if (!isCalendarDate(date)) throw new RangeError(`${what} is not a date (YYYY-MM-DD): ${JSON.stringify(date)}`);
  const year = Number(date.slice(0, 4));
  if (year < FIRST_CALENDAR_YEAR || year > LAST_CALENDAR_YEAR) {
    throw new RangeError(`${what} must lie in the years ${FIRST_CALENDAR_YEAR}–${LAST_CALENDAR_YEAR}: ${date}`);
  }
}

function requireLength(length: number, unit: string, longest: number): void {
  if (!Number.isInteger(length) || length < 1 || length > longest) {
    throw new RangeError(`A deadline is 1–${longest} whole ${unit}, not ${length}`);
  }
}

function workingDeadline(date: CalendarDate): CalendarDate {
  requireDate(date, 'The deadline');
  return nextWorkingDay(date);
}

/**
 * R1: the deadline so many months after a date. The day of the month is kept, or is the month's last; a day that is no
 * working day moves to the next one.
 * @throws RangeError unless the months are whole and 1–1800, and both dates lie in 1950–2100.
 */
export function deadlineInMonths(from: CalendarDate, months: number): CalendarDate {
  requireDate(from, 'The date to count from');
  requireLength(months, 'months', 1800);
  return workingDeadline(addMonths(from, months));
}

/**
 * R1: the deadline so many days after a date; the day of sending does not count. A day that is no working day moves to
 * the next one.
 * @throws RangeError unless the days are whole and 1–55 000, and both dates lie in 1950–2100.
 */
export function deadlineInDays(from: CalendarDate, days: number): CalendarDate {
  requireDate(from, 'The date to count from');
  requireLength(days, 'days', 55_000);
  return workingDeadline(addDays(from, days));
}

/** How a deadline is counted: so many whole days or months after its base date. */
export interface DeadlineTerm {
  readonly baseDate: CalendarDate;
  readonly amount: number;
  readonly unit: DeadlineUnit;
}

/** R1: the day that a deadline falls on by the rule. @throws RangeError as {@link deadlineInDays} and {@link deadlineInMonths}. */
export function dueOf({ baseDate, amount, unit }: DeadlineTerm): CalendarDate {
  return unit === 'months' ? deadlineInMonths(baseDate, amount) : deadlineInDays(baseDate, amount);
}

/** R2: when the re-check is due, counted from the approval date. @throws RangeError as {@link deadlineInMonths}. */
export function recheckDue(approvalDate: CalendarDate, months: number = DEFAULT_RECHECK_MONTHS): CalendarDate {
  return deadlineInMonths(approvalDate, months);
}

/**
 * R3: the reminders of a deadline, in order: 30, 7 and 1 days before it and the day after, but none on or before the day
 * of sending. They are calendar days: a reminder may fall on a Sunday.
 * @throws RangeError if a date is none, or lies outside 1950–2100.
 */
export function reminderDates(due: CalendarDate, sentOn: CalendarDate): readonly Reminder[] {
  requireDate(due, 'The due date');
  requireDate(sentOn, 'The day of sending');
  return REMINDER_OFFSETS.map((daysBefore) => ({ date: addDays(due, -daysBefore), daysBefore })).filter(
    (reminder) => reminder.date > sentOn,
  );
}
