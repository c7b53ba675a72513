import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../src/database/embedded-postgres.js';
import { withFileLock } from '../src/database/file-lock.js';
import { migrate } from '../src/database/migrate.js';

/** A database of one's own, as the API's login, as the owner, and as the superuser who made it. */
export interface TestDatabase {
  readonly loginUrl: string;
  readonly ownerUrl: string;
  readonly superuserUrl: string;
  drop(): Promise<void>;
}

const TEMPLATE = 'insyn_template';

/** A fresh copy of a database that was migrated once for the whole run. */
export async function createTestDatabase(): Promise<TestDatabase> {
  return makeDatabase('spec_', TEMPLATE);
}

/** An empty database, for specs of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return makeDatabase('empty_', 'template1');
}

async function makeDatabase(prefix: string, template: string): Promise<TestDatabase> {
  const server = await specServer();
  const name = prefix + randomUUID().replaceAll('-', '');
  await onServer(server.superuserUrl, ['create database ' + name + ' template ' + template + ' owner insyn_owner']);
  return {
    ...inDatabase(server, name),
    drop: async () => {
      await onServer(server.superuserUrl, ['drop database if exists ' + name + ' with (force)']);
    },
  };
}

let started: Promise<EmbeddedPostgres> | undefined;

/** The one PostgreSQL of the run. Whoever comes first starts it and makes the template; the teardown stops it. */
function specServer(): Promise<EmbeddedPostgres> {
  started ??= startSpecServer();
  return started;
}

async function startSpecServer(): Promise<EmbeddedPostgres> {
  const folder = process.env['INSYN_SPEC_FOLDER'];
  if (folder === undefined)
    throw new Error('The specs of the API need apps/api/jest.config.mjs, which sets the run up.');
  const server = await startEmbeddedPostgres(folder, { forSpecs: true });
  await withFileLock(join(folder, 'template.lock'), async () => {
    const [known] = await onServer(server.superuserUrl, [
      "select 1 from pg_database where datname = '" + TEMPLATE + "'",
    ]);
    if (known !== undefined) return;
    const [data] = await onServer(server.superuserUrl, ['show data_directory']);
    writeFileSync(join(folder, 'data-directory'), String(data?.['data_directory']));
    const half = inDatabase(server, TEMPLATE + '_half');
    await onServer(server.superuserUrl, ['create database ' + TEMPLATE + '_half owner insyn_owner']);
    await onServer(half.superuserUrl, ['alter function ts_match_vq(tsvector, tsquery) leakproof']);
    await migrate(half.ownerUrl, half.loginUrl);
    await onServer(server.superuserUrl, ['alter database ' + TEMPLATE + '_half rename to ' + TEMPLATE]);
  });
  return server;
}

function inDatabase(server: EmbeddedPostgres, name: string): Omit<TestDatabase, 'drop'> {
  const move = (address: string): string => {
    const url = new URL(address);
    url.pathname = '/' + name;
    return url.toString();
  };
  return {
    loginUrl: move(server.loginUrl),
    ownerUrl: move(server.ownerUrl),
    superuserUrl: move(server.superuserUrl),
  };
}

/** Runs statements one after another; the rows of the last. */
async function onServer(url: string, statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query<Record<string, unknown>>(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}
