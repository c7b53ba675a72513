import { formatCaseNumber } from '@insyn/domain';

/** The next running numbers of a committee and a year; a case may ask for one that is still free. */
export class CaseNumbers {
  readonly #last = new Map<string, number>();
  readonly #step: number | null;

  /** @param step the distance from one number to the next; without it other cases of the committee seem to lie between. */
  public constructor(step: number | null = null) {
    this.#step = step;
  }

  public next(
    committee: { prefix: string; caseNumberPattern: string; classification: string },
    year: number,
    wanted: number | null,
  ): string {
    const key = `${committee.prefix} ${year}`;
    const last = this.#last.get(key) ?? 200;
    const number = Math.max(last + (this.#step ?? 3 + ((last * 7) % 12)), wanted ?? 0);
    this.#last.set(key, number);
    return formatCaseNumber(committee.caseNumberPattern, { ...committee, year, number });
  }

  /** The last number given out, by committee and year. */
  public last(): { prefix: string; year: number; lastNumber: number }[] {
    return [...this.#last].map(([key, lastNumber]) => {
      const [prefix = '', year = ''] = key.split(' ');
      return { prefix, year: Number(year), lastNumber };
    });
  }
}
