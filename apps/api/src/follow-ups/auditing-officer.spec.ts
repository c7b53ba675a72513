import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { aFollowUp } from '../../test/follow-up-factory.js';
import { type TestApp, testApp } from '../../test/test-app.js';

describe('An officer of one committee who also audits the municipality', () => {
  let t: TestApp;

  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  it('reads the cases of the other committee but changes nothing in them (R20)', async () => {
    const { id } = await aFollowUp(t).assessing();
    const person = t.people.secondOfficer(t.m1);
    await t.asOwner(`insert into membership (id, account_id, municipality_id, role) values ($1, $2, $3, 'auditor')`, [
      uuidv7(),
      person.accountId,
      t.m1.id,
    ]);
    const browser = await t.signIn(person);
    const read = await browser.get(`/api/follow-ups/${id}`);
    expect(read.statusCode).toBe(200);
    const { contentVersion } = read.json<{ contentVersion: number }>();
    const moved = await browser.post(`/api/follow-ups/${id}/gather-more`, { contentVersion });
    expect(moved.statusCode).toBe(403);
    const evidence = { kind: 'document', heldOn: '2026-11-20', title: 'Rutin', text: '' };
    expect((await browser.post(`/api/follow-ups/${id}/evidence`, evidence)).statusCode).toBe(403);
    const after = (await browser.get(`/api/follow-ups/${id}`)).json<{ contentVersion: number; state: string }>();
    expect(after).toMatchObject({ contentVersion, state: 'assessing' });
  });
});
