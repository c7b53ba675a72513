import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { testApp, type TestApp } from '../../test/test-app.js';
import type { StaffUser } from '../http/current-user.js';
import { verifyAudit } from './verify-audit.js';

describe('The history of a municipality (R22)', () => {
  let t: TestApp;
  let maja: StaffUser;
  beforeAll(async () => {
    t = await testApp();
    maja = t.staffUser(t.people.officer(t.m1), 'officer', []);
  });
  afterAll(() => t.close());

  function happen(user: StaffUser, summary: string): Promise<void> {
    return t.db.transaction(user, async (tx) => {
      tx.appendEvent({
        kind: 'committee.renamed',
        subjectKind: 'committee',
        subjectId: t.m1.committeeId,
        summary,
        before: { name: 'Å' },
        after: { name: 'Ä', at: new Date(0) },
      });
      return Promise.resolve();
    });
  }

  /** Alters what no role of the API can, as the superuser with the triggers off. */
  async function tamper(text: string): Promise<void> {
    const client = new pg.Client({ connectionString: t.database.superuserUrl });
    await client.connect();
    await client.query("set session_replication_role = 'replica'");
    await client.query(text);
    await client.end();
  }

  it('is one unbroken chain, also when many write at once', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, n) => happen(maja, 'Ändring ' + String(n))));
    const olle = t.staffUser(t.people.officer(t.m2), 'officer', []);
    await happen(olle, 'I den andra kommunen');
    expect(await verifyAudit(t.db)).toEqual([
      { municipality: 'Ekbacka kommun', events: 12, intact: true },
      { municipality: 'Strandviks kommun', events: 1, intact: true },
    ]);
    const rows = await t.asOwner<{ sequence: string; account_id: string }>(
      'select sequence, account_id from event where municipality_id = $1 order by sequence',
      [t.m1.id],
    );
    expect(rows.map((row) => Number(row.sequence))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(new Set(rows.map((row) => row.account_id))).toEqual(new Set([maja.accountId]));
  });

  it('holds nothing of a transaction that was rolled back', async () => {
    const failed = t.db.transaction(maja, async (tx) => {
      tx.appendEvent({ kind: 'x', subjectKind: 'committee', subjectId: t.m1.committeeId, summary: 'Aldrig' });
      await tx.flush();
      throw new Error('stop');
    });
    await expect(failed).rejects.toThrow('stop');
    expect((await verifyAudit(t.db))[0]).toMatchObject({ events: 12, intact: true });
  });

  it.each([
    ['changed', "update event set kind = 'x'"],
    ['removed', 'delete from event'],
    [
      'written past the function',
      'insert into event select municipality_id, 99, id, at, account_id, kind, subject_kind, subject_id, follow_up_id, digest, previous_hash, hash from event limit 1',
    ],
    ['given other values', "update event_value set content = '{}'"],
    ['emptied', 'truncate event cascade'],
  ])('cannot be %s by any role of the API', async (_, text) => {
    const attempt = t.db.transaction(maja, (tx) => tx.query(text));
    await expect(attempt).rejects.toThrow(/permission denied/);
    const byJob = t.db.jobs(t.m1.id, (tx) => tx.query(text));
    await expect(byJob).rejects.toThrow(/permission denied/);
  });

  it('cannot be changed by the owner either without taking its triggers away', async () => {
    await expect(t.asOwner("update event set kind = 'x'")).rejects.toThrow(/can only be added/);
    await expect(t.asOwner('delete from event')).rejects.toThrow(/can only be added/);
    await expect(t.asOwner('truncate event cascade')).rejects.toThrow(/can only be added/);
  });

  it('keeps its proof when lawful disposal removes the values', async () => {
    await t.asOwner(
      'delete from event_value where municipality_id = $1 and event_id = (select id from event where municipality_id = $1 and sequence = 3)',
      [t.m1.id],
    );
    expect((await verifyAudit(t.db))[0]).toMatchObject({ intact: true });
  });

  it('shows where it was altered behind the back of the database', async () => {
    const municipality = "municipality_id = '" + t.m1.id + "'";
    await tamper(
      'update event_value v set content = \'{"summary": "Annat"}\' from event e where e.id = v.event_id and e.sequence = 5 and e.' +
        municipality,
    );
    expect((await verifyAudit(t.db))[0]).toMatchObject({
      intact: false,
      brokenAt: 5,
      fault: 'its values were altered',
    });
    await tamper('update event set account_id = null where sequence = 4 and ' + municipality);
    expect((await verifyAudit(t.db))[0]).toMatchObject({ brokenAt: 4, fault: 'the event was altered' });
    await tamper('delete from event where sequence = 2 and ' + municipality);
    expect((await verifyAudit(t.db))[0]).toMatchObject({ brokenAt: 3, fault: 'an event is missing before this one' });
  });

  it('shows that its end was cut off', async () => {
    const olle = t.staffUser(t.people.officer(t.m2), 'officer', []);
    await happen(olle, 'Sist');
    await tamper("delete from event where sequence = 2 and municipality_id = '" + t.m2.id + "'");
    expect((await verifyAudit(t.db))[1]).toMatchObject({
      intact: false,
      fault: 'the chain does not end where it should',
    });
  });
});
