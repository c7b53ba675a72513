import pg from 'pg';
import type { Lexicon } from './lexicon.ts';

/** Collects rows by table and inserts those of a table in one statement, in the order in which tables first came. */
export class Rows {
  readonly #tables = new Map<string, Record<string, unknown>[]>();
  readonly #client: pg.Client;
  #written = 0;

  public constructor(client: pg.Client) {
    this.#client = client;
  }

  public get written(): number {
    return this.#written;
  }

  /** All rows of a table have the columns of its first one. */
  public add(table: string, row: Record<string, unknown>): void {
    const rows = this.#tables.get(table);
    if (rows === undefined) this.#tables.set(table, [row]);
    else rows.push(row);
  }

  /** Writes what was collected, in one transaction. */
  public async flush(): Promise<void> {
    await this.#client.query('begin');
    for (const [table, rows] of this.#tables) {
      const [first] = rows;
      if (first === undefined) continue;
      const columns = Object.keys(first).map(pg.escapeIdentifier).join(', ');
      const target = pg.escapeIdentifier(table);
      const from = ['from json_populate_recordset(null::', target, ', $1::json)'].join('');
      const text = ['insert into', target, '(', columns, ') select', columns, from].join(' ');
      await this.#client.query(text, [JSON.stringify(rows)]);
      this.#written += rows.length;
      rows.length = 0;
    }
    await this.#client.query('commit');
  }
}

/** Ids as the API makes them (UUID version 7): each later one is greater, the rest comes from the seed. */
export class Ids {
  readonly #lexicon: Lexicon;
  #milliseconds = Date.parse('2023-01-02T08:00:00Z');

  public constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  public next(): string {
    this.#milliseconds += 1;
    const time = this.#milliseconds.toString(16).padStart(12, '0');
    const rest = this.#lexicon.hex(18);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest.slice(6)}`;
  }
}
