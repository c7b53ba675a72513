import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registerProvider } from '../../test/contract-fixture.js';
import { answered } from '../../test/follow-up-factory.js';
import { aSanctionCase } from '../../test/sanction-factory.js';
import { testApp, type TestApp } from '../../test/test-app.js';

describe('What becomes of a sanction', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  it('is withdrawn before it is sent without a word to the provider', async () => {
    const own = await aSanctionCase(t);
    const id = await own.decide('warning');
    answered(await own.act(id, 'withdraw', { reason: 'Fel krav.' }), 200);
    expect((await own.sanction(id)).state).toBe('withdrawn');
    expect(await own.records()).toEqual([
      { direction: 'drawn-up', publicTitle: expect.stringMatching(/^Beslut om påföljd/) },
      { direction: 'drawn-up', publicTitle: expect.stringMatching(/^Besked om återtagen påföljd/) },
    ]);
    expect(await own.mails()).toEqual([]);
    expect((await own.person.browser.get(`/api/portal/sanctions/${id}`)).statusCode).toBe(404);
  });

  it('is reduced to a lower amount after the answer, and counts with what it is now', async () => {
    const own = await aSanctionCase(t);
    answered(await own.act(await own.decide('warning'), 'send'), 200);
    const id = await own.send('penalty');
    await own.dispute(id);
    answered(await own.act(id, 'answer', { text: 'Vi ser över beloppet.' }), 200);
    const reason = 'Bristen gällde en enhet.';
    for (const amount of [12_500, 12_501]) {
      const tooMuch = await own.act(id, 'reduce', { amount, reason });
      expect(tooMuch.json()).toMatchObject({ status: 400, errors: [{ field: 'amount' }] });
    }
    answered(await own.act(id, 'reduce', { amount: 8000, reason }), 200);
    expect(await own.sanction(id)).toMatchObject({ state: 'reduced', amount: 12_500, reducedAmount: 8000 });
    expect(await own.portal(id)).toMatchObject({ state: 'reduced', amount: 12_500, reducedAmount: 8000 });
    expect((await own.ofContract()).threeYears).toEqual({
      ...{ provider: expect.stringContaining('Omsorgsbolaget'), from: '2023-11-25', to: '2026-11-25', total: 8000 },
      basis: 'lou-2016',
      counts: [
        { kind: 'warning', count: 1 },
        { kind: 'penalty', count: 1 },
      ],
    });
  });

  it('stands fast without a dispute first when the time to answer is out', async () => {
    const own = await aSanctionCase(t);
    const id = await own.send('warning');
    const early = await own.act(id, 'uphold', { reason: 'Inget svar.' });
    expect(early.json()).toMatchObject({ status: 409, blockers: [{ code: 'answer-time-not-out' }] });
    await t.asOwner("update deadline set due = '2026-11-24' where subject_id = $1", [id]);
    answered(await own.act(id, 'uphold', { reason: 'Inget svar.' }), 200);
    expect((await own.sanction(id)).state).toBe('upheld');
  });

  it('is settled by one manager of two who press at once; the other is told who did', async () => {
    const own = await aSanctionCase(t);
    const id = await own.decide('warning');
    const { version } = await own.sanction(id);
    const press = (verb: string, more: object = {}) =>
      own.manager.post(`/api/sanctions/${id}/${verb}`, { version, ...more });
    const answers = await Promise.all([press('send'), press('send')]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const stale = await press('withdraw', { reason: 'Fel.' });
    expect(stale.json()).toMatchObject({ status: 409, code: 'stale-version', changedBy: 'Karin Wester' });
    expect((await own.records()).map(({ direction }) => direction)).toEqual(['drawn-up', 'out']);
  });

  it('stays with the provider that it was sent to when the contract is taken over; the ladder begins anew', async () => {
    const own = await aSanctionCase(t);
    const id = await own.send('warning');
    const buyer = await registerProvider(own.officer, 8100, 'Köparen AB');
    await t.asOwner("update contract_party set to_date = '2026-11-24' where contract_id = $1", [own.contractId]);
    await t.asOwner(
      `insert into contract_party (municipality_id, id, contract_id, provider_id, from_date)
       values ($1, gen_random_uuid(), $2, $3, '2026-11-25')`,
      [t.m1.id, own.contractId, buyer],
    );
    const after = await own.ofContract();
    expect(after).toMatchObject({
      ...{ proposedStepId: own.steps.warning.id, sanctions: [{ id, state: 'sent' }] },
      threeYears: { provider: 'Köparen AB', counts: [], total: 0 },
    });
    expect((await own.post('penalty')).json()).toMatchObject({ status: 409, code: 'step-out-of-order' });
    await own.dispute(id);
    answered(await own.act(id, 'withdraw', { reason: 'Avtalet har tagits över.' }), 200);
    expect((await own.portal(id)).state).toBe('withdrawn');
  });

  it('is acted on by managers of the committee only (R20)', async () => {
    const own = await aSanctionCase(t);
    const id = await own.send('warning');
    const { people } = t;
    for (const [person, view, status] of [
      [people.officer(t.m1), 200, 403],
      [people.registrar(t.m1), 200, 403],
      [people.auditor(t.m1), 200, 403],
      [people.secondManager(t.m1), 404, 404],
      [people.manager(t.m2), 404, 404],
    ] as const) {
      const browser = await t.signIn(person);
      expect([person.email, (await browser.get(`/api/sanctions/${id}`)).statusCode]).toEqual([person.email, view]);
      for (const [verb, more] of [
        ['send', {}],
        ['answer', { text: 'Svar.' }],
        ['uphold', { reason: 'Skäl.' }],
        ['reduce', { amount: 1, reason: 'Skäl.' }],
        ['withdraw', { reason: 'Skäl.' }],
      ] as const) {
        const answer = await own.act(id, verb, more, browser);
        expect([person.email, verb, answer.statusCode]).toEqual([person.email, verb, status]);
      }
    }
    const stranger = await aSanctionCase(t, { municipality: t.m2 });
    expect((await stranger.person.browser.get(`/api/portal/sanctions/${id}`)).statusCode).toBe(404);
    const dispute = await stranger.person.browser.post(`/api/portal/sanctions/${id}/dispute`, { text: 'Nej.' });
    expect(dispute.statusCode).toBe(404);
    expect((await own.sanction(id)).state).toBe('sent');
  });

  it('asks for its texts, within their bounds', async () => {
    const own = await aSanctionCase(t);
    const id = await own.send('warning');
    for (const [verb, body, field] of [
      ['answer', { text: '' }, 'text'],
      ['answer', { text: 'x'.repeat(10_001) }, 'text'],
      ['uphold', { reason: '' }, 'reason'],
      ['withdraw', { reason: 'x'.repeat(5001) }, 'reason'],
      ['reduce', { amount: 0, reason: 'Skäl.' }, 'amount'],
      ['reduce', { amount: 100.5, reason: 'Skäl.' }, 'amount'],
    ] as const) {
      expect((await own.act(id, verb, body)).json()).toMatchObject({ status: 400, errors: [{ field }] });
    }
  });
});
