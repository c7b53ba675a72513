import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { aFollowUp, answered } from '../../test/follow-up-factory.js';
import { PASSWORD, runSql, testApp, type TestApp } from '../../test/test-app.js';

const MAIN = join(dirname(fileURLToPath(import.meta.url)), '../../dist/main.js');

describe('An API that is killed between approval and rendering', () => {
  let t: TestApp;
  const waiting: { id: string; contentVersion: number }[] = [];
  let children: ChildProcess[] = [];

  beforeAll(async () => {
    if (!existsSync(MAIN)) throw new Error('The API is not built: run `npm run build` first.');
    t = await testApp();
    for (let made = 0; made < 2; made += 1) {
      const followUp = await aFollowUp(t).deciding();
      const declaration = `/api/follow-ups/${followUp.id}/conflict-declaration`;
      answered(await followUp.manager.post(declaration, { hasConflict: false }), 200);
      waiting.push({ id: followUp.id, contentVersion: (await followUp.view()).contentVersion });
    }
    // The processes of this spec are the only ones that work the queue from here on.
    await t.app.close();
  }, 60_000);
  afterEach(async () => {
    for (const child of children) await kill(child);
    children = [];
  });
  afterAll(() => t.close());

  /** The built API as a process of its own, on the database of this spec. */
  async function start(): Promise<{ child: ChildProcess; address: string }> {
    const port = await freePort();
    const address = `http://localhost:${port}`;
    const environment: NodeJS.ProcessEnv = {
      ...process.env,
      ...{ NODE_ENV: 'test', PORT: String(port), PUBLIC_URL: address, LOG_LEVEL: 'silent' },
      ...{ DATABASE_URL: t.database.loginUrl, DATA_DIR: t.dataDir },
      SESSION_SECRET: 'a secret that is long enough for the specs',
    };
    delete environment['NODE_OPTIONS'];
    const child = spawn(process.execPath, [MAIN], { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
    children.push(child);
    for (let tries = 0; tries < 300; tries += 1) {
      if (child.exitCode !== null) throw new Error(`The API ended with status ${child.exitCode}.`);
      const answer = await fetch(`${address}/api/health/ready`).catch(() => undefined);
      if (answer?.ok) return { child, address };
      await sleep(100);
    }
    throw new Error('The API was not ready within thirty seconds.');
  }

  async function approve(address: string, followUp: { id: string; contentVersion: number }): Promise<number> {
    const headers = { 'content-type': 'application/json' };
    const { email } = t.people.manager(t.m1);
    const body = JSON.stringify({ email, password: PASSWORD });
    const signedIn = await fetch(`${address}/api/sessions`, { method: 'POST', headers, body });
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const answer = await fetch(`${address}/api/follow-ups/${followUp.id}/approve`, {
      method: 'POST',
      headers: { ...headers, cookie, 'idempotency-key': uuidv7() },
      body: JSON.stringify({ contentVersion: followUp.contentVersion }),
    });
    return answer.status;
  }

  const filesOf = (followUpId: string) =>
    t.asOwner<{ format: string; variant: string }>(
      `select f.variant, f.format from report_file f join report r on r.id = f.report_id
       where r.follow_up_id = $1 order by f.format`,
      [followUpId],
    );
  const jobOf = async (followUpId: string) => {
    const text = `select j.state::text as state from pgboss.job j join report r on r.id::text = j.data->>'reportId'
      where r.follow_up_id = $1`;
    return (await runSql<{ state: string }>(t.database.superuserUrl, text, [followUpId])).map(({ state }) => state);
  };

  /** What the queue does with a job whose worker is gone, two minutes early. */
  const giveBack = () =>
    runSql(
      t.database.superuserUrl,
      "update pgboss.job set state = 'retry', start_after = now() where state = 'active'",
    );

  async function restartAndExpectOneReport(followUpId: string): Promise<void> {
    await giveBack();
    await start();
    for (let tries = 0; tries < 300 && (await jobOf(followUpId))[0] !== 'completed'; tries += 1) await sleep(100);
    expect(await jobOf(followUpId)).toEqual(['completed']);
    expect(await filesOf(followUpId)).toEqual([
      { variant: 'internal', format: 'html' },
      { variant: 'internal', format: 'pdf' },
    ]);
    const count = async (text: string) => (await t.asOwner(text, [followUpId])).length;
    expect(await count('select 1 from report where follow_up_id = $1')).toBe(1);
    expect(await count('select 1 from record where follow_up_id = $1')).toBe(1);
    expect(await count("select 1 from judgement where follow_up_id = $1 and status = 'approved'")).toBe(1);
  }

  it('renders the report once when it is started again, having approved and done nothing more', async () => {
    const [followUp] = waiting;
    if (followUp === undefined) throw new Error('There is no follow-up.');
    const { child, address } = await start();
    expect(await approve(address, followUp)).toBe(200);
    await kill(child);
    expect(await filesOf(followUp.id)).toEqual([]);
    await restartAndExpectOneReport(followUp.id);
  }, 60_000);

  it('renders the report once when it is started again, having been killed while it rendered', async () => {
    const [, followUp] = waiting;
    if (followUp === undefined) throw new Error('There is no follow-up.');
    const { child, address } = await start();
    expect(await approve(address, followUp)).toBe(200);
    for (let tries = 0; tries < 1000 && (await jobOf(followUp.id))[0] === 'created'; tries += 1) await sleep(2);
    await kill(child);
    expect(await jobOf(followUp.id)).toEqual(['active']);
    await restartAndExpectOneReport(followUp.id);
  }, 60_000);
});

/** Ends a process of this spec as a power cut would. */
async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port was found.');
  return address.port;
}
