import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seal } from '@insyn/report';
import { v7 as uuidv7 } from 'uuid';
import { PDF, sendFile } from '../../test/multipart.js';
import {
  aProviderPerson,
  aRequest,
  type ProviderPerson,
  type RequestFixture,
  sendBack,
  SPEC_ANSWERS,
  submit,
} from '../../test/request-factory.js';
import { testApp, type TestApp } from '../../test/test-app.js';

interface Submitted {
  id: string;
  number: number;
  late: boolean;
  seal: string;
  content: { submittedBy: string; answers: { questionId: string }[] };
}

async function submissionsOf(t: TestApp, { id }: RequestFixture): Promise<Submitted[]> {
  return t.asOwner(
    'select id, number, late, seal, content from answer_submission where request_id = $1 order by number',
    [id],
  ) as unknown as Promise<Submitted[]>;
}

describe('Handing in', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  const press = async (request: RequestFixture, version: number, headers = {}) =>
    request.person.browser.post(`/api/portal/requests/${request.id}/submit`, { version }, headers);

  it('is stopped by exactly what is missing, and by nothing else', async () => {
    const wantedDocuments = [
      { id: 'd1', text: 'Årsrapport', required: true },
      { id: 'd2', text: 'Organisationsskiss', required: false },
    ];
    const request = await aRequest(t, { wantedDocuments }).answering();
    const refused = await press(request, 1);
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({ code: 'answers-missing', title: expect.stringContaining('vad som saknas') });
    const { missing } = await request.view();
    expect(refused.json<{ errors: object[] }>().errors).toEqual(missing.map((one) => expect.objectContaining(one)));
    expect(missing.map(({ id, problem }) => [id, problem])).toEqual([
      ['plans', 'Svar saknas'],
      ['d1', 'Handlingen saknas'],
    ]);
    await request.answer('plans', { kind: 'share', n: 7, of: 9 });
    const file = { name: 'arsrapport.pdf', bytes: PDF, fields: { wantedDocumentId: 'd1' } };
    expect((await sendFile(request.person.browser, `/api/portal/requests/${request.id}/files`, file)).statusCode).toBe(
      201,
    );
    expect((await press(request, 1)).json()).toEqual({ id: request.id, version: 2 });
  });

  it('freezes what was handed in under a seal, gives a receipt and tells the municipality, in one go', async () => {
    const request = await aRequest(t).answered();
    const [submission] = await submissionsOf(t, request);
    expect(submission).toMatchObject({ number: 1, late: false, content: { submittedBy: 'Tove Granlund', round: 1 } });
    expect(submission?.seal).toBe(seal(submission?.content));
    const view = await request.view();
    expect(view).toMatchObject({ state: 'answered', editable: false, version: 2, offers: [] });
    expect(view.submissions[0]?.receipt).toMatchObject({ title: 'Kvittens: Uppföljning 2026' });
    const [receipt] = await t.asOwner<{ kind: string; provider: string; content: Record<string, unknown> }>(
      `select kind, provider_id as provider, content from issued_document where subject_id = $1`,
      [submission?.id],
    );
    expect(receipt).toMatchObject({ kind: 'receipt', provider: request.providerId });
    expect(receipt?.content).toMatchObject({
      ...{ round: 1, late: false, seal: submission?.seal, submittedBy: 'Tove Granlund', unit: view.letter.unit.name },
    });
    expect(receipt?.content['answers']).toContainEqual(
      expect.objectContaining({ number: '2.1', question: 'Hur många har en aktuell plan?', answer: '7 av 9' }),
    );
    const jobs = await t.asOwner<{ data: object }>(
      "select data from pgboss.job where name = 'receive-answers' and data ->> 'submissionId' = $1",
      [submission?.id],
    );
    expect(jobs.map(({ data }) => data)).toEqual([{ submissionId: submission?.id, municipalityId: t.m1.id }]);
  });

  it('pressed twice makes one: with the same key the same answer, with another a plain refusal', async () => {
    const request = await aRequest(t).sent();
    for (const [questionId, value] of SPEC_ANSWERS) await request.answer(questionId, value);
    const key = { 'idempotency-key': uuidv7() };
    const both = await Promise.all([press(request, 1, key), press(request, 1, key)]);
    expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(both.map((answer) => answer.json())).toEqual([
      { id: request.id, version: 2 },
      { id: request.id, version: 2 },
    ]);
    const third = await press(request, 1);
    expect(third.json()).toMatchObject({ status: 409, code: 'wrong-state' });
    expect(await submissionsOf(t, request)).toHaveLength(1);
  });

  it('by two colleagues at once makes one', async () => {
    const request = await aRequest(t).sent();
    const colleague = await aProviderPerson(t, request.providerId, { name: 'Bo Ek' });
    for (const [questionId, value] of SPEC_ANSWERS) await request.answer(questionId, value);
    const url = `/api/portal/requests/${request.id}/submit`;
    const both = await Promise.all([press(request, 1), colleague.browser.post(url, { version: 1 })]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(await submissionsOf(t, request)).toHaveLength(1);
  });

  it('of what the municipality has changed meanwhile is refused', async () => {
    const request = await aRequest(t).sent();
    for (const [questionId, value] of SPEC_ANSWERS) await request.answer(questionId, value);
    await t.asOwner("update information_request set due = '2026-12-14', version = 2 where id = $1", [request.id]);
    expect((await press(request, 1)).json()).toMatchObject({ status: 409, code: 'stale-version', version: 2 });
    await t.asOwner("update information_request set state = 'withdrawn' where id = $1", [request.id]);
    expect((await press(request, 2)).json()).toMatchObject({ status: 409, code: 'wrong-state' });
  });

  it('keeps every round as it was', async () => {
    const request = await aRequest(t).answered();
    const [before] = await submissionsOf(t, request);
    await sendBack(t, request, ['plans']);
    await request.answer('plans', { kind: 'share', n: 9, of: 9 });
    await submit(request);
    const [first, second] = await submissionsOf(t, request);
    expect(first).toEqual(before);
    expect([second?.number, second?.seal === first?.seal]).toEqual([2, false]);
  });
});

