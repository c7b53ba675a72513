import pg from 'pg';

/** What pg's query does inside, of which its types tell nothing. The version is pinned, and a spec holds it to this. */
interface QueryParts {
  prepare(connection: Wire): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Wire): void;
}

interface Wire {
  readonly parsedStatements: Record<string, string | undefined>;
  parse(statement: { name: string; text: string }): void;
  bind(values: { portal: string; statement: string; values: readonly string[] }): void;
  execute(portal: { portal: string }): void;
}

/** Takes a role and a tenant until the transaction ends. */
export const ENTER = {
  name: 'enter',
  text: `select set_config('role', $1, true), set_config('app.municipality', $2, true),
    set_config('app.account', $3, true), set_config('app.provider', $4, true)`,
};

const PreparedQuery = pg.Query as unknown as new (config: object, done: ReadDone) => pg.Query & QueryParts;

type ReadDone = (error: Error | null | undefined, result?: { rows: unknown[] }) => void;

/**
 * A statement that is run with a role and a tenant. Both go to PostgreSQL before one common Sync, up to which it keeps one
 * transaction; with it the role and the tenant are gone. BEGIN and COMMIT would do the same in four answers instead of
 * one, at twice the CPU (docs/performance.md). A login without rights of its own sees nothing if the first part is missing.
 */
class ScopedRead extends PreparedQuery {
  #entered = false;
  readonly #scope: readonly string[];

  public constructor(
    scope: readonly string[],
    statement: { name: string; text: string; values: unknown[] },
    done: ReadDone,
  ) {
    super({ ...statement, queryMode: 'extended' }, done);
    this.#scope = scope;
  }

  public override prepare(connection: Wire): void {
    if (connection.parsedStatements[ENTER.name] === undefined) connection.parse(ENTER);
    connection.bind({ portal: '', statement: ENTER.name, values: this.#scope });
    connection.execute({ portal: '' });
    super.prepare(connection);
  }

  public override handleDataRow(message: unknown): void {
    if (this.#entered) super.handleDataRow(message);
  }

  public override handleCommandComplete(message: unknown, connection: Wire): void {
    if (this.#entered) return super.handleCommandComplete(message, connection);
    this.#entered = true;
    connection.parsedStatements[ENTER.name] = ENTER.text;
  }
}

/**
 * Runs one statement as a role, in the scope of a municipality, an account and a provider (empty where there is none).
 * After an error the connection must not be used again: what it has prepared is not known.
 */
export function scopedRead<Row>(
  client: pg.ClientBase,
  scope: readonly [role: string, municipality: string, account: string, provider: string],
  statement: { name: string; text: string; values: unknown[] },
): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    client.query(
      new ScopedRead(scope, statement, (error, result) => {
        if (error !== null && error !== undefined) reject(error);
        else resolve((result?.rows ?? []) as Row[]);
      }),
    );
  });
}
