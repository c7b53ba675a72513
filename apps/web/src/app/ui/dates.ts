import { Pipe } from '@angular/core';
import type { PipeTransform } from '@angular/core';
import { formatDateLong, formatDateShort, stockholmDate, stockholmTime } from '@insyn/domain';

/** "14:32" in Sweden; empty for null. */
export function formatTimeOfDay(instant: string | Date | null): string {
  return instant === null ? '' : stockholmTime(new Date(instant));
}

/** "20 nov", for lists. Takes a calendar date; null gives an empty text. */
@Pipe({ name: 'dateShort' })
export class DateShortPipe implements PipeTransform {
  transform(date: string | null | undefined): string {
    return date ? formatDateShort(date) : '';
  }
}

/** "måndag 11 januari 2027", where a date binds. Takes a calendar date; null gives an empty text. */
@Pipe({ name: 'dateLong' })
export class DateLongPipe implements PipeTransform {
  transform(date: string | null | undefined): string {
    return date ? formatDateLong(date) : '';
  }
}

/** "20 nov 14:32", for an instant; null gives an empty text. */
@Pipe({ name: 'instantShort' })
export class InstantShortPipe implements PipeTransform {
  transform(instant: string | null | undefined): string {
    if (!instant) return '';
    const at = new Date(instant);
    return `${formatDateShort(stockholmDate(at))} ${stockholmTime(at)}`;
  }
}

/** "14:32", for an instant; null gives an empty text. */
@Pipe({ name: 'timeOfDay' })
export class TimeOfDayPipe implements PipeTransform {
  transform(instant: string | null | undefined): string {
    return formatTimeOfDay(instant ?? null);
  }
}
