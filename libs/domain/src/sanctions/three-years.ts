import { addDays, addMonths, type CalendarDate } from '../calendar/calendar-date.js';

/** How far back a sanction is counted against a provider, in months: three years from the day it was sent. */
const THREE_YEARS = 36;

/**
 * The first day that lies within three years of today. What was done on 29 February is three years old on 28 February; on
 * 29 February the first day is therefore 1 March.
 * @throws RangeError unless today is a date.
 */
export function threeYearsFrom(today: CalendarDate): CalendarDate {
  const from = addMonths(today, -THREE_YEARS);
  return addMonths(from, THREE_YEARS) < today ? addDays(from, 1) : from;
}

/**
 * Whether a day lies within the three years that end today, both days included. What happened more than three years ago may
 * not exclude a tenderer (LOU 2016:1145 13:3 a, see `EXCLUSION_LAW`). The act counts from the event and does not say which day
 * that is for a sanction; ours is the day on which it was sent. The view answers nothing by itself.
 * @throws RangeError unless both are dates.
 */
export function withinThreeYears(date: CalendarDate, today: CalendarDate): boolean {
  return date >= threeYearsFrom(today) && date <= today;
}
