import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { aFactCheck, type FactCheckFixture } from '../../test/fact-check-factory.js';
import { answered } from '../../test/follow-up-factory.js';
import { PDF, sendFile } from '../../test/multipart.js';
import { aProviderPerson } from '../../test/request-factory.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import { ReceivedFactCheckService } from './received-fact-check.service.js';
import { recordSilence } from './record-silence.js';

describe('The provider’s remarks on a draft', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());
  const put = ({ id, person }: FactCheckFixture, remarkId: string, body: object) =>
    person.browser.put(`/api/portal/fact-checks/${id}/remarks/${remarkId}`, body);
  const submit = ({ id, person }: FactCheckFixture, noRemarks: boolean) =>
    person.browser.post(`/api/portal/fact-checks/${id}/submit`, { noRemarks });
  /** The clock in Sweden on a day of the specs' winter, at that time. */
  const setClock = (iso: string) =>
    t.clock.advance({ minutes: (new Date(iso).getTime() - t.clock.now().getTime()) / 60_000 });

  it('are tied to a section or a clause of the draft, and to nothing else', async () => {
    const factCheck = await aFactCheck(t).sent();
    const send = (place: object) => put(factCheck, uuidv7(), { version: null, place, text: 'Det stämmer inte.' });
    const { clauseIds } = factCheck.followUp;
    expect((await send({ kind: 'section', id: 'background' })).statusCode).toBe(200);
    expect((await send({ kind: 'clause', id: clauseIds['§ 7'] })).statusCode).toBe(200);
    for (const place of [
      { kind: 'clause', id: clauseIds['§ 40'] ?? uuidv7() },
      { kind: 'section', id: clauseIds['§ 7'] },
      { kind: 'section', id: 'judgement' },
    ]) {
      const refused = await send(place);
      expect([refused.statusCode, refused.json().errors[0].field]).toEqual([400, 'place']);
    }
    expect((await send({ kind: 'action', id: 'x' })).statusCode).toBe(400);
    const headings = (await factCheck.view()).remarks.map(({ heading }) => heading);
    expect(headings).toEqual(['Bakgrund', expect.stringContaining('Genomförandeplan')]);
  });

  it('are saved as they are written; a save sent again is no conflict, another’s is', async () => {
    const factCheck = await aFactCheck(t).sent();
    const [id, place] = [uuidv7(), { kind: 'section', id: 'background' }];
    const first = { version: null, place, text: 'Fel år.' };
    answered(await put(factCheck, id, first), 200);
    expect((await put(factCheck, id, first)).json()).toMatchObject({ version: 1, text: 'Fel år.' });
    expect((await put(factCheck, id, { ...first, version: 1, text: 'Fel årtal.' })).json()).toMatchObject({
      version: 2,
    });
    const stale = await put(factCheck, id, { ...first, version: 1, text: 'Annat.' });
    expect([stale.statusCode, stale.json().code, stale.json().remark.text]).toEqual([
      ...[409, 'stale-version', 'Fel årtal.'],
    ]);
    expect((await put(factCheck, id, { ...first, version: 2, text: ' ' })).json().errors[0].field).toBe('text');
    const { browser } = factCheck.person;
    answered(await browser.delete(`/api/portal/fact-checks/${factCheck.id}/remarks/${id}`), 204);
    expect((await factCheck.view()).remarks).toEqual([]);
  });

  it('never take the id of another fact check’s remark', async () => {
    const [one, other] = [await aFactCheck(t).sent(), await aFactCheck(t).sent()];
    const remark = await one.remark();
    const taken = await put(other, remark.id, {
      ...{ version: null, place: { kind: 'section', id: 'background' }, text: 'Min.' },
    });
    expect(taken.statusCode).toBe(404);
    expect((await one.view()).remarks.map(({ text }) => text)).toEqual([remark.text]);
  });

  it('are the provider’s own until they are handed in', async () => {
    const factCheck = await aFactCheck(t).sent();
    const remark = await factCheck.remark();
    expect(await factCheck.staffView()).toMatchObject({ state: 'sent', remarks: [], unanswered: 0, readAt: null });
    const answer = { version: null, outcome: 'accepted', text: 'Ändrat.' };
    const early = await factCheck.followUp.officer.put(`/api/fact-check-remarks/${remark.id}/answer`, answer);
    expect(early.statusCode).toBe(404);
    const history = () => factCheck.followUp.officer.get(`/api/follow-ups/${factCheck.followUp.id}/history`);
    expect((await history()).body).not.toMatch(/synpunkt/);
    answered(await factCheck.person.browser.post(`/api/portal/fact-checks/${factCheck.id}/read`), 200);
    expect((await factCheck.staffView()).readAt).not.toBeNull();
    await factCheck.handIn();
    expect((await factCheck.staffView()).remarks.map(({ text }) => text)).toEqual([remark.text]);
    expect((await history()).body).toMatch(/Lämnade en synpunkt på utkastet/);
  });

  it('are handed in once, with a receipt; or it is said that there are none', async () => {
    const silent = await aFactCheck(t).sent();
    const nothing = await submit(silent, false);
    expect([nothing.statusCode, nothing.json().code]).toEqual([409, 'nothing-said']);
    answered(await submit(silent, true), 200);
    expect(await silent.view()).toMatchObject({ state: 'answered', noRemarks: true, late: false, editable: false });
    const speaking = await aFactCheck(t).sent();
    await speaking.remark();
    expect((await submit(speaking, true)).json().code).toBe('nothing-said');
    answered(await submit(speaking, false), 200);
    const again = await submit(speaking, false);
    expect([again.statusCode, again.json().code]).toEqual([409, 'wrong-state']);
    const receipts = await t.asOwner<{ content: { remarks: { place: string }[]; seal: string } }>(
      "select content from issued_document where subject_id = $1 and kind = 'fact-check-receipt'",
      [speaking.id],
    );
    expect(receipts.map(({ content }) => content.remarks.map(({ place }) => place))).toEqual([['§ 15 Bemanning']]);
    const late = await put(speaking, uuidv7(), {
      ...{ version: null, place: { kind: 'section', id: 'background' }, text: 'En till.' },
    });
    expect([late.statusCode, late.json().code]).toEqual([409, 'not-open']);
    expect(await t.asOwner('select state from deadline where subject_id = $1', [speaking.id])).toEqual([
      { state: 'met' },
    ]);
  });

  it('come with files that are checked, and become evidence once, with a record in (R16)', async () => {
    const factCheck = await aFactCheck(t).sent();
    const { browser } = factCheck.person;
    const remark = await factCheck.remark();
    const url = `/api/portal/fact-checks/${factCheck.id}/files`;
    const add = (name: string, bytes: Buffer | string, remarkId: string) =>
      sendFile(browser, url, { name, bytes, fields: { remarkId } });
    expect((await add('rutin.exe', 'MZ', remark.id)).statusCode).toBe(415);
    expect((await add('rutin.pdf', 'inte en pdf', remark.id)).statusCode).toBe(415);
    expect((await add('rutin.pdf', PDF, 'x')).json().errors[0].field).toBe('remarkId');
    expect((await add('rutin.pdf', PDF, uuidv7())).statusCode).toBe(404);
    const file = answered(await add('rutin.pdf', PDF, remark.id), 201).json<{ id: string; sha256: string }>();
    const gone = answered(await add('fel.pdf', PDF, remark.id), 201).json<{ id: string }>();
    answered(await browser.delete(`/api/portal/fact-check-files/${gone.id}`), 204);
    expect((await browser.get(`/api/portal/fact-check-files/${gone.id}`)).statusCode).toBe(404);
    const officer = factCheck.followUp.officer;
    expect((await officer.get(`/api/fact-check-files/${file.id}`)).statusCode).toBe(404);
    const before = (await factCheck.followUp.view()).contentVersion;
    await factCheck.handIn();
    await t.app.get(ReceivedFactCheckService).receive(t.m1.id, factCheck.id);
    const evidence = await t.asOwner(
      `select e.kind, e.title, e.held_on::text as day, a.file_name as name, a.sha256 from evidence e
         join attachment a on a.evidence_id = e.id join fact_check_file f on f.evidence_id = e.id
       where e.follow_up_id = $1`,
      [factCheck.followUp.id],
    );
    expect(evidence).toEqual([
      {
        ...{ kind: 'document', title: 'Faktakontroll: underlag till § 15 Bemanning', day: '2026-11-25' },
        ...{ name: 'rutin.pdf', sha256: file.sha256 },
      },
    ]);
    expect((await factCheck.followUp.view()).contentVersion).toBe(before + 1);
    expect((await officer.get(`/api/fact-check-files/${file.id}`)).rawPayload.equals(PDF)).toBe(true);
    const records = await t.asOwner("select 1 from record where follow_up_id = $1 and direction = 'in'", [
      factCheck.followUp.id,
    ]);
    expect(records).toHaveLength(1);
    const mails = await t.asOwner<{ text: string }>(
      "select text from mail where follow_up_id = $1 and to_account_id = $2 and kind = 'fact-check'",
      [factCheck.followUp.id, t.people.officer(t.m1).accountId],
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('en synpunkt');
  });

  it('takes a remark’s files away with it', async () => {
    const factCheck = await aFactCheck(t).sent();
    const remark = await factCheck.remark();
    const { browser } = factCheck.person;
    const url = `/api/portal/fact-checks/${factCheck.id}`;
    const sent = { name: 'rutin.pdf', bytes: PDF, fields: { remarkId: remark.id } };
    const file = answered(await sendFile(browser, `${url}/files`, sent), 201).json<{ id: string }>();
    answered(await browser.delete(`${url}/remarks/${remark.id}`), 204);
    expect((await browser.get(`/api/portal/fact-check-files/${file.id}`)).statusCode).toBe(404);
  });

  describe('when the time runs out', () => {
    let [inTime, late, never]: FactCheckFixture[] = [];
    beforeAll(async () => {
      [inTime, late, never] = [await aFactCheck(t).sent(), await aFactCheck(t).sent(), await aFactCheck(t).sent()];
      for (const factCheck of [inTime, late]) await factCheck?.remark();
    }, 60_000);
    /** Hands in as somebody who signs in at that time: all sessions have ended by then. */
    const handInAt = async (factCheck: FactCheckFixture | undefined, at: string, noRemarks = false) => {
      if (factCheck === undefined) throw new Error('Nothing was sent.');
      setClock(at);
      const { browser } = await aProviderPerson(t, factCheck.followUp.providerId);
      answered(await browser.post(`/api/portal/fact-checks/${factCheck.id}/submit`, { noRemarks }), 200);
      return factCheck.view(browser);
    };

    it('R1: are in time at 23:59:59 on the last day, and late at 00:00:01 the day after', async () => {
      expect(await handInAt(inTime, '2026-12-09T22:59:59Z')).toMatchObject({ state: 'answered', late: false });
      expect(await handInAt(late, '2026-12-09T23:00:01Z')).toMatchObject({ state: 'answered', late: true });
    });

    it('silence is recorded exactly once, the day after and not before; what comes later is taken and marked', async () => {
      const id = never?.id ?? '';
      const silence = () => t.db.jobs(t.m1.id, (tx) => recordSilence(tx, id));
      setClock('2026-12-09T22:59:59Z');
      expect(await silence()).toBe(false);
      setClock('2026-12-10T02:00:00Z');
      expect([await silence(), await silence()]).toEqual([true, false]);
      const events = await t.asOwner<{ summary: string }>(
        `select v.content ->> 'summary' as summary from event e join event_value v on v.event_id = e.id
         where e.subject_id = $1 and e.kind = 'fact-check.silent'`,
        [id],
      );
      expect(events.map(({ summary }) => summary)).toEqual([
        expect.stringMatching(/svarade inte på faktakontrollen inom svarstiden, som gick ut 9 december 2026$/),
      ]);
      expect(await handInAt(never, '2026-12-10T08:00:00Z', true)).toMatchObject({ state: 'answered', late: true });
    });
  });
});
