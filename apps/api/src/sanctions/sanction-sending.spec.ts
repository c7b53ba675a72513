import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registerProvider } from '../../test/contract-fixture.js';
import { answered } from '../../test/follow-up-factory.js';
import { AMOUNT, aSanctionCase } from '../../test/sanction-factory.js';
import { testApp, type TestApp } from '../../test/test-app.js';

describe('A sanction that is sent', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  it('is decided, and shown to nobody at the provider’s door before it is sent (R21)', async () => {
    const own = await aSanctionCase(t);
    const id = await own.decide('warning');
    expect(await own.sanction(id)).toMatchObject({
      ...{ kind: 'warning', label: 'Skriftlig varning', state: 'decided', decidedOn: '2026-11-25', sentOn: null },
      ...{ decidedBy: 'Karin Wester', decisionGround: '', amount: null, answerDue: null, letterDocument: null },
      requirements: [{ id: own.requirementId, state: 'remains', clauseNumbers: ['§ 15'] }],
      offers: [
        { name: 'send', needs: null, blockers: [] },
        { name: 'withdraw', needs: 'reason', blockers: [] },
      ],
      events: [
        {
          ...{ kind: 'decide', state: 'decided', on: '2026-11-25', by: 'Karin Wester' },
          record: { direction: 'drawn-up' },
        },
      ],
    });
    const { browser } = own.person;
    expect((await browser.get(`/api/portal/sanctions/${id}`)).statusCode).toBe(404);
    expect((await browser.post(`/api/portal/sanctions/${id}/read`)).statusCode).toBe(404);
    expect((await browser.post(`/api/portal/sanctions/${id}/dispute`, { text: 'Nej.' })).statusCode).toBe(404);
    expect((await own.records()).map(({ direction }) => direction)).toEqual(['drawn-up']);
    expect(await own.mails()).toEqual([]);
  });

  it('is sent with a letter, a record (R16), a deadline (R1) and a mail, all of it once', async () => {
    const own = await aSanctionCase(t);
    const id = await own.send('penalty', { severe: true, severeReason: 'Fara för brukarna.' });
    const view = await own.sanction(id);
    expect(view).toMatchObject({ state: 'sent', sentOn: '2026-11-25', answerDue: '2026-12-09', ...AMOUNT });
    expect(view.letterDocument).toMatchObject({ title: 'Beslut om påföljd: Vite' });
    expect(view.events.map(({ kind, record }) => [kind, record?.direction ?? null])).toEqual([
      ['decide', 'drawn-up'],
      ['send', 'out'],
    ]);
    const [, record] = await own.records();
    expect(record?.publicTitle).toMatch(/^Beslut om påföljd: vite, Enhet \d+, uppföljning 2026$/);
    const mails = await own.mails();
    expect(mails.map(({ kind, to }) => [kind, to])).toEqual([['sanction', own.person.email]]);
    expect(mails[0]?.text).toContain('12\u00a0500\u00a0kr');
    expect(mails[0]?.text).toContain('senast onsdag 9 december 2026');
    const again = await own.act(id, 'send');
    expect(again.json()).toMatchObject({ status: 409, code: 'wrong-state' });
    expect(await own.records()).toHaveLength(2);
    expect(await own.portal(id)).toMatchObject({
      ...{ municipality: 'Ekbacka kommun', state: 'sent', answerDue: '2026-12-09', mayDispute: true, dispute: null },
      letter: {
        ...{ step: { label: 'Vite', terms: 'När varning inte har hjälpt.' }, severeReason: 'Fara för brukarna.' },
        ...{ earlier: [], decidedBy: { name: 'Karin Wester' }, disputeBy: '2026-12-09', ...AMOUNT },
        requirements: [{ clauses: [{ number: '§ 15', heading: 'Bemanning' }] }],
      },
      answers: [],
    });
  });

  it('may be answered by another day, moved to a working day; one that has come is refused at its field', async () => {
    const own = await aSanctionCase(t);
    const id = await own.decide('warning');
    const early = await own.act(id, 'send', { answerDue: '2026-11-25' });
    expect(early.json()).toMatchObject({ status: 400, errors: [{ field: 'answerDue' }] });
    answered(await own.act(id, 'send', { answerDue: '2027-01-02' }), 200);
    expect((await own.sanction(id)).answerDue).toBe('2027-01-04');
  });

  it('is read by the provider, once, which is told in the history', async () => {
    const own = await aSanctionCase(t);
    const id = await own.send('warning');
    for (let time = 0; time < 2; time += 1) {
      answered(await own.person.browser.post(`/api/portal/sanctions/${id}/read`), 200);
    }
    expect((await own.sanction(id)).readAt).toBe('2026-11-25T09:00:00.000Z');
    const events = await t.asOwner("select 1 from event where subject_id = $1 and kind = 'sanction.read'", [id]);
    expect(events).toHaveLength(1);
  });

  it('is never sent to one who has taken the contract over since it was decided', async () => {
    const own = await aSanctionCase(t);
    const id = await own.decide('warning');
    const providerId = await registerProvider(own.officer, 8200, 'Nya Omsorgen AB');
    const { version } = (await own.officer.get(`/api/contracts/${own.contractId}`)).json<{ version: number }>();
    // It counts from before the decision, and was not known then.
    const body = { version, providerId, from: '2026-11-24', reason: 'Bolaget har köpts.' };
    answered(await own.officer.post(`/api/contracts/${own.contractId}/transfer`, body), 200);
    const stopped = [{ code: 'contract-taken-over' }];
    expect((await own.sanction(id)).offers).toMatchObject([
      { name: 'send', blockers: stopped },
      { name: 'withdraw', blockers: [] },
    ]);
    expect((await own.act(id, 'send')).json()).toMatchObject({ status: 409, code: 'blocked', blockers: stopped });
    expect(await own.sanction(id)).toMatchObject({ state: 'decided', sentOn: null });
    expect(await own.mails()).toEqual([]);
    answered(await own.act(id, 'withdraw', { reason: 'Avtalet har tagits över.' }), 200);
  });
});
