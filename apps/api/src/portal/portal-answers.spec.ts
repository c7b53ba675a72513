import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isDeepStrictEqual } from 'node:util';
import { aProviderPerson, aRequest, type RequestFixture, sendBack, submit } from '../../test/request-factory.js';
import { type Browser, testApp, type TestApp } from '../../test/test-app.js';

const yes = { kind: 'yes-no', yes: true } as const;
const no = { kind: 'yes-no', yes: false } as const;
const sevenOfNine = { kind: 'share', n: 7, of: 9 } as const;

describe('A provider that answers', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  const put = (request: RequestFixture, questionId: string, body: object, browser: Browser = request.person.browser) =>
    browser.put(`/api/portal/requests/${request.id}/answers/${questionId}`, { comment: '', ...body });
  const stateOf = async ({ id }: RequestFixture) => {
    const [row] = await t.asOwner<{ state: string; version: number; started: boolean; readBy: string | null }>(
      `select state, version, started_at is not null as started, read_by as "readBy" from information_request where id = $1`,
      [id],
    );
    return row;
  };

  it('sees the frozen letter and questions, and what is missing', async () => {
    const request = await aRequest(t).sent();
    const view = await request.view();
    expect(view).toMatchObject({
      ...{ municipality: 'Ekbacka kommun', state: 'sent', due: '2026-12-07', editable: true, version: 1 },
      ...{ askedIds: ['routines', 'plans', 'staff', 'policy'], answers: [], earlier: [], submissions: [] },
    });
    expect(view.letter.sender.name).toBe('Maja Lindgren');
    expect(view.missing.map(({ number, problem }) => [number, problem])).toEqual([
      ['1.1', 'Svar saknas'],
      ['2.1', 'Svar saknas'],
    ]);
    expect(view.offers).toEqual(['answer']);
  });

  it('marks the request as read once, by the first who reads', async () => {
    const request = await aRequest(t).sent();
    const colleague = await aProviderPerson(t, request.providerId, { name: 'Bo Ek' });
    const read = (browser: Browser) => browser.post(`/api/portal/requests/${request.id}/read`);
    expect((await read(request.person.browser)).json()).toEqual({ id: request.id, version: 1 });
    expect((await read(colleague.browser)).statusCode).toBe(200);
    expect((await stateOf(request))?.readBy).toBe(request.person.accountId);
  });

  it('begins with the first saved answer, which leaves the version for handing in', async () => {
    const request = await aRequest(t).sent();
    const answer = (await put(request, 'routines', { version: null, value: yes, comment: ' Se bilaga. ' })).json();
    expect(answer).toMatchObject({ questionId: 'routines', value: yes, comment: 'Se bilaga.', source: 'provider' });
    expect(answer).toMatchObject({ changedBy: 'Tove Granlund', version: 1 });
    expect(await stateOf(request)).toMatchObject({ state: 'answering', started: true, version: 1 });
  });

  it('is told what is wrong with a value, at the field: n larger than N (R4), out of bounds, of another kind', async () => {
    const request = await aRequest(t).sent();
    const faults = async (questionId: string, value: unknown) => {
      const answer = await put(request, questionId, { version: null, value });
      return [answer.statusCode, answer.json().errors?.[0]];
    };
    const at = (message: string) => [400, { field: 'value', message }];
    expect(await faults('plans', { kind: 'share', n: 10, of: 9 })).toEqual(at('10 kan inte vara fler än 9'));
    expect(await faults('staff', { kind: 'number', number: 501 })).toEqual(at('Ange högst 500 personer'));
    expect(await faults('plans', yes)).toEqual(at('Svaret ska vara av slaget ”n av N”'));
    expect(await faults('plans', { kind: 'percent', percent: 78 })).toEqual([
      400,
      expect.objectContaining({ field: 'value' }),
    ]);
    expect(await stateOf(request)).toMatchObject({ state: 'sent', started: false });
  });

  it('is shown a colleague’s answer when both wrote in the same question, and nothing is lost', async () => {
    const request = await aRequest(t).sent();
    const colleague = await aProviderPerson(t, request.providerId, { name: 'Bo Ek' });
    expect((await put(request, 'plans', { version: null, value: sevenOfNine })).statusCode).toBe(200);
    const late = { version: null, value: { kind: 'share', n: 5, of: 9 } };
    const refused = await put(request, 'plans', late, colleague.browser);
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({
      ...{ code: 'stale-version', version: 1, changedBy: 'Tove Granlund' },
      answer: { value: sevenOfNine, version: 1 },
    });
    const taken = await put(request, 'plans', { ...late, version: 1 }, colleague.browser);
    expect(taken.json()).toMatchObject({ changedBy: 'Bo Ek', version: 2 });
    const stale = await put(request, 'plans', { version: 1, value: { kind: 'share', n: 1, of: 9 } });
    expect([stale.statusCode, stale.json().changedBy]).toEqual([409, 'Bo Ek']);
  });

  it('of two who write the first answer at once, one is told of the other', async () => {
    const request = await aRequest(t).sent();
    const colleague = await aProviderPerson(t, request.providerId, { name: 'Bo Ek' });
    const answers = await Promise.all([
      put(request, 'plans', { version: null, value: sevenOfNine }),
      put(request, 'plans', { version: null, value: { kind: 'share', n: 5, of: 9 } }, colleague.browser),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect((await request.view()).answers).toHaveLength(1);
  });

  it('may send the same save again after a lost answer', async () => {
    const request = await aRequest(t).sent();
    const body = { version: null, value: yes };
    await put(request, 'routines', body);
    const again = await put(request, 'routines', body);
    expect([again.statusCode, again.json().version]).toEqual([200, 1]);
  });

  it('answers only what is asked; an answer that is no longer asked for is kept but does not count', async () => {
    const request = await aRequest(t).sent();
    const why = { version: null, value: { kind: 'text', text: 'Tidsbrist' } };
    expect((await put(request, 'why', why)).json()).toMatchObject({ status: 409, code: 'not-open' });
    await request.answer('routines', no);
    expect((await put(request, 'why', why)).statusCode).toBe(200);
    await request.answer('routines', yes);
    const view = await request.view();
    expect(view.askedIds).not.toContain('why');
    expect(view.answers.map(({ questionId }) => questionId)).toContain('why');
    await request.answer('plans', sevenOfNine);
    await submit(request);
    const [submission] = (await request.view()).submissions;
    expect(submission?.answers.map(({ questionId }) => questionId)).toEqual(['routines', 'plans']);
  });

  it('can take an answer away again', async () => {
    const request = await aRequest(t).answering();
    const taken = await put(request, 'routines', { version: 1, value: null });
    expect(taken.json()).toMatchObject({ value: null, version: 2 });
    expect((await request.view()).missing).toHaveLength(2);
  });

  it('changes nothing that has been handed in, and after a return only what was sent back or now appears', async () => {
    const request = await aRequest(t).answered();
    const change = () => put(request, 'plans', { version: 1, value: { kind: 'share', n: 9, of: 9 } });
    expect((await change()).json()).toMatchObject({ status: 409, code: 'not-open' });
    await sendBack(t, request, ['routines']);
    const view = await request.view();
    expect(view).toMatchObject({ state: 'returned', editable: true, offers: ['answer', 'submit'] });
    expect(view.returned).toEqual([{ questionId: 'routines', comment: 'Skriv mer.' }]);
    expect((await change()).json()).toMatchObject({ status: 409, code: 'not-open' });
    expect((await put(request, 'routines', { version: 1, value: no })).statusCode).toBe(200);
    expect((await put(request, 'why', { version: null, value: { kind: 'text', text: 'Tidsbrist' } })).statusCode).toBe(
      200,
    );
    expect(await stateOf(request)).toMatchObject({ state: 'returned' });
    await submit(request);
    const rounds = (await request.view()).submissions;
    expect(rounds.map(({ number, answers, returned }) => [number, answers.length, returned.length])).toEqual([
      [1, 2, 1],
      [2, 3, 0],
    ]);
  });

  it('does not answer a question that is not there', async () => {
    const request = await aRequest(t).sent();
    expect((await put(request, 'annan', { version: null, value: yes })).statusCode).toBe(404);
  });

  it('leaves an event of each change, with what was there before', async () => {
    const request = await aRequest(t).answering();
    await request.answer('routines', no);
    const events = await t.asOwner<{
      kind: string;
      content: { before?: { value: unknown }; after?: { value: unknown } };
    }>(
      `select e.kind, v.content from event e join event_value v on v.event_id = e.id
       where e.account_id = $1 order by e.sequence`,
      [request.person.accountId],
    );
    expect(events.map(({ kind }) => kind)).toEqual(['information-request.started', 'answer.added', 'answer.changed']);
    const changed = events.find(({ kind }) => kind === 'answer.changed')?.content;
    expect(isDeepStrictEqual([changed?.before?.value, changed?.after?.value], [yes, no])).toBe(true);
  });
});

describe('Earlier answers', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  it('from any municipality are offered with where and when they were given, and never copied by themselves', async () => {
    const before = await aRequest(t, { municipality: t.m2, title: 'Uppföljning 2025' }).answered();
    const request = await aRequest(t, { person: before.person }).sent();
    const view = await request.view();
    expect(view.answers).toEqual([]);
    expect(view.earlier).toEqual([
      {
        ...{ questionId: 'routines', value: yes, comment: '' },
        ...{ source: 'Strandviks kommun, Uppföljning 2025', submittedOn: '2026-11-25' },
      },
      expect.objectContaining({ questionId: 'plans', value: sevenOfNine }),
    ]);
    const take = (questionId: string, value: object) =>
      request.person.browser.put(`/api/portal/requests/${request.id}/answers/${questionId}`, {
        ...{ version: null, value, comment: '', source: 'earlier', sourceNote: 'påhittad' },
      });
    expect((await take('routines', yes)).json()).toMatchObject({
      ...{ source: 'earlier', sourceNote: 'Strandviks kommun, Uppföljning 2025, inlämnad 2026-11-25' },
    });
    expect((await take('plans', { kind: 'share', n: 8, of: 9 })).json()).toMatchObject({
      ...{ source: 'provider', sourceNote: '' },
    });
  });

  it('of another provider are not offered', async () => {
    await aRequest(t).answered();
    expect((await (await aRequest(t).sent()).view()).earlier).toEqual([]);
  });
});
