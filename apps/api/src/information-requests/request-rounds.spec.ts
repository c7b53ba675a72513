import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page, RoundListItem, RoundView } from '@insyn/api-schema';
import { aFollowUp, answered } from '../../test/follow-up-factory.js';
import { SPEC_ANSWERS } from '../../test/request-factory.js';
import { aContact, aSendableCase, mailsOf, type SendableCase } from '../../test/sendable-case.js';
import { testApp, type TestApp } from '../../test/test-app.js';

describe('A round of requests', () => {
  let t: TestApp;
  let cases: SendableCase[];
  beforeAll(async () => {
    t = await testApp();
    cases = [await aSendableCase(t), await aSendableCase(t), await aSendableCase(t)];
  });
  afterAll(() => t.close());

  const first = (): SendableCase => cases[0] as SendableCase;
  const wanted = (followUpIds: readonly string[], changes: object = {}) => {
    const content = Object.entries(first().body()).filter(([name]) => name !== 'contactIds');
    return { ...Object.fromEntries(content), name: 'Tertial 3, 2026', followUpIds, ...changes };
  };
  const roundOf = async (id: string) =>
    answered(await first().officer.get(`/api/request-rounds/${id}`), 200).json<RoundView>();
  const sentSoFar = () => t.asOwner('select id from information_request');

  it('sends the same request in every case at once, with one overview of who has read, begun and answered', async () => {
    const sent = await first().officer.post('/api/request-rounds', wanted(cases.map(({ id }) => id)));
    const { id, requests } = answered(sent, 201).json<{ id: string; requests: number }>();
    expect(requests).toBe(3);
    const before = await roundOf(id);
    expect(before.name).toBe('Tertial 3, 2026');
    expect(before.counts).toEqual({ sent: 3, read: 0, started: 0, answered: 0, overdue: 0 });
    expect(before.requests.map(({ followUpId }) => followUpId).sort()).toEqual(cases.map((one) => one.id).sort());
    for (const one of before.requests) expect(await mailsOf(t, one.id)).toHaveLength(2);
    for (const { id: followUpId, view } of cases) {
      expect((await view()).evidence).toMatchObject([{ kind: 'information-request' }]);
      expect(await t.asOwner('select 1 from record where follow_up_id = $1', [followUpId])).toHaveLength(1);
    }
    const [begun, done] = before.requests;
    const [question, value] = SPEC_ANSWERS[0] ?? [];
    const put = (requestId: string | undefined, questionId: string | undefined, answer: unknown) =>
      first().officer.put(`/api/information-requests/${requestId ?? ''}/answers/${questionId ?? ''}`, {
        ...{ version: null, value: answer, comment: '' },
      });
    answered(await put(begun?.id, question, value), 200);
    for (const [questionId, answer] of SPEC_ANSWERS) answered(await put(done?.id, questionId, answer), 200);
    answered(await first().officer.post(`/api/information-requests/${done?.id ?? ''}/submit`, { version: 1 }), 200);
    const after = await roundOf(id);
    expect(after.counts).toMatchObject({ sent: 3, started: 2, answered: 1, overdue: 0 });
    expect(after.requests.find((one) => one.id === begun?.id)).toMatchObject({ answered: 1, asked: 4 });
    const list = answered(await first().officer.get('/api/request-rounds'), 200).json<Page<RoundListItem>>();
    expect(list.items).toMatchObject([{ id, name: 'Tertial 3, 2026', requests: 3, answered: 1 }]);
    await t.asOwner(
      "update information_request set sent_on = '2026-11-01', due = '2026-11-24' where round_id = $1 and id <> $2",
      [id, begun?.id],
    );
    const overdue = await roundOf(id);
    expect([overdue.counts.overdue, overdue.requests.map(({ late }) => late)]).toEqual([1, expect.anything()]);
    expect(overdue.requests.filter(({ late }) => late).map((one) => one.state)).toEqual(['sent']);
  });

  it('sends nothing when one case cannot be sent to, and names each that cannot', async () => {
    const withoutContact = await aFollowUp(t).gathering();
    await aContact(withoutContact.officer, withoutContact.providerId, 'Siv Ahl', null);
    const planned = await aFollowUp(t).planned();
    await aContact(planned.officer, planned.providerId, 'Tove Granlund');
    const before = await sentSoFar();
    const followUpIds = [first().id, withoutContact.id, planned.id];
    const answer = await first().officer.post('/api/request-rounds', wanted(followUpIds));
    const { errors } = answer.json<{ errors: { field: string; message: string }[] }>();
    expect([answer.statusCode, errors.map(({ field }) => field)]).toEqual([400, ['followUpIds.1', 'followUpIds.2']]);
    expect(errors[0]?.message).toContain((await withoutContact.view()).title);
    expect(errors[0]?.message).toContain('har ingen kontaktperson med e-postadress.');
    expect(errors[1]?.message).toContain((await planned.view()).title);
    expect(await sentSoFar()).toEqual(before);
    expect(await t.asOwner("select 1 from request_round where name = 'Tertial 3, 2026'")).toHaveLength(1);
  });

  it('is sent once by a double click', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const before = (await sentSoFar()).length;
    const body = wanted([first().id], { name: 'Dubbelklick' });
    const clicks = await Promise.all([1, 2].map(() => first().officer.post('/api/request-rounds', body, key)));
    expect(clicks.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
    expect((await sentSoFar()).length).toBe(before + 1);
  });

  it('reaches no case of another committee or municipality, and is seen by nobody there (R20)', async () => {
    const foreign = await aSendableCase(t, { municipality: t.m2 });
    const before = await sentSoFar();
    const answer = await first().officer.post('/api/request-rounds', wanted([first().id, foreign.id]));
    expect(answer.json()).toMatchObject({
      ...{ status: 400, errors: [{ field: 'followUpIds.1', message: 'Uppföljningen finns inte.' }] },
    });
    expect(await sentSoFar()).toEqual(before);
    const { items } = (await first().officer.get('/api/request-rounds')).json<Page<RoundListItem>>();
    const round = items[0]?.id ?? '';
    for (const person of [t.people.secondOfficer(t.m1), t.people.officer(t.m2)]) {
      const browser = await t.signIn(person);
      expect((await browser.get(`/api/request-rounds/${round}`)).statusCode).toBe(404);
      expect((await browser.get('/api/request-rounds')).json<Page<RoundListItem>>().items).toEqual([]);
    }
    const auditor = await t.signIn(t.people.auditor(t.m1));
    expect((await auditor.get(`/api/request-rounds/${round}`)).statusCode).toBe(200);
    expect((await auditor.post('/api/request-rounds', wanted([first().id]))).statusCode).toBe(403);
  });
});
