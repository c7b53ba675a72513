import { addDays, type CalendarDate, isWorkingDay } from '@insyn/domain';

/** The working day about so many days before, never after, the day the demonstration is made. */
export function pastDay(today: CalendarDate, daysAgo: number): CalendarDate {
  let day = addDays(today, -daysAgo);
  while (!isWorkingDay(day)) day = addDays(day, -1);
  return day;
}
