import { Injectable } from '@nestjs/common';
import { type CalendarDate, stockholmDate } from '@insyn/domain';

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
    return stockholmDate(this.now());
  }
}
