import type { AssessmentView, Id, ScopeClauseView } from '@insyn/api-schema';
import { compareClauseNumbers, VERDICT_LABELS, type Verdict } from '@insyn/domain';
import { VERDICT_TONES, type Tone } from '../../ui/tone.js';

export interface ClauseRow {
  id: Id;
  number: string;
  heading: string;
  verdict: Verdict | null;
  tone: Tone;
  /** The verdict in words, for the ear. */
  word: string;
}

export interface ClauseGroup {
  focusArea: string;
  rows: ClauseRow[];
}

/** The clauses in scope by focus area, in the order of their numbers, each with its verdict. */
export function clauseGroups(
  clauses: readonly ScopeClauseView[],
  assessments: readonly AssessmentView[],
): ClauseGroup[] {
  const sorted = clauses.toSorted((a, b) => compareClauseNumbers(a.number, b.number));
  const areas = [...new Set(sorted.map(({ focusArea }) => focusArea))];
  return areas.map((focusArea) => ({
    focusArea,
    rows: sorted
      .filter((clause) => clause.focusArea === focusArea)
      .map(({ id, number, heading }) => {
        const verdict = assessments.find(({ clauseIds }) => clauseIds.includes(id))?.verdict ?? null;
        const [tone, word] = verdict
          ? [VERDICT_TONES[verdict], VERDICT_LABELS[verdict]]
          : (['none', $localize`Inte bedömd`] as const);
        return { id, number: shortNumber(number), heading, verdict, tone, word };
      }),
  }));
}

/** "§ 15" for a paragraph, "4.9" and "M1" for a point. */
export function shortNumber(number: string): string {
  return /^\d+\s?\p{L}?$/u.test(number) ? `§ ${number}` : number;
}
