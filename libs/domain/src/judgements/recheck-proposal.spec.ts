import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RECHECK_VERDICTS } from '../actions/recheck-verdict.js';
import { aClause, aDeficiency, aRecheck, aRecheckAction } from '../follow-ups/a-follow-up.js';
import type { RecheckActionFacts } from '../follow-ups/follow-up-facts.js';
import { judgementBlockers, proposeJudgement } from './judgement-proposal.js';
import { type Outcome, OUTCOMES } from './outcome.js';

const verified = aRecheckAction({ id: 'verified', text: 'Uppdatera planerna', clauseIds: ['15', '16'] });
const remaining = aRecheckAction({ id: 'remaining', text: 'Utse ansvarig', clauseIds: ['7'], verdict: 'remains' });
const critical = { ...remaining, id: 'critical', critical: true };
const unjudged = aRecheckAction({ id: 'unjudged', verdict: null, note: '' });

function recheckOf(actions: RecheckActionFacts[], previousOutcome: Outcome | null = 'not-approved') {
  return aRecheck({ recheck: { previousOutcome, actions } });
}

describe('the proposed judgement of a re-check (R9)', () => {
  it.each<[string, RecheckActionFacts[], Outcome, string[]]>([
    ['a critical requirement remains', [verified, critical], 'not-approved', ['critical']],
    ['a critical one and another remain', [remaining, critical], 'not-approved', ['remaining', 'critical']],
    ['another requirement remains', [verified, remaining], 'approved-with-remarks', ['remaining']],
    ['none remains', [verified], 'approved', ['verified']],
    ['a critical requirement is verified', [{ ...critical, verdict: 'verified' }], 'approved', ['critical']],
    ['none has been judged', [unjudged], 'cannot-be-judged', []],
    ['there is none to judge', [], 'cannot-be-judged', []],
  ])('where %s', (_case, actions, outcome, actionIds) => {
    const proposal = proposeJudgement(recheckOf(actions));
    expect(proposal.outcome).toBe(outcome);
    expect(proposal.grounds.flatMap((ground) => ground.actionIds)).toEqual(actionIds);
    expect(proposal.blockers).toEqual([]);
  });

  it('says what each ground rests on', () => {
    expect(proposeJudgement(recheckOf([verified])).grounds).toEqual([
      {
        text: 'Inget krav kvarstår; 1 av 1 är åtgärdade',
        clauseIds: ['15', '16'],
        findingIds: [],
        actionIds: ['verified'],
      },
    ]);
    const twice = recheckOf([verified, { ...verified, id: 'other', clauseIds: ['15'] }]);
    expect(proposeJudgement(twice).grounds[0]?.clauseIds).toEqual(['15', '16']);
    expect(proposeJudgement(recheckOf([remaining, critical])).grounds).toEqual([
      { text: 'Kravet ”Utse ansvarig” kvarstår', clauseIds: ['7'], findingIds: [], actionIds: ['remaining'] },
      {
        text: 'Kravet ”Utse ansvarig” kvarstår och rör en allvarlig brist eller en kritisk avtalspunkt',
        clauseIds: ['7'],
        findingIds: [],
        actionIds: ['critical'],
      },
    ]);
    expect(proposeJudgement(recheckOf([])).grounds.map(({ text }) => text)).toEqual(['Inget krav har prövats']);
  });

  it('counts the requirements that have a verdict, and says that it is not complete', () => {
    expect(proposeJudgement(recheckOf([verified, unjudged]))).toMatchObject({ outcome: 'approved', isComplete: false });
    expect(proposeJudgement(recheckOf([verified, remaining])).isComplete).toBe(true);
  });

  it('stays “går ej att bedöma”, whatever became of the requirements: the clauses have still not been tried', () => {
    const stays = proposeJudgement(recheckOf([verified], 'cannot-be-judged'));
    expect(stays.outcome).toBe('cannot-be-judged');
    expect(stays.grounds).toEqual([
      {
        text: 'Uppföljningen fick Går ej att bedöma, och de avtalspunkterna har inte prövats',
        clauseIds: [],
        findingIds: [],
        actionIds: [],
      },
    ]);
    const withMore = proposeJudgement(recheckOf([remaining, critical], 'cannot-be-judged'));
    expect(withMore.outcome).toBe('cannot-be-judged');
    expect(withMore.grounds.flatMap(({ actionIds }) => actionIds)).toEqual(['remaining', 'critical']);
  });

  it('does not depend on the earlier outcome otherwise', () => {
    for (const previous of [null, ...OUTCOMES.filter((outcome) => outcome !== 'cannot-be-judged')]) {
      expect(proposeJudgement(recheckOf([verified], previous)).outcome).toBe('approved');
    }
  });

  it('reads the requirements, not the clauses or findings of the scope', () => {
    const facts = aRecheck({
      scope: [aClause('15', { critical: true })],
      assessments: [{ id: 'a', clauseIds: ['15'], verdict: 'not-met', text: '' }],
      findings: [aDeficiency({ severity: 'serious' })],
    });
    expect(proposeJudgement(facts)).toMatchObject({ outcome: 'approved', blockers: [] });
  });

  it('lets a person decide, and asks for a reason to depart', () => {
    const depart = (reason: string | null) =>
      aRecheck({ proposal: { outcome: 'not-approved', reason, unmetReasons: [] } });
    expect(judgementBlockers(depart(null))).toEqual([
      {
        code: 'judgement-departs-without-reason',
        message: 'Samlad bedömning avviker från förslaget utan skäl: Inte godkänd i stället för Godkänd',
        place: { kind: 'judgement' },
      },
    ]);
    expect(judgementBlockers(depart(' '))).toHaveLength(1);
    expect(judgementBlockers(depart('Nya signaler har kommit'))).toEqual([]);
  });

  it('never gets better when one more requirement remains', () => {
    const rank = (outcome: Outcome) => OUTCOMES.indexOf(outcome);
    const actions = fc.array(fc.record({ critical: fc.boolean(), verdict: fc.constantFrom(...RECHECK_VERDICTS) }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(actions, fc.constantFrom(...OUTCOMES, null), fc.nat(5), (drawn, previous, at) => {
        const before = drawn.map((changes, index) => aRecheckAction({ id: String(index), ...changes }));
        const after = before.map((action, index) =>
          index === at % before.length ? { ...action, verdict: 'remains' as const } : action,
        );
        const [was, is] = [before, after].map((list) => proposeJudgement(recheckOf(list, previous)).outcome);
        expect(rank(is as Outcome)).toBeGreaterThanOrEqual(rank(was as Outcome));
      }),
    );
  });
});
