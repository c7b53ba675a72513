import { describe, expect, it } from '@jest/globals';
import { aClause, aDeficiency, aFollowUp } from '../follow-ups/a-follow-up.js';
import { assessmentBlockers, assessmentProgress } from './assessment-rules.js';
import { clauseName } from './clause-name.js';
import { VERDICTS, type Verdict } from './verdict.js';

function judged(verdict: Verdict | null, clauseIds = ['7', '15']) {
  return [{ id: 'a', clauseIds, verdict, text: '' }];
}

describe('the assessments before a follow-up leaves assessing (R6)', () => {
  it('have a verdict on every clause in scope', () => {
    expect(assessmentBlockers(aFollowUp({ assessments: judged(null) })).map(({ message }) => message)).toEqual([
      '§ 7 saknar bedömning',
      '§ 15 saknar bedömning',
    ]);
    expect(assessmentBlockers(aFollowUp({ assessments: judged('met') }))).toEqual([]);
  });

  it.each(['not-met', 'partly-met'] as const)('have a finding where the verdict is %s', (verdict) => {
    const facts = aFollowUp({ assessments: judged(verdict) });
    expect(assessmentBlockers(facts)).toMatchObject([
      { code: 'clause-without-finding', place: { kind: 'clause', id: '7' } },
    ]);
    expect(assessmentBlockers({ ...facts, findings: [aDeficiency()] })).toEqual([]);
    const strength = aDeficiency({ kind: 'strength', severity: null });
    expect(assessmentBlockers({ ...facts, findings: [strength] })).toHaveLength(1);
  });

  it.each(['met', 'cannot-be-assessed', 'not-applicable'] as const)('need no finding where it is %s', (verdict) => {
    expect(assessmentBlockers(aFollowUp({ assessments: judged(verdict) }))).toEqual([]);
  });

  it('judge no clause twice', () => {
    const twice = [...judged('met'), { id: 'b', clauseIds: ['15'], verdict: 'not-applicable', text: '' } as const];
    expect(assessmentBlockers(aFollowUp({ assessments: twice }))).toMatchObject([
      { code: 'clause-assessed-twice', message: '§ 15 är bedömd två gånger' },
    ]);
  });

  it('count nothing outside the scope', () => {
    const facts = aFollowUp({ scope: [aClause('7')], assessments: judged('not-met', ['99']) });
    expect(assessmentBlockers(facts).map(({ code }) => code)).toEqual(['clause-not-assessed']);
  });
});

describe('the progress of the assessing (R8)', () => {
  it('is the same whatever the verdicts are', () => {
    for (const verdict of VERDICTS) {
      expect(assessmentProgress(aFollowUp({ assessments: judged(verdict, ['7']) }))).toEqual({
        assessed: 1,
        total: 2,
        missingClauseIds: ['15'],
      });
    }
  });
});

describe('the name of a clause', () => {
  it.each([
    [['15'], '§ 15'],
    [['§ 15'], '§ 15'],
    [['7', '8'], '§§ 7 och 8'],
    [['7', '8', '9a'], '§§ 7, 8 och 9a'],
    [['4.9'], 'Punkt 4.9'],
    [['4.9', '4.10'], 'Punkterna 4.9 och 4.10'],
    [['M1'], 'Punkt M1'],
  ])('of %j is %s', (numbers, name) => {
    expect(clauseName(...numbers)).toBe(name);
  });
});
