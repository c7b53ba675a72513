import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@insyn/domain';

const STOCKHOLM = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The only place that knows what time it is. Dates are Swedish dates, never instants (R1). */
@Injectable()
export class Clock {
  readonly #fixed: Date | undefined;

  public constructor(fixed?: Date) {
    this.#fixed = fixed;
  }

  public now(): Date {
    return this.#fixed === undefined ? new Date() : new Date(this.#fixed);
  }

  public today(): CalendarDate {
    return dateInStockholm(this.now());
  }
}

/** The calendar date in Europe/Stockholm at an instant. */
export function dateInStockholm(instant: Date): CalendarDate {
  return STOCKHOLM.format(instant) as CalendarDate;
}
