import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { BuiltApi, kill, requireBuiltApi } from '../../test/built-api.js';
import { aFollowUp, answered } from '../../test/follow-up-factory.js';
import { runSql, testApp, type TestApp } from '../../test/test-app.js';

describe('An API that is killed between approval and rendering', () => {
  let t: TestApp;
  const waiting: { id: string; contentVersion: number }[] = [];
  let api: BuiltApi;

  beforeAll(async () => {
    requireBuiltApi();
    t = await testApp();
    api = new BuiltApi(t);
    for (let made = 0; made < 2; made += 1) {
      const followUp = await aFollowUp(t).deciding();
      const declaration = `/api/follow-ups/${followUp.id}/conflict-declaration`;
      answered(await followUp.manager.post(declaration, { hasConflict: false }), 200);
      waiting.push({ id: followUp.id, contentVersion: (await followUp.view()).contentVersion });
    }
    // The processes of this spec are the only ones that work the queue from here on.
    await t.app.close();
  }, 60_000);
  afterEach(() => api.killAll());
  afterAll(() => t.close());

  async function approve(address: string, followUp: { id: string; contentVersion: number }): Promise<number> {
    const body = { contentVersion: followUp.contentVersion };
    const path = `/api/follow-ups/${followUp.id}/approve`;
    return (await api.post(address, t.people.manager(t.m1), path, { key: uuidv7(), body })).status;
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
    await api.start();
    for (let tries = 0; tries < 300 && (await jobOf(followUpId))[0] !== 'completed'; tries += 1) await sleep(100);
    expect(await jobOf(followUpId)).toEqual(['completed']);
    expect(await filesOf(followUpId)).toEqual([
      { variant: 'internal', format: 'html' },
      { variant: 'internal', format: 'pdf' },
    ]);
    const count = async (text: string) => (await t.asOwner(text, [followUpId])).length;
    expect(await count('select 1 from report where follow_up_id = $1')).toBe(1);
    expect(await count("select 1 from record where follow_up_id = $1 and direction = 'drawn-up'")).toBe(1);
    expect(await count("select 1 from judgement where follow_up_id = $1 and status = 'approved'")).toBe(1);
  }

  it('renders the report once when it is started again, having approved and done nothing more', async () => {
    const [followUp] = waiting;
    if (followUp === undefined) throw new Error('There is no follow-up.');
    const { child, address } = await api.start();
    expect(await approve(address, followUp)).toBe(200);
    await kill(child);
    expect(await filesOf(followUp.id)).toEqual([]);
    await restartAndExpectOneReport(followUp.id);
  }, 60_000);

  it('renders the report once when it is started again, having been killed while it rendered', async () => {
    const [, followUp] = waiting;
    if (followUp === undefined) throw new Error('There is no follow-up.');
    const { child, address } = await api.start();
    expect(await approve(address, followUp)).toBe(200);
    for (let tries = 0; tries < 1000 && (await jobOf(followUp.id))[0] === 'created'; tries += 1) await sleep(2);
    await kill(child);
    expect(await jobOf(followUp.id)).toEqual(['active']);
    await restartAndExpectOneReport(followUp.id);
  }, 60_000);
});
