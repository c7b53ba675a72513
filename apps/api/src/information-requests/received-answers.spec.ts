import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FollowUpView } from '@insyn/api-schema';
import { v7 as uuidv7 } from 'uuid';
import { answered } from '../../test/follow-up-factory.js';
import { sendTable } from '../../test/multipart.js';
import {
  aRequest,
  type RequestFixture,
  SPEC_ANSWERS,
  SPEC_QUESTIONS,
  specQuestion,
} from '../../test/request-factory.js';
import { aSendableCase, mailsOf, type SendableCase } from '../../test/sendable-case.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import { ReceivedAnswersService } from './received-answers.service.js';

describe('Answers that have been handed in', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  const recordsOf = (followUpId: string) =>
    t.asOwner(
      'select direction, counterpart, internal, public_title as title from record where follow_up_id = $1 order by id',
      [followUpId],
    );
  const receivedEvents = (followUpId: string) =>
    t.asOwner("select 1 from event where follow_up_id = $1 and kind = 'information-request.received'", [followUpId]);
  async function receive(requestId: string): Promise<void> {
    const rows = await t.asOwner<{ id: string; municipality: string }>(
      'select id, municipality_id as municipality from answer_submission where request_id = $1 order by number',
      [requestId],
    );
    for (const { id, municipality } of rows) await t.app.get(ReceivedAnswersService).receive(municipality, id);
  }
  async function answerOnBehalf(own: SendableCase, id: string): Promise<void> {
    for (const [questionId, value] of SPEC_ANSWERS) {
      const body = { version: null, value, comment: '' };
      answered(await own.officer.put(`/api/information-requests/${id}/answers/${questionId}`, body), 200);
    }
    const { version } = await own.request(id);
    answered(await own.officer.post(`/api/information-requests/${id}/submit`, { version }), 200);
  }

  /** Puts a case where the manager decides, with a judgement that waits; rows put in as the owner. */
  async function waitForDecision(followUpId: string): Promise<void> {
    await t.asOwner(
      `insert into judgement (municipality_id, id, root_follow_up_id, follow_up_id, outcome, proposed_outcome, grounds,
         author_id, content_version, status)
       select f.municipality_id, $2, f.id, f.id, 'approved', 'approved', '[]', $3, f.content_version, 'proposed'
       from follow_up f where f.id = $1`,
      [followUpId, uuidv7(), t.people.officer(t.m1).accountId],
    );
    await t.asOwner("update follow_up set state = 'deciding' where id = $1", [followUpId]);
  }

  it('date the evidence, are registered in (R16), count the content up and are told of to the one who asked', async () => {
    const request: RequestFixture = await aRequest(t, { sentOn: '2026-11-16' }).answered();
    const { followUp } = request;
    await receive(request.id);
    const view = await followUp.view();
    expect(view.evidence).toMatchObject([{ kind: 'information-request', heldOn: '2026-11-25' }]);
    const { letter } = await request.view();
    expect(await recordsOf(followUp.id)).toEqual([
      {
        ...{ direction: 'in', counterpart: letter.provider, internal: false },
        title: `Svar på informationsbegäran om ${letter.unit.name}, uppföljning 2026`,
      },
    ]);
    const [mail, ...more] = await mailsOf(t, request.id);
    expect([mail?.kind, mail?.address, more]).toEqual(['answers-received', t.people.officer(t.m1).email, []]);
    expect(mail?.text).toContain(`/app/uppfoljningar/${followUp.id}/informationsbegaran/${request.id}`);
    expect(await receivedEvents(followUp.id)).toHaveLength(1);
  });

  it('are taken in once, however often and however many at a time the job runs', async () => {
    const request = await aRequest(t).answered();
    await Promise.all([receive(request.id), receive(request.id)]);
    await receive(request.id);
    const { contentVersion } = await request.followUp.view();
    await receive(request.id);
    expect((await request.followUp.view()).contentVersion).toBe(contentVersion);
    expect(await recordsOf(request.followUp.id)).toHaveLength(1);
    expect(await mailsOf(t, request.id)).toHaveLength(1);
    expect(await receivedEvents(request.followUp.id)).toHaveLength(1);
  });

  it('wait in the queue from the moment they are handed in, so that a killed process loses none', async () => {
    const request = await aRequest(t).answered();
    for (let waited = 0; waited < 100 && (await receivedEvents(request.followUp.id)).length === 0; waited += 1) {
      await sleep(100);
    }
    expect(await receivedEvents(request.followUp.id)).toHaveLength(1);
  }, 20_000);

  it('change no evidence once the case waits for its decision (R11), but are registered and told of', async () => {
    const own = await aSendableCase(t);
    const id = await own.send();
    await t.asOwner("update follow_up set state = 'deciding' where id = $1", [own.id]);
    await t.asOwner("update evidence set held_on = '2026-11-20' where follow_up_id = $1", [own.id]);
    const { contentVersion } = await own.view();
    await answerOnBehalf(own, id);
    await receive(id);
    const view = await own.view();
    expect([view.contentVersion, view.evidence[0]?.heldOn]).toEqual([contentVersion, '2026-11-20']);
    expect(await recordsOf(own.id)).toMatchObject([{ direction: 'out' }, { direction: 'in' }]);
    expect((await mailsOf(t, id)).at(-1)?.kind).toBe('answers-received');
  });

  it('that came while the case waited for its decision get their day when the manager returns it', async () => {
    const own = await aSendableCase(t);
    const id = await own.send();
    await t.asOwner("update evidence set held_on = '2026-11-20' where follow_up_id = $1", [own.id]);
    await waitForDecision(own.id);
    await answerOnBehalf(own, id);
    await receive(id);
    const before = await own.view();
    expect(before.evidence[0]?.heldOn).toBe('2026-11-20');
    const { contentVersion } = before;
    const giveBack = (version: number) => {
      const comments = [{ place: { kind: 'judgement' }, text: 'Läs svaren som har kommit.' }];
      return own.manager.post(`/api/follow-ups/${own.id}/return`, { contentVersion: version, comments });
    };
    const view = answered(await giveBack(contentVersion), 200).json<FollowUpView>();
    expect([view.state, view.evidence[0]?.heldOn, view.contentVersion]).toEqual([
      ...['assessing', '2026-11-25', contentVersion + 1],
    ]);
    await waitForDecision(own.id);
    const again = answered(await giveBack(contentVersion + 1), 200).json<FollowUpView>();
    expect([again.evidence[0]?.heldOn, again.contentVersion]).toEqual(['2026-11-25', contentVersion + 1]);
  });

  it('of the committee’s own unit are registered as internal', async () => {
    const own = await aSendableCase(t, { ownRun: true });
    const id = await own.send();
    await answerOnBehalf(own, id);
    await receive(id);
    expect(await recordsOf(own.id)).toMatchObject([{ internal: true }, { direction: 'in', internal: true }]);
  });

  it('can be filled in by the officer, marked as the municipality’s doing in every answer and round', async () => {
    const own = await aSendableCase(t);
    const id = await own.send({ wantedDocuments: [{ text: 'Ledningssystem', required: true }] });
    const early = await own.officer.post(`/api/information-requests/${id}/submit`, { version: 1 });
    expect(early.statusCode).toBe(409);
    for (const [questionId, value] of SPEC_ANSWERS) {
      const body = { version: null, value, comment: 'Per telefon.' };
      const saved = await own.officer.put(`/api/information-requests/${id}/answers/${questionId}`, body);
      expect(answered(saved, 200).json()).toMatchObject({ source: 'on-behalf', changedBy: 'Ekbacka kommun' });
    }
    const missing = await own.officer.post(`/api/information-requests/${id}/submit`, { version: 1 });
    expect(missing.json()).toMatchObject({ status: 409, code: 'answers-missing', errors: [{ place: 'document' }] });
    const file = await sendTable(own.officer, `/api/information-requests/${id}/files`, { wantedDocumentId: 'd1' });
    const { href, sha256 } = answered(file, 201).json<{ href: string; sha256: string }>();
    expect(answered(await own.officer.get(href), 200).body).toContain('Nummer;Rubrik');
    const { version } = await own.request(id);
    answered(await own.officer.post(`/api/information-requests/${id}/submit`, { version }), 200);
    const request = await own.request(id);
    expect(request).toMatchObject({
      ...{ state: 'answered', late: false, answered: 2, files: [{ sha256 }], missing: [] },
      submissions: [
        { number: 1, onBehalf: true, submittedBy: 'Ekbacka kommun', receipt: { title: 'Kvittens: Uppföljning 2026' } },
      ],
      offers: ['return', 'close', 'withdraw'],
    });
  });

  it('let the officer take a file away that they added, until the answers are handed in', async () => {
    const own = await aSendableCase(t);
    const id = await own.send({ wantedDocuments: [{ text: 'Ledningssystem', required: true }] });
    const add = async () => {
      const sent = await sendTable(own.officer, `/api/information-requests/${id}/files`, { wantedDocumentId: 'd1' });
      return answered(sent, 201).json<{ id: string }>().id;
    };
    const first = await add();
    const manager = await own.manager.delete(`/api/answer-files/${first}`);
    expect([manager.statusCode, (await own.request(id)).files.length]).toEqual([403, 1]);
    answered(await own.officer.delete(`/api/answer-files/${first}`), 204);
    expect((await own.request(id)).files).toEqual([]);
    expect((await own.officer.delete(`/api/answer-files/${first}`)).statusCode).toBe(404);
    const history = answered(await own.officer.get(`/api/follow-ups/${own.id}/history`), 200);
    expect(history.body).toContain('Tog bort filen');
    const second = await add();
    await answerOnBehalf(own, id);
    const refused = await own.officer.delete(`/api/answer-files/${second}`);
    expect(refused.json()).toMatchObject({ status: 409, code: 'not-open' });
    expect((await own.request(id)).files).toHaveLength(1);
  });

  it('refuse an answer outside its bounds, of no known shape, and to a question that is not asked', async () => {
    const own = await aSendableCase(t);
    const id = await own.send();
    const put = async (questionId: string, value: unknown) => {
      const body = { version: null, value, comment: '' };
      return (await own.officer.put(`/api/information-requests/${id}/answers/${questionId}`, body)).statusCode;
    };
    expect(await put('plans', { kind: 'share', n: 10, of: 9 })).toBe(400);
    expect(await put('plans', { kind: 'share', n: 10, of: 9, extra: 1 })).toBe(400);
    expect(await put('plans', 'sju av nio')).toBe(400);
    expect(await put('why', { kind: 'text', text: 'För att.' })).toBe(409);
    expect(await put('unknown', { kind: 'text', text: 'Hej.' })).toBe(404);
    expect((await own.request(id)).state).toBe('sent');
  });

  it('propose findings by the rules of their questions, each with its answer', async () => {
    const [first, ...rest] = SPEC_QUESTIONS;
    const finding = { answers: ['Nej'], kind: 'deficiency', severity: 'serious', title: 'Rutiner saknas' } as const;
    const questions = [specQuestion({ ...first, id: 'routines', number: '1.1', finding }), ...rest];
    const request = await aRequest(t, { questions }).sent();
    await request.answer('routines', { kind: 'yes-no', yes: false });
    await request.answer('why', { kind: 'text', text: 'De skrivs nu.' });
    await request.answer('plans', { kind: 'share', n: 7, of: 9 });
    const path = `/api/information-requests/${request.id}`;
    const view = async () => (await request.followUp.officer.get(path)).json<{ proposedFindings: unknown[] }>();
    expect((await view()).proposedFindings).toEqual([]);
    answered(await request.person.browser.post(`/api/portal/requests/${request.id}/submit`, { version: 1 }), 200);
    expect((await view()).proposedFindings).toEqual([
      {
        ...{ questionId: 'routines', number: '1.1', kind: 'deficiency', severity: 'serious' },
        ...{ title: 'Rutiner saknas', because: 'Fråga 1.1: Nej' },
      },
    ]);
  });
});
