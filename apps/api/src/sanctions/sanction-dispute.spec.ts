import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answered } from '../../test/follow-up-factory.js';
import { aSanctionCase } from '../../test/sanction-factory.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import { ReceivedDisputesService } from './received-disputes.service.js';

describe('A sanction that is disputed', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

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
      ['decide', '2026-11-25', 'drawn-up'],
      ['send', '2026-11-25', 'out'],
      ['dispute', '2026-11-25', 'in'],
      ['answer', '2026-11-25', 'out'],
      ['uphold', '2026-11-25', 'out'],
    ]);
    expect((await own.records()).map(({ direction, publicTitle }) => [direction, publicTitle.split(':')[0]])).toEqual([
      ['drawn-up', 'Beslut om påföljd'],
      ['out', 'Beslut om påföljd'],
      ['in', 'Bestridande av påföljd'],
      ['out', 'Svar på bestridande av påföljd'],
      ['out', 'Besked om att påföljd står fast'],
    ]);
    const told = (await own.mails()).map(({ kind, to }) => [kind, to]);
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
    expect((await own.records()).map(({ direction }) => direction)).toEqual(['drawn-up', 'out', 'in']);
    expect((await own.mails()).filter(({ kind }) => kind === 'sanction-answer')).toHaveLength(1);
  });
});
