import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RequestListItem, RequestOptions } from '@insyn/api-schema';
import { aFollowUp, answered } from '../../test/follow-up-factory.js';
import { aProviderPerson, SPEC_QUESTIONS, specQuestion } from '../../test/request-factory.js';
import { aContact, aSendableCase, aSetOf, mailsOf, type SendableCase } from '../../test/sendable-case.js';
import { testApp, type TestApp } from '../../test/test-app.js';

describe('An information request', () => {
  let t: TestApp;
  let sendable: SendableCase;
  beforeAll(async () => {
    t = await testApp();
    sendable = await aSendableCase(t);
  });
  afterAll(() => t.close());

  const recordsOf = (followUpId: string) =>
    t.asOwner(
      `select direction, counterpart, public_title as title, internal, recorded_on::text as "on"
       from record where follow_up_id = $1 order by id`,
      [followUpId],
    );
  /** How much there is of everything that sending writes. */
  async function stored(): Promise<unknown> {
    const [counts] = await t.asOwner(
      `select (select count(*) from evidence) as evidence, (select count(*) from information_request) as requests,
         (select count(*) from request_contact) as contacts, (select count(*) from record) as records,
         (select count(*) from issued_document) as documents, (select count(*) from mail) as mails,
         (select count(*) from provider_invitation) as invitations, (select count(*) from request_round) as rounds,
         (select count(*) from event where kind not like 'mail.%') as events,
         (select count(*) from question_set_version where frozen) as frozen,
         (select sum(content_version) from follow_up) as content`,
    );
    return counts;
  }

  it('is sent with evidence of the day, the frozen questions, a registered letter (R16) and a mail to each contact', async () => {
    const { contentVersion } = await sendable.view();
    const id = await sendable.send();
    const request = await sendable.request(id);
    expect(request).toMatchObject({
      ...{ state: 'sent', sentOn: '2026-11-25', due: '2026-12-09', answered: 0, asked: 4, late: false, version: 1 },
      ...{ extensionWaits: false, mailFailed: false, readAt: null, answeredAt: null, proposedFindings: [] },
      offers: ['answer', 'withdraw'],
      document: { title: 'Uppföljning 2026' },
      contacts: [
        { name: 'Tove Granlund', email: 'tove@utforare.example', hasAccount: false },
        { name: 'Ulla Berg', email: 'ulla@utforare.example', hasAccount: false },
      ],
    });
    expect(request.letter).toMatchObject({
      ...{ municipality: 'Ekbacka kommun', committee: 'Socialnämnden', committeeId: t.m1.committeeId },
      ...{ message: 'Vi följer upp avtalet.', visit: 'Möte hos er i januari', visitors: ['Maja Lindgren'] },
      sender: { name: 'Maja Lindgren', title: 'Verksamhetsutvecklare' },
      wantedDocuments: [{ id: 'd1', text: 'Ledningssystem', required: false }],
      questionSet: { name: 'Personlig assistans', number: 1, questions: SPEC_QUESTIONS.length },
      address: 'http://localhost:3000/utforare',
    });
    const view = await sendable.view();
    expect(view.contentVersion).toBe(contentVersion + 1);
    expect(view.evidence).toMatchObject([
      { id: request.evidenceId, kind: 'information-request', heldOn: '2026-11-25', title: 'Uppföljning 2026' },
    ]);
    const provider = request.provider;
    expect(await recordsOf(sendable.id)).toEqual([
      {
        ...{ direction: 'out', counterpart: provider, internal: false, on: '2026-11-25' },
        title: `Informationsbegäran om ${request.unit}, uppföljning 2026`,
      },
    ]);
    const documents = await t.asOwner(
      'select kind, provider_id, record_id is not null as registered, content from issued_document where subject_id = $1',
      [id],
    );
    expect(documents).toEqual([
      { kind: 'information-letter', provider_id: sendable.providerId, registered: true, content: request.letter },
    ]);
    const history = answered(await sendable.officer.get(`/api/follow-ups/${sendable.id}/history`), 200);
    expect(history.body).toContain('Skickade informationsbegäran ”Uppföljning 2026”, svar senast 9 december 2026');
  });

  it('tells a contact without an account what, why, by when, whom to ask and how to come in by a link of their own', async () => {
    const id = await sendable.send({ title: 'Till två' });
    const mails = await mailsOf(t, id);
    expect(mails.map(({ kind, address }) => [kind, address])).toEqual([
      ['invitation', 'tove@utforare.example'],
      ['invitation', 'ulla@utforare.example'],
    ]);
    const text = mails[0]?.text ?? '';
    for (const words of [
      'Socialnämnden, följer upp Enhet',
      'behöver uppgifter från Omsorgsbolaget',
      'svara på 5 frågor',
      '- Ledningssystem (om den finns)',
      'Svara senast onsdag 9 december 2026.',
      '{link}',
      'Maja Lindgren, Verksamhetsutvecklare, officer@ekbacka.example',
    ]) {
      expect(text).toContain(words);
    }
    const invitations = await t.asOwner<{ email: string; tokens: string }>(
      'select email from provider_invitation where request_id = $1 order by email',
      [id],
    );
    expect(invitations.map(({ email }) => email)).toEqual(['tove@utforare.example', 'ulla@utforare.example']);
  });

  it('gives one who has an account with the provider a plain mail, and no invitation; an account elsewhere is not asked about', async () => {
    const own = await aSendableCase(t, { contacts: [] });
    const person = await aProviderPerson(t, own.providerId);
    const elsewhere = await aProviderPerson(t, t.providerPerson.providerId, { name: 'Elsa Ek' });
    const contactIds = [
      await aContact(own.officer, own.providerId, 'Tove Granlund', person.email.toUpperCase()),
      await aContact(own.officer, own.providerId, 'Elsa Ek', elsewhere.email),
    ];
    const id = await own.send({ contactIds });
    const mails = await mailsOf(t, id);
    expect(mails.map(({ kind }) => kind)).toEqual(['information-request', 'invitation']);
    expect(mails[0]?.text).toContain('logga in med din e-postadress på\nhttp://localhost:3000/utforare');
    expect(mails[0]?.text).not.toContain('{link}');
    const { contacts } = await own.request(id);
    expect(contacts.map(({ hasAccount }) => hasAccount)).toEqual([true, false]);
  });

  it('shows the latest mail to each contact, which is the one to send again', async () => {
    const own = await aSendableCase(t);
    const id = await own.send();
    await t.asOwner("update mail set state = 'failed' where request_id = $1 and to_address = 'ulla@utforare.example'", [
      id,
    ]);
    const latest = await t.asOwner<{ id: string; state: string }>(
      'select id, state from mail where request_id = $1 order by id',
      [id],
    );
    const { contacts } = await own.request(id);
    expect(contacts.map(({ mailId }) => mailId)).toEqual(latest.map((mail) => mail.id));
    expect(contacts[1]?.mail).toBe('failed');
    const mailId = contacts[1]?.mailId;
    const { version } = answered(await own.officer.get(`/api/mails/${mailId}`), 200).json<{ version: number }>();
    answered(await own.officer.post(`/api/mails/${mailId}/resend`, { version }), 200);
    expect((await own.request(id)).contacts[1]).toMatchObject({ mailId, mail: expect.not.stringMatching('failed') });
  });

  it('is registered as internal when it goes to the committee’s own unit (R16)', async () => {
    const own = await aSendableCase(t, { ownRun: true });
    await own.send();
    expect(await recordsOf(own.id)).toMatchObject([{ direction: 'out', internal: true }]);
  });

  it('has its deadline on a working day (R1)', async () => {
    const id = await sendable.send({ due: '2026-12-25' });
    expect((await sendable.request(id)).due).toBe('2026-12-28');
  });

  it('is sent once by a double click', async () => {
    const own = await aSendableCase(t);
    const key = { 'idempotency-key': randomUUID() };
    const url = `/api/follow-ups/${own.id}/information-requests`;
    const clicks = await Promise.all([1, 2, 3].map(() => own.officer.post(url, own.body(), key)));
    expect(clicks.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201]);
    expect(new Set(clicks.map((click) => click.json<{ id: string }>().id)).size).toBe(1);
    expect(answered(await own.officer.get(url), 200).json<RequestListItem[]>()).toHaveLength(1);
    expect(await recordsOf(own.id)).toHaveLength(1);
  });

  it('leaves nothing at all behind when the last step fails', async () => {
    const own = await aSendableCase(t);
    await t.asOwner(
      `create function refuse_mail() returns trigger language plpgsql as $$ begin
         if new.to_address = 'ulla@utforare.example' and new.subject like '%Halvvägs%' then raise exception 'no'; end if;
         return new; end $$`,
    );
    await t.asOwner('create trigger refuse_mail before insert on mail for each row execute function refuse_mail()');
    const before = await stored();
    expect((await own.post({ title: 'Halvvägs' })).statusCode).toBe(500);
    expect(await stored()).toEqual(before);
    await t.asOwner('drop trigger refuse_mail on mail');
    expect((await own.post({ title: 'Halvvägs' })).statusCode).toBe(201);
  });

  it.each<[string, object, string]>([
    ['a deadline today', { due: '2026-11-25' }, 'due'],
    ['a deadline over a year away', { due: '2027-11-26' }, 'due'],
    ['no contacts', { contactIds: [] }, 'contactIds'],
    ['a contact that is nobody’s', { contactIds: ['0198c7e2-0000-7000-8000-000000000001'] }, 'contactIds'],
    ['no title', { title: '' }, 'title'],
    [
      'a set that is not there',
      { questionSetVersionId: '0198c7e2-0000-7000-8000-000000000001' },
      'questionSetVersionId',
    ],
    ['a document without text', { wantedDocuments: [{ text: '', required: true }] }, 'wantedDocuments[0].text'],
    ['too many visitors', { visitors: Array.from({ length: 21 }, (_, n) => `Besökare ${n}`) }, 'visitors'],
  ])('is refused at its field with %s, and nothing is sent', async (_, changes, field) => {
    const before = await stored();
    const answer = await sendable.post(changes);
    expect([answer.statusCode, answer.json<{ errors: { field: string }[] }>().errors.map((e) => e.field)]).toEqual([
      ...[400, [field]],
    ]);
    expect(await stored()).toEqual(before);
  });

  it('is refused for a contact without an address, by name', async () => {
    const id = await aContact(sendable.officer, sendable.providerId, 'Siv Ahl', null);
    const { errors } = (await sendable.post({ contactIds: [id] })).json<{ errors: unknown }>();
    expect(errors).toEqual([{ field: 'contactIds', message: 'Siv Ahl saknar e-postadress.' }]);
  });

  it('is refused with an empty set, before the gathering has begun and once it waits for a decision', async () => {
    const empty = answered(
      await sendable.officer.post('/api/question-sets', { name: 'Tomt', serviceType: 'home-care' }),
      201,
    ).json<{ id: string }>();
    const { current } = (await sendable.officer.get(`/api/question-sets/${empty.id}`)).json<{
      current: { id: string };
    }>();
    expect((await sendable.post({ questionSetVersionId: current.id })).json()).toMatchObject({
      ...{ status: 409, code: 'question-set-faulty' },
    });
    for (const followUp of [await aFollowUp(t).planned(), await aFollowUp(t).deciding()]) {
      const contactIds = [await aContact(followUp.officer, followUp.providerId, 'Tove Granlund')];
      const url = `/api/follow-ups/${followUp.id}/information-requests`;
      for (const path of [url, `${url}/preview`]) {
        const answer = await followUp.officer.post(path, sendable.body({ contactIds }));
        expect(answer.json()).toMatchObject({ status: 409, code: 'content-locked' });
      }
    }
  });

  it('keeps its questions when the set is edited while it is out', async () => {
    const own = await aSendableCase(t);
    const id = await own.send();
    const questions = [specQuestion({ id: 'new', number: '1', text: 'Ny fråga?' })];
    const frozen = (await own.officer.get(`/api/question-set-versions/${own.versionId}`)).json<{ version: number }>();
    const change = { versionNumber: 1, version: frozen.version, questions };
    const saved = answered(await own.officer.put(`/api/question-sets/${own.questionSetId}/questions`, change), 200);
    expect(saved.json()).toMatchObject({ number: 2 });
    const { questions: sent } = await own.request(id);
    expect(sent).toEqual(SPEC_QUESTIONS);
    const kept = (await own.officer.get(`/api/question-set-versions/${own.versionId}`)).json<{ frozen: boolean }>();
    expect(kept).toMatchObject({ frozen: true, questions: SPEC_QUESTIONS });
  });

  it('is proposed with the provider’s contacts, sets for the unit’s services first and a deadline by R1', async () => {
    const own = await aSendableCase(t, { municipality: t.m2 });
    await aSetOf(own.officer, SPEC_QUESTIONS, 'home-care', 'Allra först i alfabetet');
    await t.asOwner('update municipality set questionnaire_days = 30 where id = $1', [t.m2.id]);
    const options = answered(await own.officer.get(`/api/follow-ups/${own.id}/information-requests/options`), 200);
    const { contacts, questionSets, proposedDue, questionnaireDays } = options.json<RequestOptions>();
    expect(contacts.map(({ name, email }) => [name, email])).toEqual([
      ['Tove Granlund', 'tove@utforare.example'],
      ['Ulla Berg', 'ulla@utforare.example'],
    ]);
    expect(questionSets.map(({ name, number, questions, frozen }) => [name, number, questions, frozen])).toEqual([
      ['Personlig assistans', 1, 5, false],
      ['Allra först i alfabetet', 1, 5, false],
    ]);
    expect([questionnaireDays, proposedDue]).toEqual([30, '2026-12-28']);
  });

  it('can be seen beforehand as the letter it will be, marked as a draft; nothing is saved or frozen by that', async () => {
    const own = await aSendableCase(t);
    const before = await stored();
    const pdf = await own.officer.post(`/api/follow-ups/${own.id}/information-requests/preview`, own.body());
    expect([pdf.statusCode, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await stored()).toEqual(before);
  });

  it('is sent by officers of the committee only; others of it read, and everyone else sees nothing (R20)', async () => {
    const own = await aSendableCase(t);
    const id = await own.send();
    const paths = [`/api/follow-ups/${own.id}/information-requests`, `/api/information-requests/${id}`];
    const { people } = t;
    for (const [person, read, write] of [
      [people.officer(t.m1), 200, 201],
      [people.registrar(t.m1), 200, 403],
      [people.auditor(t.m1), 200, 403],
      [people.administrator(t.m1), 403, 403],
      [people.secondOfficer(t.m1), 404, 404],
      [people.officer(t.m2), 404, 404],
    ] as const) {
      const browser = await t.signIn(person);
      for (const path of paths)
        expect([person.email, (await browser.get(path)).statusCode]).toEqual([person.email, read]);
      expect([person.email, (await own.post({}, browser)).statusCode]).toEqual([person.email, write]);
    }
    const auditor = await t.signIn(people.auditor(t.m1));
    expect((await auditor.get(paths[1] ?? '')).json<{ offers: string[] }>().offers).toEqual([]);
  });
});
