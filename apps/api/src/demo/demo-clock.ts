import { addDays, type CalendarDate, stockholmDate } from '@insyn/domain';
import { Clock } from '../settings/clock.js';

/** A clock that the demonstration turns back, so that what it tells of happened when it says; never into the future. */
export class DemoClock extends Clock {
  readonly #real: Date;
  #now: Date;

  public constructor(real: Date) {
    super();
    this.#real = real;
    this.#now = real;
  }

  public override now(): Date {
    return new Date(this.#now);
  }

  public override today(): CalendarDate {
    return stockholmDate(this.#now);
  }

  /** Turns to some minutes past eight on a day (UTC), or to the real time where that is still to come. */
  public turnTo(day: CalendarDate, minutes = 0): void {
    this.#now = this.instant(day, minutes);
  }

  /** The instant some minutes past eight on a day (UTC), or the real time where that is still to come. */
  public instant(day: CalendarDate, minutes = 0): Date {
    const wanted = Date.parse(`${day}T08:00:00Z`) + minutes * 60_000;
    // A late case must not spill into the next day.
    const latest = Math.min(Date.parse(`${addDays(day, 1)}T00:00:00Z`) - 4 * 3_600_000, this.#real.getTime());
    return new Date(Math.min(wanted, latest));
  }
}
