import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { answered } from '../../test/follow-up-factory.js';
import { aSanctionCase, type SanctionCase } from '../../test/sanction-factory.js';
import { testApp, type TestApp } from '../../test/test-app.js';

describe('A decision to take a step of the ladder (R14)', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  const setMatters = (delegated: string[], reserved: string[]) =>
    t.asOwner('update committee set delegated_matters = $2, reserved_matters = $3 where id = $1', [
      ...[t.m1.committeeId, delegated, reserved],
    ]);
  const delegate = async (validFrom: string, validTo: string | null) => {
    const { accountId } = t.people.manager(t.m1);
    await t.asOwner(
      `insert into delegation (municipality_id, id, committee_id, account_id, matter, point, reference, decided_on,
         valid_from, valid_to, created_by)
       values ($1, $2, $3, $4, 'sanction', '4.7', 'SON 2026-01-20 § 7', '2026-01-20', $5, $6, $4)`,
      [t.m1.id, uuidv7(), t.m1.committeeId, accountId, validFrom, validTo],
    );
  };
  const errorsOf = (answer: { json(): { errors: { field: string }[] } }) =>
    answer.json().errors.map(({ field }) => field);

  it('proposes the first step for a requirement that remains, and the next when that was sent', async () => {
    const own = await aSanctionCase(t);
    const before = await own.ofFollowUp();
    expect(before).toMatchObject({
      ...{ mayDecide: true, blockers: [], proposedStepId: own.steps.warning.id },
      steps: [{ available: true }, { available: false }, { available: false }],
      grounds: [{ id: own.requirementId, state: 'remains', clauseNumbers: ['§ 15'], severeOnly: false }],
    });
    expect((await own.ofFollowUp(own.officer)).mayDecide).toBe(false);
    const id = await own.decide('warning');
    expect((await own.ofFollowUp()).proposedStepId).toBe(own.steps.warning.id);
    answered(await own.act(id, 'send'), 200);
    const after = await own.ofFollowUp();
    expect(after.proposedStepId).toBe(own.steps.penalty.id);
    expect(after.steps.map(({ available }) => available)).toEqual([true, true, false]);
  });

  it('is refused out of order, and allowed in a severe case with its reason', async () => {
    const own = await aSanctionCase(t);
    expect((await own.post('termination')).json()).toMatchObject({ status: 409, code: 'step-out-of-order' });
    const silent = await own.post('termination', { severe: true });
    expect(silent.json()).toMatchObject({ status: 409, code: 'reason-required' });
    const id = await own.decide('termination', { severe: true, severeReason: 'Brukare har lämnats utan tillsyn.' });
    expect(await own.sanction(id)).toMatchObject({ severe: true, severeReason: 'Brukare har lämnats utan tillsyn.' });
  });

  it('is refused for a step that this contract does not have', async () => {
    const [own, other] = [await aSanctionCase(t), await aSanctionCase(t)];
    for (const stepId of [other.steps.warning.id, uuidv7()]) {
      expect((await own.post('warning', { stepId })).json()).toMatchObject({ status: 409, code: 'step-unknown' });
      const severe = await own.post('warning', { stepId, severe: true, severeReason: 'Fara.' });
      expect(severe.json()).toMatchObject({ status: 409, code: 'step-unknown' });
    }
  });

  it('is refused on a ladder that was changed under one’s feet', async () => {
    const own = await aSanctionCase(t);
    const { ladderVersion, ladder } = await own.ofContract();
    const steps = ladder.slice(1).map(({ id, kind, label, terms, amountRule, clauseNumber }) => ({
      ...{ id, kind, label, terms, amountRule, clauseNumber },
    }));
    const changed = { version: ladderVersion, steps };
    answered(await own.officer.put(`/api/contracts/${own.contractId}/sanction-ladder`, changed), 200);
    expect((await own.post('warning')).json()).toMatchObject({
      ...{ status: 409, code: 'stale-version', changedBy: 'Maja Lindgren' },
    });
    const now = (await own.ofContract()).ladderVersion;
    expect((await own.post('warning', { ladderVersion: now })).json()).toMatchObject({ code: 'step-unknown' });
    answered(await own.post('penalty', { ladderVersion: now }), 201);
  });

  it('tells each fault at its field: requirements, amount, basis', async () => {
    const own = await aSanctionCase(t);
    answered(await own.act(await own.decide('warning'), 'send'), 200);
    expect(errorsOf(await own.post('penalty', { actionIds: [] }))).toEqual(['actionIds']);
    expect(errorsOf(await own.post('penalty', { actionIds: [uuidv7()] }))).toEqual(['actionIds[0]']);
    expect(errorsOf(await own.post('penalty', { amount: null, amountBasis: '' }))).toEqual(['amount', 'amountBasis']);
    for (const amount of [0, -1, 100_000_001, 12.5, '100']) {
      expect(errorsOf(await own.post('penalty', { amount }))).toEqual(['amount']);
    }
    expect(errorsOf(await own.post('warning', { amount: 100, amountBasis: 'Nej' }))).toEqual(['amount', 'amountBasis']);
    expect(errorsOf(await own.post('penalty', { grounds: ' ' }))).toEqual(['grounds']);
    expect(errorsOf(await own.post('penalty', { grounds: 'x'.repeat(10_001) }))).toEqual(['grounds']);
    for (const other of [await aSanctionCase(t), await aSanctionCase(t, { municipality: t.m2 })]) {
      expect(errorsOf(await own.post('penalty', { actionIds: [other.requirementId] }))).toEqual(['actionIds[0]']);
    }
    expect(await countOf(own)).toBe(1);
  });

  it('rests on a requirement that still waits in its time only where the case is severe', async () => {
    const own = await aSanctionCase(t);
    await t.asOwner("update action set state = 'open' where id = $1", [own.requirementId]);
    expect((await own.ofFollowUp()).grounds).toMatchObject([{ severeOnly: true }]);
    expect(errorsOf(await own.post('warning'))).toEqual(['actionIds[0]']);
    await t.asOwner("update action set state = 'verified' where id = $1", [own.requirementId]);
    expect(errorsOf(await own.post('warning', { severe: true, severeReason: 'Fara.' }))).toEqual(['actionIds[0]']);
    await t.asOwner("update action set state = 'open', due_date = '2026-11-24' where id = $1", [own.requirementId]);
    answered(await own.post('warning'), 201);
  });

  it('is made once by a double press, and once by two managers at once', async () => {
    const own = await aSanctionCase(t);
    const key = { 'idempotency-key': uuidv7() };
    const url = `/api/follow-ups/${own.id}/sanctions`;
    const first = answered(await own.manager.post(url, own.body('warning'), key), 201);
    const again = answered(await own.manager.post(url, own.body('warning'), key), 201);
    expect(again.json()).toEqual(first.json());
    const other = await own.post('warning');
    expect(other.json()).toMatchObject({ status: 409, code: 'sanction-repeated' });
    const race = await aSanctionCase(t);
    const answers = await Promise.all([race.post('warning'), race.post('warning')]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    expect([await countOf(own), await countOf(race)]).toEqual([1, 1]);
  });

  it('may take the same step again when the requirement has been found to remain again', async () => {
    const own = await aSanctionCase(t);
    await own.send('warning');
    expect((await own.post('warning')).json()).toMatchObject({ code: 'sanction-repeated' });
    await t.asOwner(
      `insert into action_move (municipality_id, id, follow_up_id, action_id, from_state, to_state, happened_on, at)
       values ($1, $2, $3, $4, 'reported-done', 'remains', '2026-11-26', '2026-11-26T09:00:00Z')`,
      [t.m1.id, uuidv7(), own.id, own.requirementId],
    );
    answered(await own.post('warning'), 201);
  });

  it('is a manager’s who is not in the team and has declared no conflict of interest (R10)', async () => {
    const own = await aSanctionCase(t);
    expect((await own.post('warning', {}, own.officer)).statusCode).toBe(403);
    const { accountId } = t.people.manager(t.m1);
    await t.asOwner(
      'insert into follow_up_team_member (municipality_id, follow_up_id, account_id) values ($1, $2, $3)',
      [...[t.m1.id, own.id, accountId]],
    );
    expect((await own.post('warning')).json()).toMatchObject({ status: 409, blockers: [{ code: 'decider-in-team' }] });
    expect((await own.ofFollowUp()).blockers).toMatchObject([{ code: 'decider-in-team' }]);
    await t.asOwner('delete from follow_up_team_member where follow_up_id = $1 and account_id = $2', [
      own.id,
      accountId,
    ]);
    await t.asOwner('delete from conflict_declaration where follow_up_id = $1', [own.id]);
    expect((await own.post('warning')).json()).toMatchObject({ blockers: [{ code: 'conflict-undeclared' }] });
    const declared = { hasConflict: true, reason: 'Närstående arbetar där.' };
    answered(await own.manager.post(`/api/follow-ups/${own.id}/conflict-declaration`, declared), 200);
    expect((await own.post('warning')).json()).toMatchObject({ status: 403, code: 'conflict-declared' });
    expect(await countOf(own)).toBe(0);
  });

  it('waits for the approval of the judgement', async () => {
    const own = await aSanctionCase(t);
    await t.asOwner("update follow_up set state = 'assessing' where id = $1", [own.id]);
    expect((await own.post('warning')).json()).toMatchObject({ status: 409, blockers: [{ code: 'not-remedying' }] });
  });

  it('asks for a delegation that covers it that day where the committee lets it be delegated (R10)', async () => {
    const own = await aSanctionCase(t);
    await setMatters(['sanction'], []);
    await delegate('2026-01-01', '2026-11-24');
    expect((await own.ofFollowUp()).blockers).toMatchObject([{ code: 'delegation-missing' }]);
    expect((await own.post('warning')).json()).toMatchObject({
      status: 409,
      blockers: [{ code: 'delegation-missing' }],
    });
    await delegate('2026-11-25', null);
    const id = await own.decide('warning');
    expect((await own.sanction(id)).decisionGround).toBe(
      'Fattat på delegation enligt punkt 4.7 i delegationsordningen, SON 2026-01-20 § 7',
    );
    const listed = await t.asOwner('select matter, report_id from delegation_decision where subject_id = $1', [id]);
    expect(listed).toEqual([{ matter: 'sanction', report_id: null }]);
    await setMatters([], []);
  });

  it('cites the committee’s own decision where the step is kept for it (kommunallagen 6:38)', async () => {
    const own = await aSanctionCase(t);
    await setMatters(['sanction'], ['sanction.termination']);
    const severe = { severe: true, severeReason: 'Fara för liv.' };
    expect((await own.ofFollowUp()).steps.map(({ reserved }) => reserved)).toEqual([false, false, true]);
    expect((await own.post('termination', severe)).json()).toMatchObject({
      status: 409,
      code: 'reserved-for-committee',
    });
    const tomorrow = { decidedOn: '2026-11-26', reference: '§ 41' };
    expect(errorsOf(await own.post('termination', { ...severe, committeeDecision: tomorrow }))).toEqual([
      'committeeDecision.decidedOn',
    ]);
    await t.asOwner("update follow_up set approved_on = '2026-11-16' where id = $1", [own.id]);
    const early = { decidedOn: '2026-11-15', reference: '§ 41' };
    expect(errorsOf(await own.post('termination', { ...severe, committeeDecision: early }))).toEqual([
      'committeeDecision.decidedOn',
    ]);
    const nameless = { decidedOn: '2026-11-20', reference: '' };
    expect(errorsOf(await own.post('termination', { ...severe, committeeDecision: nameless }))).toEqual([
      'committeeDecision.reference',
    ]);
    const committeeDecision = { decidedOn: '2026-11-20', reference: '§ 41' };
    const id = await own.decide('termination', { ...severe, committeeDecision });
    expect((await own.sanction(id)).decisionGround).toBe('Fattat av Socialnämnden den 20 november 2026, § 41');
    await setMatters([], []);
  });

  const countOf = async ({ id }: SanctionCase) =>
    (await t.asOwner('select 1 from sanction where follow_up_id = $1', [id])).length;
});
