import type { FollowUpFacts } from '../follow-ups/follow-up-facts.js';
import { verdictsOf } from './assessment-rules.js';
import type { Verdict } from './verdict.js';

/** An earlier round of the same contract: its verdicts by clause number, since clause-set versions have ids of their own. */
export interface EarlierRound {
  followUpId: string;
  year: number;
  caseNumber: string;
  verdicts: readonly { clauseNumber: string; verdict: Verdict }[];
}

/** A clause that is not met now and was not met in the rounds given, newest first. */
export interface RepeatedClause {
  clauseId: string;
  clauseNumber: string;
  rounds: { followUpId: string; year: number; caseNumber: string }[];
}

/** The clauses that are not met now and were not met in an earlier round of the same contract, with those rounds (R15). */
export function repeatedClauses(
  current: Pick<FollowUpFacts, 'scope' | 'assessments'>,
  earlierRounds: readonly EarlierRound[],
): RepeatedClause[] {
  const verdicts = verdictsOf(current);
  const newestFirst = [...earlierRounds].sort((a, b) => b.year - a.year);
  const repeated: RepeatedClause[] = [];
  for (const clause of current.scope) {
    if (verdicts.get(clause.id) !== 'not-met') continue;
    const rounds = newestFirst
      .filter((round) => round.verdicts.some((v) => v.clauseNumber === clause.number && v.verdict === 'not-met'))
      .map(({ followUpId, year, caseNumber }) => ({ followUpId, year, caseNumber }));
    if (rounds.length > 0) repeated.push({ clauseId: clause.id, clauseNumber: clause.number, rounds });
  }
  return repeated;
}
