import { describe, expect, it } from '@jest/globals';
import { aFollowUp } from '../follow-ups/a-follow-up.js';
import { repeatedClauses, type EarlierRound } from './repeated-clauses.js';
import type { Verdict } from './verdict.js';

function round(year: number, verdict: Verdict): EarlierRound {
  return { followUpId: `f-${year}`, year, caseNumber: `SON/${year}`, verdicts: [{ clauseNumber: '15', verdict }] };
}

describe('a repeated clause (R15)', () => {
  const rounds = [round(2022, 'not-met'), round(2023, 'met'), round(2024, 'not-met')];
  const now = (verdict: Verdict) =>
    aFollowUp({ assessments: [{ id: 'a', clauseIds: ['7', '15'], verdict, text: '' }] });

  it('is shown with the rounds it was not met in, newest first', () => {
    expect(repeatedClauses(now('not-met'), rounds)).toEqual([
      {
        clauseId: '15',
        clauseNumber: '15',
        rounds: [
          { followUpId: 'f-2024', year: 2024, caseNumber: 'SON/2024' },
          { followUpId: 'f-2022', year: 2022, caseNumber: 'SON/2022' },
        ],
      },
    ]);
  });

  it('is none where the clause is met now, or was met before', () => {
    expect(repeatedClauses(now('met'), rounds)).toEqual([]);
    expect(repeatedClauses(now('not-met'), [round(2023, 'met')])).toEqual([]);
  });
});
