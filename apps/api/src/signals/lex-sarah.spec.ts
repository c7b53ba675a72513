import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LexSarahRecipients, Page, SignalTimeline, SignalView } from '@insyn/api-schema';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { aFollowUp, answered, type FollowUpFixture } from '../../test/follow-up-factory.js';
import { type Browser, type SpecPerson, type TestApp, testApp } from '../../test/test-app.js';
import { LexSarahService } from './lex-sarah.service.js';

const SECRET = 'Den boende lämnades ensam';

describe('A lex Sarah report', () => {
  let t: TestApp;
  let followUp: FollowUpFixture;
  let officer: Browser;
  let manager: Browser;
  let colleague: Browser;
  let colleaguePerson: SpecPerson;
  let managerId: string;

  beforeAll(async () => {
    t = await testApp();
    followUp = await aFollowUp(t).gathering();
    ({ officer, manager } = followUp);
    managerId = t.people.manager(t.m1).accountId;
    colleaguePerson = t.people.secondOfficer(t.m1);
    await t.asOwner(
      `insert into membership (id, account_id, municipality_id, committee_id, role) values ($1, $2, $3, $4, 'officer')`,
      [uuidv7(), colleaguePerson.accountId, t.m1.id, t.m1.committeeId],
    );
    colleague = await t.signIn(colleaguePerson);
  });
  afterAll(() => t.close());

  const report = (body: object = {}) => ({
    ...{ kind: 'lex-sarah', receivedOn: '2026-11-20', title: SECRET, text: `${SECRET} hela natten.` },
    ...{ source: 'Verksamhetschefen', readerIds: [managerId], ...body },
  });
  const add = async (body: object = {}): Promise<string> =>
    answered(await officer.post(`/api/units/${followUp.unitId}/signals`, report(body)), 201).json<{ id: string }>().id;
  const timeline = async (browser: Browser): Promise<SignalTimeline> =>
    answered(await browser.get(`/api/units/${followUp.unitId}/signals`), 200).json<SignalTimeline>();
  const idsSeenBy = async (browser: Browser) => (await timeline(browser)).signals.map(({ id }) => id);
  const readings = (id: string) =>
    t.asOwner<{ name: string; at: Date }>(
      `select a.name, r.at from read_log r join account a on a.id = r.account_id
       where r.subject_kind = 'signal' and r.subject_id = $1 order by r.at, r.id`,
      [id],
    );
  const fieldsOf = (answer: { statusCode: number; json(): { errors: { field: string }[] } }): string[] => {
    expect(answer.statusCode).toBe(400);
    return answer.json().errors.map(({ field }) => field);
  };

  it('names its readers, of the committee’s own staff; who registers it is one of them', async () => {
    const post = (readerIds?: string[]) =>
      officer.post(`/api/units/${followUp.unitId}/signals`, { ...report(), readerIds });
    expect(fieldsOf(await post([]))).toEqual(['readerIds']);
    expect(fieldsOf(await post(undefined))).toEqual(['readerIds']);
    for (const person of [t.people.secondManager(t.m1), t.people.manager(t.m2), t.people.registrar(t.m1)]) {
      expect(fieldsOf(await post([person.accountId]))).toEqual(['readerIds']);
    }
    const id = await add();
    const signal = (await timeline(officer)).signals.find((one) => one.id === id);
    expect(signal?.readers.map(({ name }) => name)).toEqual(['Karin Wester', 'Maja Lindgren']);
  });

  it('is there for those named and for nobody else: not in lists, counts, proposals or routes of its own', async () => {
    const id = await add();
    expect(await idsSeenBy(manager)).toContain(id);
    for (const browser of [colleague, await t.signIn(t.people.auditor(t.m1))]) {
      const seen = await browser.get(`/api/units/${followUp.unitId}/signals`);
      expect(seen.body).not.toContain(SECRET);
      expect(seen.json()).toMatchObject({ signals: [], inDepth: { proposed: false } });
      for (const query of ['', '?kind=lex-sarah', '?state=open']) {
        const list = (await browser.get(`/api/signals${query}`)).json<Page<SignalView>>();
        expect(list.items.filter(({ kind }) => kind === 'lex-sarah')).toEqual([]);
      }
    }
    const attempts = [
      await colleague.patch(`/api/signals/${id}`, { version: 1, readerIds: [colleaguePerson.accountId] }),
      await colleague.post(`/api/signals/${id}/handle`, { version: 1, text: 'Klart.' }),
      await colleague.post(`/api/signals/${id}/attach`, { version: 1, followUpId: followUp.id }),
    ];
    expect(attempts.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
    expect((await timeline(manager)).inDepth.proposed).toBe(true);
  });

  it('is not read by SQL as the login either, whatever the statement forgets', async () => {
    const id = await add();
    const asLogin = async (accountId: string): Promise<unknown[]> => {
      const client = new pg.Client({ connectionString: t.database.loginUrl });
      await client.connect();
      try {
        await client.query('begin');
        await client.query(
          "select set_config('role', 'insyn_staff', true), set_config('app.municipality', $1, true), set_config('app.account', $2, true)",
          [t.m1.id, accountId],
        );
        return (await client.query('select title from signal where id = $1', [id])).rows;
      } finally {
        await client.end();
      }
    };
    expect(await asLogin(managerId)).toEqual([{ title: SECRET }]);
    expect(await asLogin(colleaguePerson.accountId)).toEqual([]);
    expect(await asLogin('')).toEqual([]);
  });

  it('leaves a line in the read log for each one who reads it: who, when, which (R22)', async () => {
    const id = await add();
    expect(await readings(id)).toEqual([]);
    await timeline(manager);
    t.clock.advance({ minutes: 1 });
    answered(await officer.get('/api/signals?kind=lex-sarah'), 200);
    await timeline(colleague);
    expect((await readings(id)).map(({ name }) => name)).toEqual(['Karin Wester', 'Maja Lindgren']);
    const [first, second] = await readings(id);
    expect((second?.at.getTime() ?? 0) - (first?.at.getTime() ?? 0)).toBe(60_000);
  });

  it('leaves nothing of what it says in the history, and never in a follow-up', async () => {
    const id = await add();
    answered(await manager.patch(`/api/signals/${id}`, { version: 1, text: `${SECRET} två nätter.` }), 200);
    expect(
      (await officer.post(`/api/signals/${id}/attach`, { version: 2, followUpId: followUp.id })).json(),
    ).toMatchObject({
      ...{ status: 409, code: 'signal-restricted' },
    });
    answered(await officer.post(`/api/signals/${id}/handle`, { version: 2, text: `${SECRET}: utrett.` }), 200);
    const events = await t.asOwner<{ content: string }>(
      `select v.content::text as content from event e join event_value v on v.event_id = e.id where e.subject_id = $1`,
      [id],
    );
    expect(events).toHaveLength(3);
    expect(events.filter(({ content }) => content.includes(SECRET) || /sarah/i.test(content))).toEqual([]);
    const history = await officer.get(`/api/follow-ups/${followUp.id}/history`);
    expect(history.body).not.toContain(SECRET);
    const kept = await t.asOwner('select 1 from idempotency_key where response::text like $1', [`%${SECRET}%`]);
    expect(kept).toEqual([]);
  });

  it('gets and loses readers by one of its readers, and cannot be made open', async () => {
    const id = await add();
    const readerIds = [managerId, colleaguePerson.accountId];
    answered(await manager.patch(`/api/signals/${id}`, { version: 1, readerIds }), 200);
    expect(await idsSeenBy(colleague)).toContain(id);
    answered(await manager.patch(`/api/signals/${id}`, { version: 2, readerIds: [colleaguePerson.accountId] }), 200);
    expect(await idsSeenBy(manager)).not.toContain(id);
    expect(await idsSeenBy(officer)).toContain(id);
    expect(fieldsOf(await officer.patch(`/api/signals/${id}`, { version: 3, kind: 'tip' }))).toEqual(['kind']);
    expect(fieldsOf(await officer.patch(`/api/signals/${id}`, { version: 3, readerIds: [] }))).toEqual(['readerIds']);
  });

  describe('that a provider hands in', () => {
    /** As the provider's door writes it. */
    const handedIn = async (): Promise<string> => {
      const id = uuidv7();
      await t.asOwner(
        `insert into signal (municipality_id, id, committee_id, unit_id, provider_id, kind, received_on, title, text,
           from_provider, created_by)
         values ($1, $2, $3, $4, $5, 'lex-sarah', '2026-11-24', $6, $6, true, $7)`,
        [...[t.m1.id, id, t.m1.committeeId, followUp.unitId, followUp.providerId, SECRET], t.providerPerson.accountId],
      );
      return id;
    };
    const receive = (id: string) => t.app.get(LexSarahService).receive(t.m1.id, id);
    const mailsTo = (accountId: string) =>
      t.asOwner<{ subject: string; text: string }>('select subject, text from mail where to_account_id = $1', [
        accountId,
      ]);
    const put = (accountIds: string[], browser = manager, committeeId = t.m1.committeeId) =>
      browser.put(`/api/committees/${committeeId}/lex-sarah-recipients`, { accountIds });

    it('goes to the managers of the committee until somebody else is named', async () => {
      const id = await handedIn();
      expect(await idsSeenBy(manager)).not.toContain(id);
      await receive(id);
      expect(await idsSeenBy(manager)).toContain(id);
      expect(await idsSeenBy(officer)).not.toContain(id);
    });

    it('is told to the committee’s recipients in a mail without a word of it, once however often the job runs', async () => {
      answered(await put([colleaguePerson.accountId]), 204);
      const id = await handedIn();
      await Promise.all([receive(id), receive(id)]);
      await receive(id);
      expect(await idsSeenBy(colleague)).toContain(id);
      const mails = await mailsTo(colleaguePerson.accountId);
      expect(mails).toHaveLength(1);
      expect(JSON.stringify(mails)).not.toMatch(/sarah|lämnades|enhet|omsorgsbolaget/i);
      const signal = (await timeline(colleague)).signals.find((one) => one.id === id);
      expect(signal).toMatchObject({ fromProvider: true, createdBy: expect.stringMatching(/^Omsorgsbolaget/) });
    });

    it('finds its readers by the job that is put in the queue with it', async () => {
      const id = await handedIn();
      await t.db.transaction(t.staffUser(t.people.officer(t.m1), 'officer', []), async (tx) => {
        tx.enqueue('receive-signal', { municipalityId: t.m1.id, ids: { signalId: id } });
        return Promise.resolve();
      });
      const readers = () => t.asOwner('select account_id from signal_reader where signal_id = $1', [id]);
      for (let waited = 0; waited < 150 && (await readers()).length === 0; waited += 1) await sleep(100);
      expect(await readers()).toEqual([{ account_id: colleaguePerson.accountId }]);
    });

    it('stays as it was handed in; its readers can be changed', async () => {
      answered(await put([colleaguePerson.accountId]), 204);
      const id = await handedIn();
      await receive(id);
      const change = (body: object) => colleague.patch(`/api/signals/${id}`, { version: 1, ...body });
      expect((await change({ text: 'Inget hände.' })).json()).toMatchObject({ status: 409, code: 'from-provider' });
      answered(await change({ readerIds: [managerId] }), 200);
      expect([await idsSeenBy(manager), await idsSeenBy(colleague)]).toEqual([
        expect.arrayContaining([id]),
        expect.not.arrayContaining([id]),
      ]);
    });

    it('has recipients that the manager of the committee names among those who handle signals there', async () => {
      answered(await put([managerId, colleaguePerson.accountId]), 204);
      const listed = (await officer.get('/api/lex-sarah-recipients')).json<LexSarahRecipients[]>();
      expect(listed).toMatchObject([
        { committee: { id: t.m1.committeeId }, recipients: [{ name: 'Karin Wester' }, { name: 'Olle Sandahl' }] },
      ]);
      expect(listed[0]?.mayChange).toBe(false);
      expect(listed[0]?.candidates.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['Karin Wester', 'Maja Lindgren', 'Olle Sandahl']),
      );
      expect((await manager.get('/api/lex-sarah-recipients')).json()).toMatchObject([{ mayChange: true }]);
      for (const person of [t.people.registrar(t.m1), t.people.auditor(t.m1), t.people.officer(t.m2)]) {
        expect(fieldsOf(await put([person.accountId]))).toEqual(['accountIds']);
      }
      expect((await put([], officer)).statusCode).toBe(403);
      expect((await put([], manager, t.m1.otherCommitteeId)).statusCode).toBe(404);
      expect((await put([], manager, t.m2.committeeId)).statusCode).toBe(404);
    });
  });
});
