import { addDays, addMonths, nextWorkingDay, type CalendarDate } from '@insyn/domain';

/** A working day about so many days before (negative: after) the day the demonstration is made. */
export function workingDay(today: CalendarDate, daysAgo: number): CalendarDate {
  return nextWorkingDay(addDays(today, -daysAgo));
}

/** The day as reports write it in running text: "6 november 2026". */
export function dayInWords(day: CalendarDate): string {
  return IN_WORDS.format(new Date(`${day}T12:00:00Z`));
}

const IN_WORDS = new Intl.DateTimeFormat('sv-SE', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Twelve months that end with the month before a day, as a period of figures: "tolv månader till och med oktober 2026". */
export function twelveMonthsTo(day: CalendarDate): string {
  const month = MONTH.format(new Date(`${addMonths(day, -1)}T12:00:00Z`));
  return `tolv månader till och med ${month}`;
}

const MONTH = new Intl.DateTimeFormat('sv-SE', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The year of a date. */
export function yearOf(day: CalendarDate): number {
  return Number(day.slice(0, 4));
}

/** The Social Services Act in force on a day, with its number. */
export function socialServicesAct(day: CalendarDate): string {
  return day >= '2025-07-01' ? 'socialtjänstlagen (2025:400)' : 'socialtjänstlagen (2001:453)';
}
