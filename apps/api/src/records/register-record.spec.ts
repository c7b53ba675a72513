import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFollowUp } from '../../test/follow-up-factory.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import { type NewRecord, registerRecord } from './register-record.js';

describe('A record', () => {
  let t: TestApp;
  let followUpId: string;
  beforeAll(async () => {
    t = await testApp();
    followUpId = (await aFollowUp(t).gathering()).id;
  }, 60_000);
  afterAll(() => t.close());

  const letter = (changes: Partial<NewRecord> = {}): NewRecord => ({
    ...{ followUpId, direction: 'out', counterpart: 'Björkens assistans AB', publicTitle: 'Informationsbegäran' },
    ...changes,
  });
  const rowOf = async (id: string) => {
    const text = `select direction, recorded_on::text as "recordedOn", counterpart, public_title as "publicTitle", internal,
      created_by as "createdBy" from record where id = $1`;
    return (await t.asOwner(text, [id]))[0];
  };

  it('is registered today under the one who acts, in the transaction of the act (R16)', async () => {
    const maja = t.staffUser(t.people.officer(t.m1), 'officer', ['follow-up.write']);
    const id = await t.db.transaction(maja, (tx) => registerRecord(tx, letter()));
    expect(await rowOf(id)).toEqual({
      ...{ direction: 'out', recordedOn: '2026-11-25', counterpart: 'Björkens assistans AB' },
      ...{ publicTitle: 'Informationsbegäran', internal: false, createdBy: maja.accountId },
    });
    const failed = t.db.transaction(maja, async (tx) => {
      await registerRecord(tx, letter({ publicTitle: 'Ångrat' }));
      throw new Error('stop');
    });
    await expect(failed).rejects.toThrow('stop');
    expect(await t.asOwner("select 1 from record where public_title = 'Ångrat'")).toEqual([]);
  });

  it('stays within the authority when it goes to the municipality’s own unit (R16, TF 2:11)', async () => {
    const createdBy = t.people.officer(t.m1).accountId;
    const id = await t.db.jobs(t.m1.id, (tx) => registerRecord(tx, letter({ internal: true, createdBy })));
    expect(await rowOf(id)).toMatchObject({ internal: true, createdBy });
  });

  it('needs somebody’s name when a job registers it', async () => {
    await expect(t.db.jobs(t.m1.id, (tx) => registerRecord(tx, letter()))).rejects.toThrow(/belongs to a job/);
  });
});
