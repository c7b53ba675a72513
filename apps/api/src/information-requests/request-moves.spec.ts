import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RequestView } from '@insyn/api-schema';
import { answered } from '../../test/follow-up-factory.js';
import { aProviderPerson, aRequest, type RequestFixture, submit } from '../../test/request-factory.js';
import { aSendableCase, mailsOf } from '../../test/sendable-case.js';
import { testApp, type TestApp } from '../../test/test-app.js';

describe('A request that has been sent', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  const viewOf = async ({ id, followUp }: RequestFixture): Promise<RequestView> =>
    answered(await followUp.officer.get(`/api/information-requests/${id}`), 200).json<RequestView>();
  const act = async (request: RequestFixture, verb: string, body: object = {}, version?: number) => {
    const at = version ?? (await viewOf(request)).version;
    return request.followUp.officer.post(`/api/information-requests/${request.id}/${verb}`, { version: at, ...body });
  };
  const askForTime = async (request: RequestFixture, wantedDue: string) => {
    const body = { wantedDue, reason: 'Verksamhetschefen är sjuk.' };
    const { statusCode } = await request.person.browser.post(`/api/portal/requests/${request.id}/extensions`, body);
    expect([200, 201]).toContain(statusCode);
    const extension = (await viewOf(request)).extensions.at(-1);
    if (extension === undefined) throw new Error('Nothing was asked for.');
    return extension;
  };

  it('gets single questions back with comments; every round of it is kept', async () => {
    const request = await aRequest(t).answered();
    const questions = [{ questionId: 'plans', comment: 'Räkna även växelvård.' }];
    answered(await act(request, 'return', { questions, due: '2026-12-13' }), 200);
    const returned = await viewOf(request);
    expect(returned).toMatchObject({ state: 'returned', returned: questions, due: '2026-12-14', late: false });
    expect(returned.offers).toEqual(['answer', 'submit', 'withdraw']);
    const mails = (await mailsOf(t, request.id)).filter(({ kind }) => kind === 'answers-returned');
    expect(mails.map(({ address }) => address)).toEqual(['tove@utforare.example', request.person.email]);
    expect(mails[0]?.text).toContain('- 2.1 Hur många har en aktuell plan?');
    expect(mails[0]?.text).toContain('{link}');
    expect(mails[1]?.text).not.toContain('{link}');
    await request.answer('plans', { kind: 'share', n: 9, of: 9 });
    await submit(request);
    const again = [{ questionId: 'routines', comment: 'Bifoga dem.' }];
    answered(await act(request, 'return', { questions: again }), 200);
    const { submissions } = await viewOf(request);
    expect(submissions.map(({ number, answers }) => [number, answers.map(({ value }) => value)])).toEqual([
      [1, [expect.anything(), { kind: 'share', n: 7, of: 9 }]],
      [2, [expect.anything(), { kind: 'share', n: 9, of: 9 }]],
    ]);
    expect(submissions.map((one) => one.returned.map(({ questionId, comment }) => [questionId, comment]))).toEqual([
      [['plans', 'Räkna även växelvård.']],
      [['routines', 'Bifoga dem.']],
    ]);
    const records = await t.asOwner("select 1 from record where follow_up_id = $1 and direction = 'out'", [
      request.followUp.id,
    ]);
    expect(records).toHaveLength(2);
  });

  it('gets no question back that was not asked, that is named twice, or before it is answered', async () => {
    const request = await aRequest(t).answered();
    const comment = 'Skriv mer.';
    const questions = ['why', 'plans', 'plans', 'unknown'].map((questionId) => ({ questionId, comment }));
    const answer = await act(request, 'return', { questions });
    expect(answer.json<{ errors: { field: string }[] }>().errors.map(({ field }) => field)).toEqual([
      ...['questions.0.questionId', 'questions.2.questionId', 'questions.3.questionId'],
    ]);
    const sent = await aRequest(t).sent();
    const early = await act(sent, 'return', { questions: [{ questionId: 'plans', comment }] });
    expect(early.json()).toMatchObject({ status: 409, code: 'wrong-state' });
  });

  it('is closed and opened again, each on the version that was read', async () => {
    const request = await aRequest(t).answered();
    const { version } = await viewOf(request);
    answered(await act(request, 'close'), 200);
    expect(await viewOf(request)).toMatchObject({ state: 'closed', offers: ['reopen'] });
    const stale = await act(request, 'reopen', {}, version);
    expect(stale.json()).toMatchObject({ status: 409, code: 'stale-version', changedBy: 'Maja Lindgren' });
    answered(await act(request, 'reopen'), 200);
    expect((await viewOf(request)).state).toBe('answered');
  });

  it('is withdrawn with the reason, which is told; its links open nothing more', async () => {
    const own = await aSendableCase(t);
    const id = await own.send();
    const url = `/api/information-requests/${id}/withdraw`;
    expect((await own.officer.post(url, { version: 1, reason: '' })).statusCode).toBe(400);
    answered(await own.officer.post(url, { version: 1, reason: 'Skickad till fel enhet.' }), 200);
    expect(await own.request(id)).toMatchObject({ state: 'withdrawn', offers: [] });
    const open = await t.asOwner('select 1 from provider_invitation where request_id = $1 and revoked_at is null', [
      id,
    ]);
    expect(open).toEqual([]);
    const mails = (await mailsOf(t, id)).slice(2);
    expect(mails.map(({ address, subject }) => [address, subject])).toEqual([
      ['tove@utforare.example', 'Återkallad: Uppföljning 2026'],
      ['ulla@utforare.example', 'Återkallad: Uppföljning 2026'],
    ]);
    expect(mails[0]?.text).toContain('Skäl: Skickad till fel enhet.');
    expect(mails[0]?.text).not.toContain('{link}');
  });

  it('gets more time when it is asked for, moved to a working day (R1), and the one who asked is told why', async () => {
    const request = await aRequest(t).sent();
    const extension = await askForTime(request, '2026-12-20');
    expect(extension).toMatchObject({ wantedDue: '2026-12-20', decision: null });
    expect((await viewOf(request)).extensionWaits).toBe(true);
    const url = `/api/due-extensions/${extension.id}/decision`;
    const decision = { version: extension.version, decision: 'granted', reason: 'Rimligt.' };
    const tooEarly = await request.followUp.officer.post(url, { ...decision, newDue: '2026-12-01' });
    expect(tooEarly.json()).toMatchObject({ status: 400, errors: [{ field: 'newDue' }] });
    answered(await request.followUp.officer.post(url, decision), 200);
    const view = await viewOf(request);
    expect([view.due, view.extensionWaits]).toEqual(['2026-12-21', false]);
    expect(view.extensions).toMatchObject([
      { decision: 'granted', newDue: '2026-12-21', decisionReason: 'Rimligt.', reason: 'Verksamhetschefen är sjuk.' },
    ]);
    const [mail] = await mailsOf(t, request.id);
    expect([mail?.kind, mail?.address]).toEqual(['extension-decision', request.person.email]);
    expect(mail?.text).toContain('Svara senast måndag 21 december 2026.');
    const again = await request.followUp.officer.post(url, decision);
    expect(again.json()).toMatchObject({ status: 409, code: 'already-decided' });
  });

  it('keeps its deadline when more time is refused, with the reason', async () => {
    const request = await aRequest(t).sent();
    const { id, version } = await askForTime(request, '2027-03-01');
    const body = { version, decision: 'refused', reason: 'Nämnden möts i januari.' };
    answered(await request.followUp.officer.post(`/api/due-extensions/${id}/decision`, body), 200);
    const view = await viewOf(request);
    expect(view.due).toBe('2026-12-07');
    expect(view.extensions).toMatchObject([
      { decision: 'refused', newDue: null, decisionReason: 'Nämnden möts i januari.' },
    ]);
    expect((await mailsOf(t, request.id))[0]?.text).toContain('Svarstiden ändras inte.');
  });

  it('is mailed about to nobody who has left the provider', async () => {
    const request = await aRequest(t).answered();
    await aProviderPerson(t, request.providerId, { name: 'Vera Lund' });
    await t.asOwner('delete from membership where account_id = $1', [request.person.accountId]);
    const questions = [{ questionId: 'plans', comment: 'Skriv mer.' }];
    answered(await act(request, 'return', { questions }), 200);
    const mails = (await mailsOf(t, request.id)).filter(({ kind }) => kind === 'answers-returned');
    expect(mails.map(({ address }) => address)).toEqual(['tove@utforare.example']);
  });

  it('is acted on by officers of the committee only (R20)', async () => {
    const request = await aRequest(t).answered();
    const { version } = await viewOf(request);
    const questions = [{ questionId: 'plans', comment: 'Skriv mer.' }];
    const { people } = t;
    for (const [person, status] of [
      [people.registrar(t.m1), 403],
      [people.auditor(t.m1), 403],
      [people.secondOfficer(t.m1), 404],
      [people.officer(t.m2), 404],
    ] as const) {
      const browser = await t.signIn(person);
      for (const [verb, body] of [
        ...([
          ['return', { questions }],
          ['close', {}],
          ['withdraw', { reason: 'Skäl.' }],
          ['submit', {}],
        ] as const),
      ] as const) {
        const answer = await browser.post(`/api/information-requests/${request.id}/${verb}`, { version, ...body });
        expect([person.email, verb, answer.statusCode]).toEqual([person.email, verb, status]);
      }
    }
    expect((await viewOf(request)).version).toBe(version);
  });
});
