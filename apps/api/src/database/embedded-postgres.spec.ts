import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';

describe('The embedded PostgreSQL', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  function newFolder(mode: number): string {
    const folder = mkdtempSync(join(tmpdir(), 'insyn-embedded-'));
    folders.push(folder);
    chmodSync(folder, mode);
    return folder;
  }

  async function ask(server: EmbeddedPostgres, text: string): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: server.ownerUrl });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(text)).rows;
    } finally {
      await client.end();
    }
  }

  it('is shared by two processes, stops with the last of them, and has its data at the next start', async () => {
    const dataDir = join(newFolder(0o755), 'data');
    const first = await startEmbeddedPostgres(dataDir);
    const second = await startEmbeddedPostgres(dataDir);
    expect(second.ownerUrl).toBe(first.ownerUrl);
    const user = new pg.Client({ connectionString: second.ownerUrl });
    await user.connect();
    await user.query('create table kept (n int)');
    await first.stop();
    expect((await user.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await user.end();
    await second.stop();
    await expect(ask(first, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
    const again = await startEmbeddedPostgres(dataDir);
    expect(await ask(again, 'select count(*)::int as n from kept')).toEqual([{ n: 0 }]);
    await again.stop();
    expect(statSync(join(dataDir, 'postgres-access.json')).mode & 0o777).toBe(0o600);
  }, 60_000);

  it('recovers what was committed after the server was killed', async () => {
    const dataDir = join(newFolder(0o755), 'data');
    const first = await startEmbeddedPostgres(dataDir);
    await ask(first, 'create table kept as select 7 as n');
    const superuser = new pg.Client({ connectionString: first.superuserUrl });
    superuser.on('error', () => undefined);
    await superuser.connect();
    const file = await superuser.query<{ pid: string }>("select pg_read_file('postmaster.pid') as pid");
    process.kill(Number(file.rows[0]?.pid.split('\n')[0]), 'SIGKILL');
    await superuser.end().catch(() => undefined);
    const again = await startEmbeddedPostgres(dataDir);
    expect(await ask(again, 'select n from kept')).toEqual([{ n: 7 }]);
    await again.stop();
  }, 60_000);

  it('has its data where its own user may go, and says so where that is not the folder, which only we may enter', async () => {
    const dataDir = join(newFolder(0o700), 'data');
    mkdirSync(dataDir);
    const said: string[] = [];
    const server = await startEmbeddedPostgres(dataDir, { say: (sentence) => said.push(sentence) });
    // PostgreSQL refuses to run as root: then it runs as another user, who cannot enter; otherwise as ourselves, who can.
    const isAnother = process.getuid?.() === 0;
    const elsewhere = /lies in (\S+)\.$/.exec(said[0] ?? '')?.[1];
    expect(said).toHaveLength(isAnother ? 1 : 0);
    expect(elsewhere === undefined).toBe(!isAnother);
    if (elsewhere !== undefined) folders.push(dirname(elsewhere));
    const place = elsewhere ?? join(dataDir, 'postgres');
    expect(existsSync(join(place, 'PG_VERSION'))).toBe(true);
    expect(existsSync(join(dataDir, 'postgres', 'PG_VERSION'))).toBe(!isAnother);
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(statSync(place).mode & 0o777).toBe(0o700);
    await server.stop();
  }, 60_000);
});
