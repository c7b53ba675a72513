import pg from 'pg';
import { createDataSource } from './data-source.js';

/** The roles that the login may take, one per door, and two that serve none (architecture.md, Three doors). */
export const DATABASE_ROLES = ['insyn_staff', 'insyn_provider', 'insyn_public', 'insyn_auth', 'insyn_jobs'] as const;
export type DatabaseRole = (typeof DATABASE_ROLES)[number];

/**
 * Runs what is left of the migrations as the owner, then makes sure that the login exists, inherits nothing and may take
 * the roles. Safe to run any number of times.
 * @returns the names of the migrations that were run.
 */
export async function migrate(ownerUrl: string, loginUrl: string): Promise<string[]> {
  const dataSource = createDataSource(ownerUrl, { poolSize: 1, limits: false });
  await dataSource.initialize();
  try {
    const done = await dataSource.runMigrations();
    await ensureLogin(ownerUrl, loginUrl);
    return done.map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}

async function ensureLogin(ownerUrl: string, loginUrl: string): Promise<void> {
  const url = new URL(loginUrl);
  const login = decodeURIComponent(url.username);
  const password = decodeURIComponent(url.password);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const run = async (format: string, ...values: string[]): Promise<void> => {
    const statement = await client.query<{ text: string }>('select format($1, variadic $2::text[]) as text', [
      format,
      values,
    ]);
    await client.query(statement.rows[0]?.text ?? '');
  };
  try {
    const known = await client.query('select 1 from pg_roles where rolname = $1', [login]);
    if (known.rowCount === 0) {
      await run(
        'create role %I login noinherit nosuperuser nobypassrls nocreatedb nocreaterole password %L',
        login,
        password,
      );
    }
    for (const role of DATABASE_ROLES) {
      const member = await client.query<{ is_member: boolean }>(
        "select pg_has_role($1::name, $2::name, 'member') as is_member",
        [login, role],
      );
      if (member.rows[0]?.is_member !== true) await run('grant %I to %I', role, login);
    }
  } finally {
    await client.end();
  }
}
