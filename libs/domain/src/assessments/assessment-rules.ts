import type { Blocker } from '../follow-ups/blocker.js';
import type { AssessmentFacts, FollowUpFacts } from '../follow-ups/follow-up-facts.js';
import { clauseName } from './clause-name.js';
import type { Verdict } from './verdict.js';

/** The verdict of each clause in scope that has one, by clause id. Verdicts on clauses outside the scope do not count. */
export function verdictsOf(facts: Pick<FollowUpFacts, 'scope' | 'assessments'>): Map<string, Verdict> {
  const inScope = new Set(facts.scope.map((clause) => clause.id));
  const verdicts = new Map<string, Verdict>();
  for (const assessment of facts.assessments) {
    if (assessment.verdict === null) continue;
    for (const id of assessment.clauseIds) if (inScope.has(id)) verdicts.set(id, assessment.verdict);
  }
  return verdicts;
}

/**
 * What of the assessments stops a follow-up from leaving `assessing` (R6): a clause without a verdict, a clause with two,
 * or one that is not fully met and has no finding but strengths. Of clauses judged together one finding is enough.
 */
export function assessmentBlockers(facts: FollowUpFacts): Blocker[] {
  const numbers = new Map(facts.scope.map((clause) => [clause.id, clause.number]));
  const verdicts = verdictsOf(facts);
  const explained = new Set(
    facts.findings.filter((finding) => finding.kind !== 'strength').flatMap((finding) => finding.clauseIds),
  );
  const blockers: Blocker[] = [];

  for (const clause of facts.scope) {
    const place = { kind: 'clause', id: clause.id } as const;
    if (!verdicts.has(clause.id)) {
      blockers.push({ code: 'clause-not-assessed', message: `${clauseName(clause.number)} saknar bedömning`, place });
    }
    if (facts.assessments.filter((assessment) => judges(assessment, clause.id)).length > 1) {
      const message = `${clauseName(clause.number)} är bedömd två gånger`;
      blockers.push({ code: 'clause-assessed-twice', message, place });
    }
  }

  for (const { verdict, clauseIds } of facts.assessments) {
    const first = clauseIds.find((id) => numbers.has(id));
    if ((verdict !== 'not-met' && verdict !== 'partly-met') || first === undefined) continue;
    if (clauseIds.some((id) => explained.has(id))) continue;
    const name = clauseName(...clauseIds.flatMap((id) => numbers.get(id) ?? []));
    const words = verdict === 'not-met' ? 'uppfylls inte' : 'uppfylls delvis';
    const message = `${name} ${words} men saknar iakttagelse`;
    blockers.push({ code: 'clause-without-finding', message, place: { kind: 'clause', id: first } });
  }
  return blockers;
}

function judges(assessment: AssessmentFacts, clauseId: string): boolean {
  return assessment.verdict !== null && assessment.clauseIds.includes(clauseId);
}

/** How far the assessing has come. */
export interface AssessmentProgress {
  assessed: number;
  total: number;
  missingClauseIds: string[];
}

/** How many of the clauses in scope have a verdict. It says nothing of what the verdicts are (R8). */
export function assessmentProgress(facts: Pick<FollowUpFacts, 'scope' | 'assessments'>): AssessmentProgress {
  const verdicts = verdictsOf(facts);
  const missingClauseIds = facts.scope.filter((clause) => !verdicts.has(clause.id)).map((clause) => clause.id);
  return { assessed: facts.scope.length - missingClauseIds.length, total: facts.scope.length, missingClauseIds };
}