describe('The deadline (R1: days in Sweden)', () => {
  let t: TestApp;
  let person: ProviderPerson;
  beforeAll(async () => {
    t = await testApp();
    const first = await aRequest(t).sent();
    person = first.person;
  });
  afterAll(() => t.close());

  const moveTo = (instant: string) =>
    t.clock.advance({ minutes: (Date.parse(instant) - t.clock.now().getTime()) / 60_000 });

  // The last second of the day and the first of the next, in Sweden; both DST nights and the days before them.
  const EDGES: [day: string, due: string, inTime: string, late: string][] = [
    ['an ordinary day', '2026-12-07', '2026-12-07T22:59:59Z', '2026-12-07T23:00:01Z'],
    ['the day before summer time', '2027-03-27', '2027-03-27T22:59:59Z', '2027-03-27T23:00:01Z'],
    ['the day of 23 hours', '2027-03-28', '2027-03-28T21:59:59Z', '2027-03-28T22:00:01Z'],
    ['the day before winter time', '2027-10-30', '2027-10-30T21:59:59Z', '2027-10-30T22:00:01Z'],
    ['the day of 25 hours', '2027-10-31', '2027-10-31T22:59:59Z', '2027-10-31T23:00:01Z'],
  ];

  it('is kept at 23:59:59 and missed at 00:00:01, also on both nights when the clocks change; a late one is taken', async () => {
    const requests: RequestFixture[] = [];
    for (const [, due] of EDGES) {
      for (let copy = 0; copy < 2; copy += 1) {
        const request = await aRequest(t, { person, due }).sent();
        for (const [questionId, value] of SPEC_ANSWERS) await request.answer(questionId, value);
        requests.push(request);
      }
    }
    const seen: [string, string, boolean | undefined][] = [];
    for (const [index, [day, , inTime, late]] of EDGES.entries()) {
      for (const [which, instant] of [inTime, late].entries()) {
        moveTo(instant);
        const request = requests[index * 2 + which] as RequestFixture;
        const browser = await t.signIn(person);
        const answer = await browser.post(`/api/portal/requests/${request.id}/submit`, { version: 1 });
        expect([day, answer.statusCode]).toEqual([day, 200]);
        seen.push([day, instant, (await submissionsOf(t, request))[0]?.late]);
      }
    }
    expect(seen).toEqual(
      EDGES.flatMap(([day, , inTime, late]) => [
        [day, inTime, false],
        [day, late, true],
      ]),
    );
  }, 60_000);
});

describe('More time', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  const ask = (request: RequestFixture, wantedDue: string, reason = 'Chefen är sjuk.') =>
    request.person.browser.post(`/api/portal/requests/${request.id}/extensions`, { wantedDue, reason });

  it('can be asked for with a reason, one question at a time', async () => {
    const request = await aRequest(t).sent();
    expect((await ask(request, '2026-12-14')).statusCode).toBe(201);
    expect((await request.view()).extensions).toMatchObject([
      { wantedDue: '2026-12-14', reason: 'Chefen är sjuk.', askedBy: 'Tove Granlund', decision: null, newDue: null },
    ]);
    expect((await ask(request, '2026-12-18')).json()).toMatchObject({ status: 409, code: 'extension-waits' });
    await t.asOwner("update due_extension set decision = 'refused', decided_at = now() where request_id = $1", [
      request.id,
    ]);
    expect((await ask(request, '2026-12-18')).statusCode).toBe(201);
  });

  it('must be after the day that holds, need a reason, and be about something that waits', async () => {
    const request = await aRequest(t).sent();
    expect((await ask(request, '2026-12-07')).json().errors[0]).toMatchObject({ field: 'wantedDue' });
    expect((await ask(request, '2029-01-01')).json().errors[0]).toMatchObject({ field: 'wantedDue' });
    expect((await ask(request, '2026-12-14', ' ')).json().errors[0]).toMatchObject({ field: 'reason' });
    const handedIn = await aRequest(t).answered();
    expect((await ask(handedIn, '2026-12-14')).json()).toMatchObject({ status: 409, code: 'not-open' });
  });
});
