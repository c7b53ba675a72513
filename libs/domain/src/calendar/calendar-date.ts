/**
 * A day in the Swedish calendar, written 'YYYY-MM-DD' (R1: dates in Europe/Stockholm, never instants). Such strings sort
 * as the days do.
 */
export type CalendarDate = string;

const SHAPE = /^([1-9]\d{3})-(\d{2})-(\d{2})$/;
const DAY_IN_MS = 86_400_000;

/** Year, month (1–12) and day (1–31) of a date. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The number of days in a month (1–12) of a year. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function partsOrNull(text: string): DateParts | null {
  const match = SHAPE.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return { year, month, day };
}

/** Tells whether a value is a day that exists, written 'YYYY-MM-DD' (years 1000–9999). */
export function isCalendarDate(value: unknown): value is CalendarDate {
  return typeof value === 'string' && partsOrNull(value) !== null;
}

/** Takes a date apart. @throws RangeError if it is not a day that exists. */
export function dateParts(date: CalendarDate): DateParts {
  const parts = partsOrNull(date);
  if (!parts) throw new RangeError(`Not a calendar date (YYYY-MM-DD): ${JSON.stringify(date)}`);
  return parts;
}

/** Puts a date together. @throws RangeError if the day does not exist or the year is outside 1000–9999. */
export function calendarDate(year: number, month: number, day: number): CalendarDate {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  dateParts(date);
  return date;
}

function dayNumber(date: CalendarDate): number {
  const { year, month, day } = dateParts(date);
  return Date.UTC(year, month - 1, day) / DAY_IN_MS;
}

function fromDayNumber(dayCount: number): CalendarDate {
  const instant = new Date(dayCount * DAY_IN_MS);
  return calendarDate(instant.getUTCFullYear(), instant.getUTCMonth() + 1, instant.getUTCDate());
}

function requireWhole(count: number, unit: string): void {
  if (!Number.isSafeInteger(count)) throw new RangeError(`Not a whole number of ${unit}: ${count}`);
}

/** The date so many days later (earlier if negative). @throws RangeError outside the years 1000–9999. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  requireWhole(days, 'days');
  return fromDayNumber(dayNumber(date) + days);
}

/**
 * The date so many months later (earlier if negative). R1: the day of the month is kept; where that day does not exist
 * it is the month's last day.
 * @throws RangeError outside the years 1000–9999.
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  requireWhole(months, 'months');
  const { year, month, day } = dateParts(date);
  const count = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  return calendarDate(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** The day of the week by ISO 8601: 1 is Monday, 7 is Sunday. */
export function weekday(date: CalendarDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** Orders two dates for a sort: negative if the first is earlier, 0 if they are the same day. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return daysBetween(b, a);
}

/** The days from one date to another: 1 from a day to the next, negative backwards. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The ISO 8601 week that a day lies in, with the year that the week belongs to. */
export function isoWeek(date: CalendarDate): { readonly year: number; readonly week: number } {
  const thursday = addDays(date, 4 - weekday(date));
  const { year } = dateParts(thursday);
  return { year, week: Math.floor(daysBetween(calendarDate(year, 1, 1), thursday) / 7) + 1 };
}

const stockholm = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function stockholmPart(instant: Date): (type: Intl.DateTimeFormatPartTypes) => string {
  if (Number.isNaN(instant.getTime())) throw new RangeError('Not an instant: the Date is invalid');
  const parts = stockholm.formatToParts(instant);
  return (type) => parts.find((part) => part.type === type)?.value ?? '';
}

/** The day it is in Sweden at an instant. @throws RangeError for an invalid Date. */
export function stockholmDate(instant: Date): CalendarDate {
  const part = stockholmPart(instant);
  return calendarDate(Number(part('year')), Number(part('month')), Number(part('day')));
}

/** The time of day in Sweden at an instant: '14:32'. @throws RangeError for an invalid Date. */
export function stockholmTime(instant: Date): string {
  const part = stockholmPart(instant);
  return `${part('hour')}:${part('minute')}`;
}
