import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { BuiltApi, kill, requireBuiltApi } from '../../test/built-api.js';
import { aFollowUp, answered } from '../../test/follow-up-factory.js';
import { aContact } from '../../test/sendable-case.js';
import { runSql, testApp, type TestApp } from '../../test/test-app.js';

/** Where an approval is when the process dies: about to write its row of this table. */
const EFFECTS = [
  'idempotency_key',
  'report',
  'record',
  'publication',
  'judgement',
  'follow_up_transition',
  'recheck_action',
  'deadline',
  'action_plan',
  'issued_document',
  'mail',
  'event',
] as const;
/** Waits wherever the trigger stands for as long as the spec holds the lock of this number. */
const PAUSE = 4711;
const PAUSE_FUNCTION = `create function spec_pause() returns trigger language plpgsql as $$
  begin perform pg_advisory_xact_lock_shared(4711); return new; end $$`;

describe('An approval whose process is killed before one of its effects', () => {
  let t: TestApp;
  let api: BuiltApi;
  let holder: pg.Client;
  let followUp: { id: string; contentVersion: number };
  const key = uuidv7();

  beforeAll(async () => {
    requireBuiltApi();
    t = await testApp();
    api = new BuiltApi(t);
    const made = await aFollowUp(t).deciding();
    await aContact(made.officer, made.providerId, 'Tove Granlund');
    const declaration = `/api/follow-ups/${made.id}/conflict-declaration`;
    answered(await made.manager.post(declaration, { hasConflict: false }), 200);
    followUp = { id: made.id, contentVersion: (await made.view()).contentVersion };
    // The processes of this spec are the only ones that work the queue from here on.
    await t.app.close();
    holder = new pg.Client({ connectionString: t.database.superuserUrl });
    await holder.connect();
    await holder.query(PAUSE_FUNCTION);
  }, 120_000);
  afterEach(() => api.killAll());
  afterAll(async () => {
    await holder.end();
    await t.close();
  });

  const approve = (address: string) =>
    api.post(address, t.people.manager(t.m1), `/api/follow-ups/${followUp.id}/approve`, {
      ...{ key, body: { contentVersion: followUp.contentVersion } },
    });

  /** How often each effect stands. */
  const effects = async (): Promise<Record<string, number>> => {
    const [row] = await t.asOwner<Record<string, number>>(COUNTS, [followUp.id]);
    return row ?? {};
  };
  const nothing = async () => {
    const before = await effects();
    return Object.fromEntries(Object.keys(before).map((name) => [name, 0]));
  };

  /** Lets the API write until it comes to this table, and kills it there. */
  async function killBefore(table: string): Promise<void> {
    const { child, address } = await api.start();
    const on = ['on', holder.escapeIdentifier(table)].join(' ');
    const pause = [
      'create trigger spec_pause before insert or update',
      on,
      'for each row execute function spec_pause()',
    ];
    await holder.query(pause.join(' '));
    await holder.query('select pg_advisory_lock($1)', [PAUSE]);
    try {
      const asked = approve(address).catch(() => null);
      await untilPaused();
      await kill(child);
      await asked;
    } finally {
      await holder.query('select pg_advisory_unlock($1)', [PAUSE]);
      await untilGone();
      await holder.query(['drop trigger spec_pause', on].join(' '));
    }
  }

  async function untilPaused(): Promise<void> {
    for (let tries = 0; tries < 1200; tries += 1) {
      const { rowCount } = await holder.query("select 1 from pg_locks where locktype = 'advisory' and not granted");
      if (rowCount !== null && rowCount > 0) return;
      await sleep(25);
    }
    throw new Error('The approval never came to this effect.');
  }

  /** PostgreSQL notices that its client is gone when it has done what it was asked, and undoes it. */
  async function untilGone(): Promise<void> {
    for (let tries = 0; tries < 400; tries += 1) {
      const { rowCount } = await holder.query(
        `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
         and backend_type = 'client backend' and state <> 'idle'`,
      );
      if (rowCount === 0) return;
      await sleep(25);
    }
    throw new Error('The killed approval is still there.');
  }

  it.each(EFFECTS)(
    'leaves nothing of itself when it dies at %s',
    async (table) => {
      await killBefore(table);
      expect(await effects()).toEqual(await nothing());
      const [row] = await t.asOwner<{ state: string }>('select state from follow_up where id = $1', [followUp.id]);
      expect(row?.state).toBe('deciding');
    },
    60_000,
  );

  it('has every effect exactly once when the same approval is sent again after the restart, and again', async () => {
    const first = await api.start();
    const sent = await approve(first.address);
    expect(sent.status).toBe(200);
    // Killed with its letter, report and mail still in the queue.
    await kill(first.child);
    await runSql(
      t.database.superuserUrl,
      "update pgboss.job set state = 'retry', start_after = now() where state = 'active'",
    );
    const { address } = await api.start();
    expect((await approve(address)).status).toBe(200);
    const rendered = async () => {
      const text = `select (select count(*)::int from report_file x join report r on r.id = x.report_id
          where r.follow_up_id = $1) as files,
        (select count(*)::int from issued_document d where d.follow_up_id = $1 and d.pdf_sha256 is not null) as letters`;
      return (await t.asOwner<{ files: number; letters: number }>(text, [followUp.id]))[0];
    };
    for (let tries = 0; tries < 600; tries += 1) {
      const done = await rendered();
      if (done?.files === 2 && done.letters === 1) break;
      await sleep(100);
    }
    expect(await rendered()).toEqual({ files: 2, letters: 1 });
    expect(await effects()).toEqual({
      ...{ reports: 1, drawnUp: 1, out: 1, publications: 1, approvedJudgements: 1, approvals: 1, rechecks: 1 },
      ...{ recheckDeadlines: 1, planDeadlines: 1, plans: 1, letters: 1, mails: 1, events: 1 },
    });
  }, 180_000);
});

const COUNTS = `
select (select count(*)::int from report where follow_up_id = $1) as reports,
  (select count(*)::int from record where follow_up_id = $1 and direction = 'drawn-up') as "drawnUp",
  (select count(*)::int from record where follow_up_id = $1 and direction = 'out') as out,
  (select count(*)::int from publication p join report r on r.id = p.report_id where r.follow_up_id = $1) as publications,
  (select count(*)::int from judgement where follow_up_id = $1 and status = 'approved') as "approvedJudgements",
  (select count(*)::int from follow_up_transition where follow_up_id = $1 and action = 'approve') as approvals,
  (select count(*)::int from follow_up where parent_id = $1) as rechecks,
  (select count(*)::int from deadline d join follow_up f on f.id = d.follow_up_id
    where f.parent_id = $1 and d.kind = 'recheck') as "recheckDeadlines",
  (select count(*)::int from deadline where follow_up_id = $1 and kind = 'action-plan') as "planDeadlines",
  (select count(*)::int from action_plan where follow_up_id = $1) as plans,
  (select count(*)::int from issued_document where follow_up_id = $1 and kind = 'action-plan-demand') as letters,
  (select count(*)::int from mail where follow_up_id = $1 and kind = 'action-plan-demand') as mails,
  (select count(*)::int from event where follow_up_id = $1 and kind = 'follow-up.approve') as events`;
