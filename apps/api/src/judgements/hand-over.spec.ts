import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DecisionBasis, MyWorkView } from '@insyn/api-schema';
import { v7 as uuidv7 } from 'uuid';
import { aFollowUp, answered } from '../../test/follow-up-factory.js';
import { addRole } from '../../test/more-roles.js';
import { type Answer, type Browser, testApp, type TestApp } from '../../test/test-app.js';

interface Refusal {
  code: string;
  errors: { field: string; message: string }[];
}

const fields = (answer: Answer) => answer.json<Refusal>().errors.map(({ field }) => field);

describe('A decision that is handed over', () => {
  let t: TestApp;
  let second: Browser;
  let secondId: string;
  beforeAll(async () => {
    t = await testApp();
    const person = t.people.secondManager(t.m1);
    secondId = person.accountId;
    await addRole(t, person, 'manager');
    second = await t.signIn(person);
  });
  afterAll(() => t.close());

  const waitingFor = async (browser: Browser) =>
    (await browser.get('/api/my-work')).json<MyWorkView>().waitingForMe.map(({ followUpId }) => followUpId);

  it('waits for the other manager and no longer for the first, and the other is mailed', async () => {
    const followUp = await aFollowUp(t).deciding();
    const { id, manager } = followUp;
    expect(await waitingFor(manager)).toContain(id);
    const body = { accountId: secondId, reason: 'Jag är ledig.' };
    answered(await manager.post(`/api/follow-ups/${id}/hand-over`, body), 200);
    expect(await waitingFor(manager)).not.toContain(id);
    expect(await waitingFor(second)).toContain(id);
    const basis = (await second.get(`/api/follow-ups/${id}/decision-basis`)).json<DecisionBasis>();
    expect(basis.decider).toEqual({ id: secondId, name: 'Per Holmqvist' });
    const mails = await t.asOwner<{ text: string }>(
      "select text from mail where follow_up_id = $1 and kind = 'decision-handed-over' and to_account_id = $2",
      [id, secondId],
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('Jag är ledig.');
  });

  it('is taken over by a manager when the one it waits for is away, who is told; nobody takes over what is theirs', async () => {
    const followUp = await aFollowUp(t).deciding();
    const { id, manager } = followUp;
    const own = t.people.manager(t.m1).accountId;
    const handOver = (browser: Browser, accountId: string) =>
      browser.post(`/api/follow-ups/${id}/hand-over`, { accountId, reason: 'Per är sjuk.' });
    expect(fields(await handOver(manager, own))).toEqual(['accountId']);
    answered(await handOver(manager, secondId), 200);
    expect(fields(await handOver(second, secondId))).toEqual(['accountId']);
    answered(await handOver(manager, own), 200);
    expect([await waitingFor(manager), await waitingFor(second)]).toEqual([
      expect.arrayContaining([id]),
      expect.not.arrayContaining([id]),
    ]);
    const mails = await t.asOwner<{ subject: string; text: string }>(
      'select subject, text from mail where follow_up_id = $1 and to_account_id = $2 order by id',
      [id, secondId],
    );
    expect(mails.map(({ subject }) => subject.split(':')[0])).toEqual(['Beslut att fatta', 'Beslut övertaget']);
    expect(mails[1]?.text).toContain('Karin Wester har tagit över beslutet');
  });

  it('goes only to a manager of the committee who may decide it', async () => {
    const followUp = await aFollowUp(t).deciding();
    const { id, manager } = followUp;
    const handOver = (accountId: string) =>
      manager.post(`/api/follow-ups/${id}/hand-over`, { accountId, reason: 'Ledig.' });
    for (const accountId of [
      uuidv7(),
      t.people.manager(t.m1).accountId,
      t.people.officer(t.m1).accountId,
      t.people.manager(t.m2).accountId,
    ]) {
      const answer = await handOver(accountId);
      expect([accountId, answer.statusCode, ...fields(answer)]).toEqual([accountId, 400, 'accountId']);
    }
    answered(await second.post(`/api/follow-ups/${id}/conflict-declaration`, { hasConflict: true }), 200);
    const refused = await handOver(secondId);
    expect(refused.json<Refusal>().errors[0]?.message).toContain('jäv');
    const early = await aFollowUp(t).gathering();
    const body = { accountId: secondId, reason: 'Ledig.' };
    expect((await manager.post(`/api/follow-ups/${early.id}/hand-over`, body)).json<Refusal>().code).toBe(
      'wrong-state',
    );
  });
});
