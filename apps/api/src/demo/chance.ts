import { seededRandom } from '@insyn/domain';

/** Draws that repeat themselves for the same seed. Never for secrets. */
export class Chance {
  readonly #random;

  public constructor(seed: string) {
    this.#random = seededRandom(seed);
  }

  /** A whole number from `from` to `to`, both included. */
  public between(from: number, to: number): number {
    return from + this.#random.below(to - from + 1);
  }

  /** True so many times of a hundred. */
  public happens(percent: number): boolean {
    return this.#random.below(100) < percent;
  }

  public one<T>(list: readonly [T, ...T[]] | readonly T[]): T {
    const drawn = list[this.#random.below(list.length)];
    if (drawn === undefined) throw new RangeError('There is nothing to draw from.');
    return drawn;
  }

  /** So many different ones, in the order in which they stand. */
  public some<T>(list: readonly T[], count: number): T[] {
    const places = list.map((_, place) => place);
    const drawn = Array.from(
      { length: Math.min(count, list.length) },
      () => places.splice(this.#random.below(places.length), 1)[0],
    );
    return drawn.sort((a = 0, b = 0) => a - b).map((place = 0) => list[place] as T);
  }
}
