import type { Blocker } from '../follow-ups/blocker.js';
import type { Outcome } from './outcome.js';

/** One ground of a proposed outcome: a Swedish sentence and what it rests on. */
export interface JudgementGround {
  text: string;
  clauseIds: string[];
  findingIds: string[];
  actionIds: string[];
}

/**
 * The outcome that the rule proposes. `isComplete` is false while clauses lack a verdict: the outcome then counts those that
 * have one. `blockers` are the deficiencies and critical clauses that need a requirement or a written reason.
 */
export interface JudgementProposal {
  outcome: Outcome;
  isComplete: boolean;
  grounds: JudgementGround[];
  blockers: Blocker[];
}
