import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answered } from '../../test/follow-up-factory.js';
import { PDF, sendFile } from '../../test/multipart.js';
import { aPlan, type PlanFixture, SPEC_ITEM } from '../../test/plan-factory.js';
import { testApp, type TestApp } from '../../test/test-app.js';

describe('A plan that has been handed in', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  const mailsOf = (plan: PlanFixture, kind: string) =>
    t.asOwner<{ text: string }>('select text from mail where follow_up_id = $1 and kind = $2 order by id', [
      ...[plan.followUp.id, kind],
    ]);
  const stateOf = async (plan: PlanFixture) => (await plan.staffView()).actions[0]?.state;
  const fieldsOf = (answer: { json(): { errors: { field: string }[] } }) => answer.json().errors.map((e) => e.field);

  it('goes back with what is missing and a new day, comes again and is accepted; the rounds stay as they were', async () => {
    const plan = await aPlan(t).submitted();
    const back = { text: 'Skriv när rutinen är känd.', due: '2026-12-19' };
    answered(await plan.judge('incomplete', back), 200);
    const returned = await plan.view();
    // 19 December 2026 is a Saturday (R1).
    expect(returned).toMatchObject({ state: 'returned', due: '2026-12-21', waitingIds: [plan.requirementId] });
    expect(returned.rounds[0]?.verdicts).toEqual([
      { actionId: plan.requirementId, verdict: 'incomplete', text: back.text, decidedOn: '2026-11-25' },
    ]);
    expect(await stateOf(plan)).toBe('open');
    expect((await mailsOf(plan, 'plan-judged'))[0]?.text).toContain('senast måndag 21 december 2026');

    await plan.write({ cause: 'Rutinen saknade dag.' });
    answered(await plan.submit(), 200);
    await plan.received();
    answered(await plan.judge('sufficient'), 200);
    const view = await plan.view();
    expect(view).toMatchObject({ state: 'accepted', waitingIds: [], editableIds: [] });
    expect(view.rounds.map(({ number, items }) => [number, items[0]?.cause])).toEqual([
      [1, SPEC_ITEM.cause],
      [2, 'Rutinen saknade dag.'],
    ]);
    expect(await stateOf(plan)).toBe('planned');
    const moves = await t.asOwner(
      'select to_state as "to", plan_id as "planId" from action_move where action_id = $1',
      [plan.requirementId],
    );
    expect(moves).toEqual([{ to: 'planned', planId: plan.id }]);
    const records = await t.asOwner(
      `select direction from record where follow_up_id = $1 and public_title like '%tgärdsplan%' order by id`,
      [plan.followUp.id],
    );
    expect(records.map(({ direction }) => direction)).toEqual(['out', 'in', 'out', 'in', 'out']);
    expect(await t.asOwner('select state from deadline where subject_id = $1 order by kind', [plan.id])).toEqual([
      { state: 'met' },
      { state: 'met' },
    ]);
  }, 90_000);

  it('is judged whole, with a reason for what is not sufficient and a day for what goes back', async () => {
    const plan = await aPlan(t).submitted();
    const { version } = await plan.staffView();
    const post = (body: object) => plan.followUp.officer.post(`/api/action-plans/${plan.id}/judge`, body);
    const verdict = { actionId: plan.requirementId, verdict: 'rejected', text: 'Åtgärden rör inte bristen.' };
    expect(fieldsOf(answered(await plan.judge('incomplete', { due: '2026-12-16' }), 400))).toEqual(['verdicts.0.text']);
    expect(fieldsOf(answered(await plan.judge('rejected', { text: ' ', due: '2026-12-16' }), 400))).toEqual([
      'verdicts.0.text',
    ]);
    expect(fieldsOf(answered(await post({ version, verdicts: [verdict] }), 400))).toEqual(['due']);
    expect(fieldsOf(answered(await post({ version, verdicts: [verdict], due: '2026-11-25' }), 400))).toEqual(['due']);
    expect(fieldsOf(answered(await post({ version, verdicts: [verdict, verdict] }), 400))).toEqual(['verdicts']);
    const unknown = { ...verdict, actionId: plan.id };
    expect(fieldsOf(answered(await post({ version, verdicts: [unknown], due: '2026-12-16' }), 400))).toEqual([
      'verdicts.0.actionId',
      'verdicts',
    ]);
    expect(await plan.staffView()).toMatchObject({ state: 'submitted', version });
    answered(await post({ version, verdicts: [verdict], due: '2026-12-16' }), 200);
    expect(await plan.view()).toMatchObject({ state: 'returned' });
  }, 90_000);

  it('is judged once, whoever is first, and only by those who may', async () => {
    const plan = await aPlan(t).submitted();
    const { version } = await plan.staffView();
    const body = { version, verdicts: [{ actionId: plan.requirementId, verdict: 'sufficient', text: '' }] };
    const by = async (person: Parameters<TestApp['signIn']>[0]) =>
      (await (await t.signIn(person)).post(`/api/action-plans/${plan.id}/judge`, body)).statusCode;
    expect(await by(t.people.secondOfficer(t.m1))).toBe(404);
    expect(await by(t.people.officer(t.m2))).toBe(404);
    expect(await by(t.people.auditor(t.m1))).toBe(403);
    const both = await Promise.all([plan.judge('sufficient', { version }), plan.judge('sufficient', { version })]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(await t.asOwner('select 1 from action_plan_verdict where plan_id = $1', [plan.id])).toHaveLength(1);
    expect((await plan.judge('sufficient', { version: 1 })).json().code).toBe('wrong-state');
  });

  describe('while the officer moves its day', () => {
    const move = (plan: PlanFixture, due = '2027-01-11') =>
      plan.followUp.officer.post(`/api/action-plans/${plan.id}/due`, { due, reason: 'Ni väntar på ett besked.' });
    const written = async () => {
      const plan = await aPlan(t).demanded();
      await plan.write();
      return plan;
    };

    it('is in time when the day was moved first', async () => {
      const plan = await written();
      answered(await move(plan), 200);
      expect(await plan.view()).toMatchObject({ due: '2027-01-11', state: 'demanded' });
      expect((await mailsOf(plan, 'extension-decision'))[0]?.text).toContain('är nu måndag 11 januari 2027');
      answered(await plan.submit(), 200);
      expect(await plan.view()).toMatchObject({ due: '2027-01-11', rounds: [{ late: false }] });
    });

    it('stays handed in when that came first: the day is left as it was', async () => {
      const plan = await written();
      answered(await plan.submit(), 200);
      expect(answered(await move(plan), 409).json().code).toBe('wrong-state');
      expect(await plan.view()).toMatchObject({ state: 'submitted', due: '2026-12-28' });
    });

    it('is always handed in, and loses nothing, when both happen at once', async () => {
      for (const order of [0, 1]) {
        const plan = await written();
        const acts = [() => plan.submit(), () => move(plan)];
        const [first, second] = order === 1 ? [acts[1], acts[0]] : acts;
        const [a, b] = await Promise.all([first?.(), second?.()]);
        const [submitted, moved] = order === 1 ? [b, a] : [a, b];
        expect(submitted?.statusCode).toBe(200);
        const view = await plan.view();
        expect(view).toMatchObject({ state: 'submitted', rounds: [{ number: 1, late: false }] });
        expect([moved?.statusCode, view.due]).toEqual(
          moved?.statusCode === 200 ? [200, '2027-01-11'] : [409, '2026-12-28'],
        );
        const [deadline] = await t.asOwner(
          "select state from deadline where subject_id = $1 and kind = 'action-plan'",
          [plan.id],
        );
        expect(deadline).toEqual({ state: 'met' });
      }
    }, 120_000);

    it('needs a day to come and a reason', async () => {
      const plan = await aPlan(t).demanded();
      expect(fieldsOf(answered(await move(plan, '2026-11-25'), 400))).toEqual(['due']);
      const without = { due: '2027-01-11', reason: ' ' };
      const url = `/api/action-plans/${plan.id}/due`;
      expect(fieldsOf(answered(await plan.followUp.officer.post(url, without), 400))).toEqual(['reason']);
    });
  });

  it('needs no plan for a requirement that is withdrawn meanwhile: with nothing left it is accepted', async () => {
    const plan = await aPlan(t).demanded();
    const { manager, view } = plan.followUp;
    const action = (await view()).actions.find(({ id }) => id === plan.requirementId);
    const body = { version: action?.version, reason: 'Kravet gällde en annan enhet.' };
    answered(await manager.post(`/api/actions/${plan.requirementId}/withdraw`, body), 200);
    expect(await plan.view()).toMatchObject({
      ...{ state: 'accepted', waitingIds: [] },
      lifted: [{ actionId: plan.requirementId, on: '2026-11-25', why: 'Återkallat' }],
    });
    const [deadline] = await t.asOwner('select state from deadline where subject_id = $1', [plan.id]);
    expect(deadline).toEqual({ state: 'cancelled' });
    expect((await plan.submit()).json().code).toBe('wrong-state');
  });

  it('R16: is asked for again where a requirement without a plan is opened anew, in a letter that is registered', async () => {
    const plan = await aPlan(t).demanded();
    const { officer, id: followUpId } = plan.followUp;
    const actionUrl = `/api/actions/${plan.requirementId}`;
    const versionOf = async () => {
      const [row] = await t.asOwner<{ version: number }>('select version from action where id = $1', [
        plan.requirementId,
      ]);
      return row?.version;
    };
    const proof = await sendFile(officer, `/api/follow-ups/${followUpId}/proofs`, { name: 'rutin.pdf', bytes: PDF });
    const attachmentIds = [answered(proof, 201).json<{ id: string }>().id];
    const verify = { version: await versionOf(), attachmentIds, reportId: null, note: 'Rutinen finns.' };
    answered(await officer.post(`${actionUrl}/verify`, verify), 200);
    expect(await plan.view()).toMatchObject({ state: 'accepted' });
    expect(await mailsOf(plan, 'plan-judged')).toEqual([]);

    const reopen = { version: await versionOf(), reason: 'Rutinen används inte.' };
    answered(await officer.post(`${actionUrl}/reopen`, reopen), 200);
    expect(await plan.view()).toMatchObject({
      ...{ state: 'returned', due: '2026-12-28', waitingIds: [plan.requirementId], lifted: [] },
    });
    const mails = await mailsOf(plan, 'plan-judged');
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('har öppnat krav 1 på nytt');
    expect(mails[0]?.text).toContain('senast måndag 28 december 2026');
    const records = await t.asOwner(
      `select direction, internal from record
       where follow_up_id = $1 and public_title like 'Återlämnad åtgärdsplan sedan ett krav har öppnats på nytt om %'`,
      [followUpId],
    );
    expect(records).toEqual([{ direction: 'out', internal: false }]);
    await plan.write();
    answered(await plan.submit(), 200);
  });
});
