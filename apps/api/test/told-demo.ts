import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createTestDatabase } from './test-database.js';
import { readSettings, type Settings } from '../src/settings/settings.js';
import { type DemoResult, makeDemo } from '../src/demo/demo.js';

/** For specs: a demonstration just large enough that the gathering is told, or the deciding as well. */
export interface ToldDemo {
  made: DemoResult;
  settings: Settings;
  /** Reads as the owner, across tenants. */
  rows<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** Makes it in a database of its own. */
export async function aToldDemo(now: Date, { deciding = false } = {}): Promise<ToldDemo> {
  const database = await createTestDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'insyn-demo-'));
  const settings = readSettings({ NODE_ENV: 'test', DATABASE_URL: database.loginUrl, DATA_DIR: dataDir });
  const address = { ...database, release: () => Promise.resolve() };
  const options = { municipalities: 2, followUps: deciding ? 44 : 24, seed: 'spec', ifEmpty: false, bulk: false, now };
  const made = await makeDemo(settings, address, options);
  const owner = new pg.Client({ connectionString: database.superuserUrl });
  await owner.connect();
  return {
    made,
    settings,
    rows: async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await owner.query<Row>(text, values)).rows,
    drop: async () => {
      await owner.end();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
