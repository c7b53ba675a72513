import { describe, expect, it } from '@jest/globals';
import type { Verdict } from '../assessments/verdict.js';
import { aClause, aDeficiency, aFollowUp } from '../follow-ups/a-follow-up.js';
import type { ActionFacts, FollowUpFacts, UnmetReason } from '../follow-ups/follow-up-facts.js';
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

  it('says what each outcome rests on', () => {
    const grounds = (facts: FollowUpFacts) => proposeJudgement(facts).grounds;
    const nothing = { clauseIds: [], findingIds: [], actionIds: [] };
    expect(grounds(withVerdicts(['met', 'partly-met', 'not-applicable']))).toEqual([
      { ...nothing, text: 'Inga krav ställs; 1 av 2 avtalspunkter uppfylls helt', clauseIds: ['1'] },
    ]);
    expect(grounds(withVerdicts(['met', 'cannot-be-assessed', 'cannot-be-assessed']))).toEqual([
      { ...nothing, text: '2 av 3 aktuella avtalspunkter går ej att bedöma', clauseIds: ['2', '3'] },
    ]);
    expect(grounds(withVerdicts(['not-applicable']))).toEqual([
      { ...nothing, text: 'Ingen avtalspunkt som är aktuell har bedömts' },
    ]);
    const serious = aDeficiency({ severity: 'serious', clauseIds: ['1'] });
    const scope = [aClause('4.9', { critical: true }), aClause('7', { critical: true })];
    const facts = withVerdicts(['not-met', 'partly-met'], {
      scope: scope.map((clause, index) => ({ ...clause, id: String(index + 1) })),
      findings: [serious, aDeficiency({ id: 'other', clauseIds: ['2'] })],
      actions: [requirement(), requirement({ id: 'second', findingIds: ['other'] })],
    });
    expect(grounds(facts)).toEqual([
      {
        text: 'Allvarlig brist: Planer saknas',
        clauseIds: ['1'],
        findingIds: ['deficiency'],
        actionIds: ['requirement'],
      },
      {
        ...nothing,
        text: 'Den kritiska avtalspunkten 4.9 uppfylls inte',
        clauseIds: ['1'],
        actionIds: ['requirement'],
      },
      {
        ...nothing,
        text: 'Den kritiska avtalspunkten § 7 uppfylls delvis och krav ställs',
        clauseIds: ['2'],
        actionIds: ['second'],
      },
    ]);
  });

  it('ties a requirement to the clauses that it names itself and to those of its findings', () => {
    const facts = withVerdicts(['not-met', 'met', 'met'], {
      findings: [onFirst],
      actions: [requirement({ clauseIds: ['3'] }), requirement({ id: 'free', findingIds: [] })],
    });
    expect(proposeJudgement(facts).grounds).toEqual([
      {
        text: 'Krav ställs: Uppdatera planerna',
        clauseIds: ['1', '3'],
        findingIds: ['deficiency'],
        actionIds: ['requirement'],
      },
      { text: 'Krav ställs: Uppdatera planerna', clauseIds: [], findingIds: [], actionIds: ['free'] },
    ]);
  });

  it('weighs only serious deficiencies, and only requirements that stand', () => {
    const strength = aDeficiency({ kind: 'strength', severity: 'serious', clauseIds: ['1'] });
    expect(proposeJudgement(withVerdicts(['met'], { findings: [strength] })).outcome).toBe('approved');
    const serious = aDeficiency({ severity: 'serious', clauseIds: ['1'] });
    const facts = withVerdicts(['not-met', 'met', 'met'], { scope: critical, findings: [serious] });
    const codes = (changes: Partial<FollowUpFacts>) =>
      proposeJudgement({ ...facts, ...changes }).blockers.map(({ code }) => code);
    const both = ['serious-deficiency-without-requirement', 'critical-clause-without-requirement'];
    expect(codes({ actions: [requirement({ state: 'lapsed' })] })).toEqual(both);
    expect(codes({ actions: [requirement({ kind: 'recommendation' })] })).toEqual(both);
    expect(codes({ actions: [requirement({ findingIds: ['other'] })] })).toEqual(both);
    expect(codes({ actions: [requirement({ findingIds: [], clauseIds: ['1'] })] })).toEqual(both.slice(0, 1));
  });

  it('takes a reason only for the thing that it is written for', () => {
    const serious = aDeficiency({ severity: 'serious', clauseIds: ['1'] });
    const facts = withVerdicts(['not-met', 'met', 'met'], { scope: critical, findings: [serious] });
    const blockersWith = (unmetReasons: UnmetReason[]) =>
      proposeJudgement({ ...facts, proposal: { outcome: 'not-approved', reason: null, unmetReasons } }).blockers;
    expect(blockersWith([]).map(({ message }) => message)).toEqual([
      'Den allvarliga bristen ”Planer saknas” saknar krav eller skäl',
      '§ 1 är kritisk och uppfylls inte men saknar krav eller skäl',
    ]);
    const reason = 'Redan åtgärdad';
    expect(blockersWith([{ kind: 'finding', id: '1', reason }])).toHaveLength(2);
    expect(blockersWith([{ kind: 'clause', id: 'deficiency', reason }])).toHaveLength(2);
    expect(blockersWith([{ kind: 'clause', id: '1', reason: ' ' }])).toHaveLength(2);
    expect(blockersWith([{ kind: 'clause', id: '1', reason }]).map(({ code }) => code)).toEqual([
      'serious-deficiency-without-requirement',
    ]);
    expect(
      blockersWith([
        { kind: 'clause', id: '1', reason },
        { kind: 'finding', id: 'deficiency', reason },
      ]),
    ).toEqual([]);
  });

  it('is missing or departs at the judgement itself, after what else it lacks', () => {
    const serious = aDeficiency({ severity: 'serious', clauseIds: ['1'] });
    const facts = withVerdicts(['not-met', 'met', 'met'], { findings: [serious] });
    expect(judgementBlockers({ ...facts, proposal: null })).toMatchObject([
      { code: 'serious-deficiency-without-requirement' },
      { code: 'judgement-missing', message: 'Samlad bedömning saknas', place: { kind: 'judgement' } },
    ]);
    expect(judgementBlockers(facts)).toMatchObject([
      { code: 'serious-deficiency-without-requirement' },
      {
        code: 'judgement-departs-without-reason',
        message: 'Samlad bedömning avviker från förslaget utan skäl: Godkänd i stället för Inte godkänd',
        place: { kind: 'judgement' },
      },
    ]);
    const blank = { outcome: 'approved', reason: '  ', unmetReasons: [] } as const;
    expect(judgementBlockers({ ...facts, proposal: blank })).toHaveLength(2);
  });
});
