import { Clock } from '../src/settings/clock.js';

/** What time it is in the specs unless they say otherwise: Wednesday 25 November 2026, ten o'clock in Sweden. */
export const SPEC_NOW = new Date('2026-11-25T09:00:00Z');

/** A clock that a spec moves by hand. */
export class SpecClock extends Clock {
  #now = new Date(SPEC_NOW);

  public override now(): Date {
    return new Date(this.#now);
  }

  public override today(): ReturnType<Clock['today']> {
    return new Clock(this.#now).today();
  }

  public advance(by: { minutes?: number; hours?: number; days?: number }): void {
    const minutes = (by.minutes ?? 0) + 60 * (by.hours ?? 0) + 1440 * (by.days ?? 0);
    this.#now = new Date(this.#now.getTime() + minutes * 60_000);
  }
}
