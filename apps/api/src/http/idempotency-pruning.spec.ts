import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecMunicipality, type SpecPerson, testApp, type TestApp } from '../../test/test-app.js';
import { IdempotencyPruning } from './idempotency-pruning.js';

describe('The idempotency keys', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  const keys = async (): Promise<string[]> =>
    (await t.asOwner<{ key: string }>('select key from idempotency_key order by key')).map(({ key }) => key);

  async function aKey(key: string, municipality: SpecMunicipality, hoursAgo: number): Promise<void> {
    const { accountId }: SpecPerson = t.people.officer(municipality);
    const at = new Date(t.clock.now().getTime() - hoursAgo * 60 * 60_000);
    await t.asOwner(
      `insert into idempotency_key (municipality_id, account_id, key, route, body_hash, status, created_at)
       values ($1, $2, $3, 'POST /api/contracts', '\\x00', 201, $4)`,
      [municipality.id, accountId, key, at],
    );
  }

  it('are removed after seven days, in every municipality, and not before', async () => {
    await aKey('old-in-one', t.m1, 7 * 24 + 1);
    await aKey('old-in-two', t.m2, 40 * 24);
    await aKey('young-in-one', t.m1, 7 * 24 - 1);
    await t.app.get(IdempotencyPruning).prune();
    expect(await keys()).toEqual(['young-in-one']);
    await t.app.get(IdempotencyPruning).prune();
    expect(await keys()).toEqual(['young-in-one']);
  });

  it('are pruned by a job of every night, which the queue gives to this process', async () => {
    const schedules = await t.asOwner('select name, cron, timezone from pgboss.schedule');
    expect(schedules).toContainEqual({
      ...{ name: 'prune-idempotency-keys', cron: '10 3 * * *', timezone: 'Europe/Stockholm' },
    });
    await aKey('old-again', t.m2, 8 * 24);
    await t.asOwner("insert into pgboss.job (name) values ('prune-idempotency-keys')");
    for (let waited = 0; waited < 100 && (await keys()).includes('old-again'); waited += 1) await sleep(100);
    expect(await keys()).toEqual(['young-in-one']);
  }, 20_000);

  it('are written by the staff’s door, which removes none, and removed by the job, which writes none', async () => {
    const held = await t.asOwner<{ grantee: string; privilege: string }>(
      `select grantee, privilege_type as privilege from information_schema.role_table_grants
       where table_name = 'idempotency_key' and grantee in ('insyn_staff', 'insyn_jobs') order by 1, 2`,
    );
    expect(held.map(({ grantee, privilege }) => `${grantee} ${privilege}`)).toEqual([
      ...['insyn_jobs DELETE', 'insyn_jobs SELECT'],
      ...['insyn_staff INSERT', 'insyn_staff SELECT', 'insyn_staff UPDATE'],
    ]);
  });
});
