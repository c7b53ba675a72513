import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DecisionBasis } from '@insyn/api-schema';
import { aFollowUp, answered } from '../../test/follow-up-factory.js';
import { testApp, type TestApp } from '../../test/test-app.js';

describe('The basis of a decision', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  it('tells the round before of the same contract, what has changed by clause, and what is repeated (R15)', async () => {
    const before = await aFollowUp(t).approved();
    await t.asOwner('update follow_up set year = 2025 where id = $1', [before.id]);
    await t.asOwner(
      "update assessment set verdict = 'partly-met' from assessment_clause ac where ac.assessment_id = id and ac.clause_id = $1",
      [before.clauseIds['§ 8']],
    );
    const now = await aFollowUp(t, { contract: before }).deciding();
    const basis = answered(
      await now.manager.get(`/api/follow-ups/${now.id}/decision-basis`),
      200,
    ).json<DecisionBasis>();
    expect(basis.previous).toMatchObject({ id: before.id, year: 2025, outcome: 'approved-with-remarks' });
    const changeOf = (number: string) => basis.changes.find((change) => change.number === number);
    expect(changeOf('§ 8')).toMatchObject({ before: 'partly-met', now: 'met' });
    expect(changeOf('§ 15')).toMatchObject({ before: 'not-met', now: 'not-met' });
    expect(basis.repeated).toMatchObject([{ clauseNumber: '§ 15', rounds: [{ followUpId: before.id, year: 2025 }] }]);
    expect(basis.figures).toEqual([
      { name: 'Kunder', before: { display: '16', period: '2026' }, now: { display: '16', period: '2026' } },
    ]);
  });

  it('of the first round of a contract has nothing to compare with', async () => {
    const followUp = await aFollowUp(t).deciding();
    const basis = (await followUp.manager.get(`/api/follow-ups/${followUp.id}/decision-basis`)).json<DecisionBasis>();
    expect(basis).toMatchObject({ previous: null, changes: [], repeated: [], figures: [], factCheck: null });
  });
});
