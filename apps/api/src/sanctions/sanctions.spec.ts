import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registerProvider } from '../../test/contract-fixture.js';
import { answered } from '../../test/follow-up-factory.js';
import { AMOUNT, aSanctionCase } from '../../test/sanction-factory.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import { ReceivedDisputesService } from './received-disputes.service.js';

describe('A sanction', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  const recordsOf = (followUpId: string) =>
    t.asOwner<{ direction: string; publicTitle: string }>(
      'select direction, public_title as "publicTitle" from record where follow_up_id = $1 order by id',
      [followUpId],
    );
  const mailsOf = (followUpId: string) =>
    t.asOwner<{ kind: string; to: string; subject: string; text: string }>(
      `select m.kind, a.email as to, m.subject, m.text from mail m left join account a on a.id = m.to_account_id
       where m.follow_up_id = $1 order by m.id`,
      [followUpId],
    );

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
      events: [{ kind: 'decide', state: 'decided', on: '2026-11-25', by: 'Karin Wester', record: null }],
    });
    const { browser } = own.person;
    expect((await browser.get(`/api/portal/sanctions/${id}`)).statusCode).toBe(404);
    expect((await browser.post(`/api/portal/sanctions/${id}/read`)).statusCode).toBe(404);
    expect((await browser.post(`/api/portal/sanctions/${id}/dispute`, { text: 'Nej.' })).statusCode).toBe(404);
    expect(await recordsOf(own.id)).toEqual([]);
    expect(await mailsOf(own.id)).toEqual([]);
  });

  it('is sent with a letter, a record (R16), a deadline (R1) and a mail, all of it once', async () => {
    const own = await aSanctionCase(t);
    const id = await own.send('penalty', { severe: true, severeReason: 'Fara för brukarna.' });
    const view = await own.sanction(id);
    expect(view).toMatchObject({ state: 'sent', sentOn: '2026-11-25', answerDue: '2026-12-09', ...AMOUNT });
    expect(view.letterDocument).toMatchObject({ title: 'Beslut om påföljd: Vite' });
    expect(view.events.map(({ kind, record }) => [kind, record?.direction ?? null])).toEqual([
      ['decide', null],
      ['send', 'out'],
    ]);
    const [record] = await recordsOf(own.id);
    expect(record?.publicTitle).toMatch(/^Beslut om påföljd: vite, Enhet \d+, uppföljning 2026$/);
    const mails = await mailsOf(own.id);
    expect(mails.map(({ kind, to }) => [kind, to])).toEqual([['sanction', own.person.email]]);
    expect(mails[0]?.text).toContain('12\u00a0500\u00a0kr');
    expect(mails[0]?.text).toContain('senast onsdag 9 december 2026');
    const again = await own.act(id, 'send');
    expect(again.json()).toMatchObject({ status: 409, code: 'wrong-state' });
    expect(await recordsOf(own.id)).toHaveLength(1);
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

  it('is disputed, answered and upheld, each with its day and its record', async () => {
    const own = await aSanctionCase(t);
    const id = await own.send('warning');
    await own.dispute(id);
    const disputed = await own.sanction(id);
    expect(disputed).toMatchObject({
      state: 'disputed',
      dispute: { text: 'Rutinen finns sedan i våras.', late: false },
    });
    expect(disputed.offers.map(({ name }) => name)).toEqual(['answer', 'withdraw']);
    expect((await own.act(id, 'uphold', { reason: 'Nej.' })).json()).toMatchObject({
      status: 409,
      code: 'wrong-state',
    });
    answered(await own.act(id, 'answer', { text: 'Rutinen gäller inte alla.' }), 200);
    answered(await own.act(id, 'uphold', { reason: 'Inget nytt har kommit fram.' }), 200);
    const { state, events, offers } = await own.sanction(id);
    expect([state, offers]).toEqual(['upheld', []]);
    expect(events.map(({ kind, on, record }) => [kind, on, record?.direction ?? null])).toEqual([
      ['decide', '2026-11-25', null],
      ['send', '2026-11-25', 'out'],
      ['dispute', '2026-11-25', 'in'],
      ['answer', '2026-11-25', 'out'],
      ['uphold', '2026-11-25', 'out'],
    ]);
    expect(
      (await recordsOf(own.id)).map(({ direction, publicTitle }) => [direction, publicTitle.split(':')[0]]),
    ).toEqual([
      ['out', 'Beslut om påföljd'],
      ['in', 'Bestridande av påföljd'],
      ['out', 'Svar på bestridande av påföljd'],
      ['out', 'Besked om att påföljd står fast'],
    ]);
    const told = (await mailsOf(own.id)).map(({ kind, to }) => [kind, to]);
    expect(told).toEqual([
      ['sanction', own.person.email],
      ['sanction-answer', t.people.manager(t.m1).email],
      ['sanction', own.person.email],
      ['sanction', own.person.email],
    ]);
    expect((await own.portal(id)).answers).toMatchObject([
      { kind: 'answer', text: 'Rutinen gäller inte alla.' },
      { kind: 'uphold', text: 'Inget nytt har kommit fram.' },
    ]);
    const deadlines = await t.asOwner('select state from deadline where subject_id = $1', [id]);
    expect(deadlines).toEqual([{ state: 'met' }]);
  });

  it('is disputed and withdrawn; it then no longer counts as a step that was taken', async () => {
    const own = await aSanctionCase(t);
    const id = await own.send('warning');
    expect((await own.ofContract()).proposedStepId).toBe(own.steps.penalty.id);
    await own.dispute(id);
    answered(await own.act(id, 'withdraw', { reason: 'Rutinen fanns.' }), 200);
    const after = await own.ofContract();
    expect(after.proposedStepId).toBe(own.steps.warning.id);
    expect(after.threeYears).toMatchObject({ counts: [], total: 0 });
    expect(after.sanctions.map(({ state }) => state)).toEqual(['withdrawn']);
    expect((await own.post('penalty')).json()).toMatchObject({ status: 409, code: 'step-out-of-order' });
    expect((await own.portal(id)).state).toBe('withdrawn');
    expect((await own.ofFollowUp()).grounds.map(({ id: ground }) => ground)).toEqual([own.requirementId]);
  });

  it('is withdrawn before it is sent without a word to the provider', async () => {
    const own = await aSanctionCase(t);
    const id = await own.decide('warning');
    answered(await own.act(id, 'withdraw', { reason: 'Fel krav.' }), 200);
    expect((await own.sanction(id)).state).toBe('withdrawn');
    expect([await recordsOf(own.id), await mailsOf(own.id)]).toEqual([[], []]);
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

  it('may be disputed late, which is told; a second dispute, or one of what is settled, is refused', async () => {
    const own = await aSanctionCase(t);
    const id = await own.send('warning');
    await t.asOwner("update deadline set due = '2026-11-24' where subject_id = $1", [id]);
    await own.dispute(id, 'Vi såg brevet först nu.');
    expect((await own.sanction(id)).dispute).toMatchObject({ late: true });
    const again = await own.person.browser.post(`/api/portal/sanctions/${id}/dispute`, { text: 'Igen.' });
    expect(again.json()).toMatchObject({ status: 409, code: 'wrong-state' });
    const empty = await own.person.browser.post(`/api/portal/sanctions/${id}/dispute`, { text: '  ' });
    expect(empty.json()).toMatchObject({ status: 400, errors: [{ field: 'text' }] });
  });

  it('takes a dispute in once, however often the job runs', async () => {
    const own = await aSanctionCase(t);
    const id = await own.send('warning');
    await own.dispute(id);
    await t.app.get(ReceivedDisputesService).receive(t.m1.id, id);
    expect((await recordsOf(own.id)).map(({ direction }) => direction)).toEqual(['out', 'in']);
    expect((await mailsOf(own.id)).filter(({ kind }) => kind === 'sanction-answer')).toHaveLength(1);
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
    expect((await recordsOf(own.id)).map(({ direction }) => direction)).toEqual(['out']);
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
