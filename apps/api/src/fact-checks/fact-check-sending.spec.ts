import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FactCheckOptions } from '@insyn/api-schema';
import { aFactCheck, sendDraft } from '../../test/fact-check-factory.js';
import { aFollowUp, answered } from '../../test/follow-up-factory.js';
import { aContact } from '../../test/sendable-case.js';
import { testApp, type TestApp } from '../../test/test-app.js';

describe('Sending a draft for fact check', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  it('freezes, registers, mails and moves in one (R16), with the municipality’s time (R1)', async () => {
    const { id, followUp, person } = await aFactCheck(t).sent();
    const [row] = await t.asOwner(
      `select c.state, c.number, c.sent_on::text as sent, d.due::text as due, d.state as waits, r.direction, r.internal,
         r.public_title as title, i.kind, i.record_id = r.id as registered
       from fact_check c join deadline d on d.subject_id = c.id join record r on r.id = c.record_id
         join issued_document i on i.subject_id = c.id where c.id = $1`,
      [id],
    );
    expect(row).toEqual({
      ...{ state: 'sent', number: 1, sent: '2026-11-25', due: '2026-12-09', waits: 'open', direction: 'out' },
      ...{ internal: false, kind: 'fact-check-draft', registered: true },
      title: expect.stringContaining('Utkast till rapport för faktakontroll om'),
    });
    expect((await followUp.view()).state).toBe('fact-check');
    const mails = await t.asOwner<{ account: string; text: string }>(
      "select to_account_id as account, text from mail where follow_up_id = $1 and kind = 'fact-check'",
      [followUp.id],
    );
    expect(mails.map(({ account }) => account)).toEqual([person.accountId]);
    expect(mails[0]?.text).toContain('Svara senast onsdag 9 december 2026.');
    const history = (await followUp.officer.get(`/api/follow-ups/${followUp.id}/history`)).body;
    expect(history).toContain('för faktakontroll, svar senast 9 december 2026');
  });

  it('invites a contact who cannot sign in yet, with a link of their own', async () => {
    const followUp = await aFollowUp(t).readyToSubmit();
    await aContact(followUp.officer, followUp.providerId, 'Ulla Berg');
    const options = await followUp.officer.get(`/api/follow-ups/${followUp.id}/fact-checks/options`);
    expect(options.json<FactCheckOptions>()).toMatchObject({
      ...{ proposedDue: '2026-12-09', factCheckDays: 14, receivers: 1 },
    });
    await sendDraft(followUp);
    const mails = await t.asOwner<{ text: string; address: string }>(
      "select text, to_address as address from mail where follow_up_id = $1 and kind = 'fact-check'",
      [followUp.id],
    );
    expect(mails.map(({ address, text }) => [address, text.includes('{link}')])).toEqual([
      ['ulla@utforare.example', true],
    ]);
  });

  it('is an internal record when the committee’s own unit is followed up (R16)', async () => {
    const followUp = await aFollowUp(t).readyToSubmit();
    await t.asOwner("update provider set form = 'own-run' where id = $1", [followUp.providerId]);
    const id = await sendDraft(followUp);
    const records = await t.asOwner(
      'select r.internal from fact_check c join record r on r.id = c.record_id where c.id = $1',
      [id],
    );
    expect(records).toEqual([{ internal: true }]);
  });

  it('shows every verdict on a clause and nothing of the judgement of the whole (R21)', async () => {
    const factCheck = await aFactCheck(t).sent();
    const view = await factCheck.view();
    const fifteen = view.sections.find(({ place }) => place.id === factCheck.followUp.clauseIds['§ 15']);
    expect(fifteen?.parts).toContainEqual({ kind: 'verdict', verdict: 'not-met', text: 'Uppfylls inte' });
    expect(JSON.stringify(view)).not.toMatch(/godkänd/i);
    const [stored] = await t.asOwner<{ report: { judgement: unknown } }>(
      "select content -> 'report' as report from fact_check where id = $1",
      [factCheck.id],
    );
    expect(stored?.report.judgement).toBeNull();
  });

  it('may have a day of its own, moved to a working day; it must come after today', async () => {
    const followUp = await aFollowUp(t).readyToSubmit();
    const { contentVersion } = await followUp.view();
    const send = (due: string) =>
      followUp.officer.post(`/api/follow-ups/${followUp.id}/send-for-fact-check`, { contentVersion, message: '', due });
    expect((await send('2026-11-25')).json().errors[0].field).toBe('due');
    expect((await send('2026-02-30')).json().errors[0].field).toBe('due');
    const { id } = answered(await send('2026-12-24'), 201).json<{ id: string }>();
    expect(await t.asOwner('select due::text as due from deadline where subject_id = $1', [id])).toEqual([
      { due: '2026-12-28' },
    ]);
  });

  it('is refused on content that was not read (409), and twice', async () => {
    const followUp = await aFollowUp(t).readyToSubmit();
    const { contentVersion } = await followUp.view();
    const send = (version: number) =>
      followUp.officer.post(`/api/follow-ups/${followUp.id}/send-for-fact-check`, {
        ...{ contentVersion: version, message: '' },
      });
    const stale = await send(contentVersion - 1);
    expect([stale.statusCode, stale.json().code]).toEqual([409, 'stale-content']);
    answered(await send(contentVersion), 201);
    const again = await send(contentVersion);
    expect([again.statusCode, again.json().code]).toEqual([409, 'wrong-state']);
    expect(await t.asOwner('select 1 from fact_check where follow_up_id = $1', [followUp.id])).toHaveLength(1);
  });

  it('is blocked while a clause lacks its verdict (R6), and nothing is sent', async () => {
    const followUp = await aFollowUp(t).assessing();
    const { contentVersion } = await followUp.view();
    const body = { contentVersion, message: '' };
    const blocked = await followUp.officer.post(`/api/follow-ups/${followUp.id}/send-for-fact-check`, body);
    expect([blocked.statusCode, blocked.json().code]).toEqual([409, 'blocked']);
    expect(await t.asOwner('select 1 from record where follow_up_id = $1', [followUp.id])).toEqual([]);
  });

  it('can be looked at before, as a PDF; nothing is saved then', async () => {
    const followUp = await aFollowUp(t).readyToSubmit();
    const preview = await followUp.officer.post(`/api/follow-ups/${followUp.id}/fact-checks/preview`, { message: '' });
    expect([preview.statusCode, preview.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect(await t.asOwner('select 1 from fact_check where follow_up_id = $1', [followUp.id])).toEqual([]);
  });

  it('can be taken back with a reason: the provider is told, and nothing more is waited for', async () => {
    const { id, followUp, view, person } = await aFactCheck(t).sent();
    const url = `/api/follow-ups/${followUp.id}/take-back`;
    expect((await followUp.officer.post(url, { reason: '' })).json().errors[0].field).toBe('reason');
    answered(await followUp.officer.post(url, { reason: 'Fel enhet i bakgrunden.' }), 200);
    expect((await followUp.view()).state).toBe('assessing');
    expect(await view()).toMatchObject({
      state: 'taken-back',
      takenBackReason: 'Fel enhet i bakgrunden.',
      editable: false,
    });
    expect(await t.asOwner('select state from deadline where subject_id = $1', [id])).toEqual([{ state: 'cancelled' }]);
    const [mail] = await t.asOwner<{ text: string }>(
      "select text from mail where to_account_id = $1 and kind = 'taken-back'",
      [person.accountId],
    );
    expect(mail?.text).toContain('Skäl: Fel enhet i bakgrunden.');
    const submit = await person.browser.post(`/api/portal/fact-checks/${id}/submit`, { noRemarks: true });
    expect([submit.statusCode, submit.json().code]).toEqual([409, 'wrong-state']);
    const second = await sendDraft(followUp);
    expect(await t.asOwner('select number from fact_check where id = $1', [second])).toEqual([{ number: 2 }]);
  });

  it('is taken back when the follow-up is cancelled', async () => {
    const { followUp, view } = await aFactCheck(t).sent();
    const { contentVersion } = await followUp.view();
    const body = { contentVersion, reason: 'Avtalet har upphört.' };
    answered(await followUp.officer.post(`/api/follow-ups/${followUp.id}/cancel`, body), 200);
    expect(await view()).toMatchObject({ state: 'taken-back', takenBackReason: 'Avtalet har upphört.' });
  });

  it('can be given more time, with a reason that the provider is told', async () => {
    const { id, followUp, staffView, person } = await aFactCheck(t).sent();
    const { version } = await staffView();
    const extend = (body: object) => followUp.officer.post(`/api/fact-checks/${id}/extend`, body);
    const reason = 'Verksamhetschefen är sjuk.';
    expect((await extend({ version, due: '2026-11-25', reason })).json().errors[0].field).toBe('due');
    expect((await extend({ version: version + 1, due: '2026-12-16', reason })).statusCode).toBe(409);
    answered(await extend({ version, due: '2026-12-16', reason }), 200);
    expect((await staffView()).due).toBe('2026-12-16');
    const mails = await t.asOwner<{ subject: string }>(
      'select subject from mail where to_account_id = $1 order by id',
      [person.accountId],
    );
    expect(mails.at(-1)?.subject).toContain('Ny sista dag för faktakontroll');
  });

  it('is not seen by an officer of another committee (R20)', async () => {
    const { id, followUp } = await aFactCheck(t).sent();
    const other = await t.signIn(t.people.secondOfficer(t.m1));
    expect((await other.get(`/api/follow-ups/${followUp.id}/fact-checks`)).statusCode).toBe(404);
    const body = { version: 1, due: '2026-12-16', reason: 'Stulen.' };
    expect((await other.post(`/api/fact-checks/${id}/extend`, body)).statusCode).toBe(404);
  });
});
