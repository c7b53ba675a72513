import { describe, expect, it } from '@jest/globals';
import type { Verdict } from '../assessments/verdict.js';
import { aClause, aDeficiency, aFollowUp } from '../follow-ups/a-follow-up.js';
import type { ActionFacts, FollowUpFacts } from '../follow-ups/follow-up-facts.js';
import { judgementBlockers, proposeJudgement } from './judgement-proposal.js';

function withVerdicts(verdicts: Verdict[], changes: Partial<FollowUpFacts> = {}): FollowUpFacts {
  return aFollowUp({
    scope: verdicts.map((_, index) => aClause(String(index + 1))),
    assessments: verdicts.map((verdict, index) => ({
      id: `a-${index}`,
      clauseIds: [String(index + 1)],
      verdict,
      text: '',
    })),
    ...changes,
  });
}

function requirement(changes: Partial<ActionFacts> = {}): ActionFacts {
  return {
    id: 'requirement',
    kind: 'requirement',
    text: 'Uppdatera planerna',
    findingIds: ['deficiency'],
    clauseIds: [],
    dueDate: null,
    state: 'open',
    ...changes,
  };
}

const onFirst = aDeficiency({ clauseIds: ['1'] });
const critical = [aClause('1', { critical: true }), aClause('2'), aClause('3')];

describe('the proposed judgement (R9)', () => {
  it.each<[string, Verdict[], string]>([
    ['half of the clauses that apply cannot be assessed', ['met', 'cannot-be-assessed'], 'cannot-be-judged'],
    ['just under half cannot', ['met', 'met', 'cannot-be-assessed'], 'approved'],
    ['clauses that do not apply are left out', ['met', 'cannot-be-assessed', 'not-applicable'], 'cannot-be-judged'],
    ['no clause applies', ['not-applicable', 'not-applicable'], 'cannot-be-judged'],
    ['nothing is in scope', [], 'cannot-be-judged'],
    ['all are met', ['met', 'met'], 'approved'],
    ['an uncritical clause is not met but nothing is required', ['met', 'not-met'], 'approved'],
  ])('where %s', (_case, verdicts, outcome) => {
    expect(proposeJudgement(withVerdicts(verdicts)).outcome).toBe(outcome);
  });

  it('approves with remarks where a requirement stands, and not for one that was withdrawn', () => {
    const facts = withVerdicts(['met', 'not-met', 'met'], { findings: [onFirst], actions: [requirement()] });
    expect(proposeJudgement(facts)).toMatchObject({
      outcome: 'approved-with-remarks',
      grounds: [{ text: 'Krav ställs: Uppdatera planerna', clauseIds: ['1'], actionIds: ['requirement'] }],
    });
    const withdrawn = { ...facts, actions: [requirement({ state: 'withdrawn' })] };
    expect(proposeJudgement(withdrawn).outcome).toBe('approved');
    const advice = { ...facts, actions: [requirement({ kind: 'recommendation' })] };
    expect(proposeJudgement(advice).outcome).toBe('approved');
  });

  it('does not approve on a serious deficiency, and stops until it has a requirement or a reason', () => {
    const serious = aDeficiency({ severity: 'serious', clauseIds: ['1'] });
    const facts = withVerdicts(['not-met', 'met', 'met'], { findings: [serious] });
    const proposal = proposeJudgement(facts);
    expect(proposal.outcome).toBe('not-approved');
    expect(proposal.blockers).toMatchObject([
      { code: 'serious-deficiency-without-requirement', place: { kind: 'finding', id: 'deficiency' } },
    ]);
    expect(proposeJudgement({ ...facts, actions: [requirement()] }).blockers).toEqual([]);
    const unmetReasons = [{ kind: 'finding', id: 'deficiency', reason: 'Redan åtgärdad' } as const];
    const explained = { ...facts, proposal: { outcome: 'not-approved', reason: null, unmetReasons } as const };
    expect(proposeJudgement(explained)).toMatchObject({ outcome: 'not-approved', blockers: [] });
  });

  it('does not approve where a critical clause is not met', () => {
    const facts = withVerdicts(['not-met', 'met', 'met'], { scope: critical, findings: [onFirst] });
    expect(proposeJudgement(facts)).toMatchObject({
      outcome: 'not-approved',
      grounds: [{ text: 'Den kritiska avtalspunkten § 1 uppfylls inte' }],
      blockers: [{ code: 'critical-clause-without-requirement', place: { kind: 'clause', id: '1' } }],
    });
    expect(proposeJudgement({ ...facts, actions: [requirement()] }).blockers).toEqual([]);
  });

  it('does not approve where a critical clause is partly met and carries a requirement', () => {
    const facts = withVerdicts(['partly-met', 'met', 'met'], { scope: critical, findings: [onFirst] });
    expect(proposeJudgement(facts)).toMatchObject({ outcome: 'approved', blockers: [] });
    expect(proposeJudgement({ ...facts, actions: [requirement()] }).outcome).toBe('not-approved');
  });

  it('never weighs a goal as critical, since a goal carries no requirement', () => {
    const goal = [aClause('1', { critical: true, kind: 'goal' }), aClause('2'), aClause('3')];
    const facts = withVerdicts(['not-met', 'met', 'met'], { scope: goal });
    expect(proposeJudgement(facts)).toMatchObject({ outcome: 'approved', blockers: [] });
  });

  it('says that it is not complete while a clause lacks a verdict', () => {
    expect(proposeJudgement(aFollowUp()).isComplete).toBe(true);
    expect(proposeJudgement(aFollowUp({ scope: [aClause('7'), aClause('99')] })).isComplete).toBe(false);
  });

  it('lets the person decide, but asks for a reason to depart', () => {
    const departing = aFollowUp({ proposal: { outcome: 'not-approved', reason: null, unmetReasons: [] } });
    expect(judgementBlockers(departing).map(({ code }) => code)).toEqual(['judgement-departs-without-reason']);
    const reasoned = { outcome: 'not-approved', reason: 'Upprepade signaler', unmetReasons: [] } as const;
    expect(judgementBlockers(aFollowUp({ proposal: reasoned }))).toEqual([]);
    expect(judgementBlockers(aFollowUp({ proposal: null })).map(({ code }) => code)).toEqual(['judgement-missing']);
  });
});
