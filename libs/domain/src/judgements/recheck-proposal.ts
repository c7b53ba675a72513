import { nameOfRechecked } from '../actions/recheck-rules.js';
import type { FollowUpFacts, RecheckActionFacts } from '../follow-ups/follow-up-facts.js';
import { OUTCOME_LABELS } from './labels.js';
import type { JudgementGround, JudgementProposal } from './proposed-outcome.js';

/**
 * The outcome by R9 for a re-check, counted over the requirements that it has judged. What could not be judged before has
 * not been tried now either, so that outcome stays; else a critical one that remains is not approved, any other that remains
 * is approved with remarks, and where none remains the follow-up is approved. A proposal: a person decides, always.
 */
export function proposeRecheckJudgement(facts: Pick<FollowUpFacts, 'recheck'>): JudgementProposal {
  const actions = facts.recheck?.actions ?? [];
  const judged = actions.filter(({ verdict }) => verdict !== null);
  const remaining = judged.filter(({ verdict }) => verdict === 'remains');
  const critical = remaining.filter((action) => action.critical);
  const isComplete = judged.length === actions.length;
  const propose = (outcome: JudgementProposal['outcome'], grounds: JudgementGround[]): JudgementProposal => ({
    outcome,
    isComplete,
    grounds,
    blockers: [],
  });

  const grounds = remaining.map((action) => ground(remainingText(action), [action]));
  if (judged.length === 0) return propose('cannot-be-judged', [ground('Inget krav har prövats', [])]);
  if (facts.recheck?.previousOutcome === 'cannot-be-judged') {
    const text = `Uppföljningen fick ${OUTCOME_LABELS['cannot-be-judged']}, och de avtalspunkterna har inte prövats`;
    return propose('cannot-be-judged', [ground(text, []), ...grounds]);
  }
  if (critical.length > 0) return propose('not-approved', grounds);
  if (remaining.length > 0) return propose('approved-with-remarks', grounds);
  return propose('approved', [
    ground(`Inget krav kvarstår; ${judged.length} av ${judged.length} är åtgärdade`, judged),
  ]);
}

function remainingText(action: RecheckActionFacts): string {
  const name = `${nameOfRechecked(action)} kvarstår`;
  return action.critical ? `${name} och rör en allvarlig brist eller en kritisk avtalspunkt` : name;
}

function ground(text: string, actions: readonly RecheckActionFacts[]): JudgementGround {
  return {
    text,
    clauseIds: [...new Set(actions.flatMap(({ clauseIds }) => clauseIds))],
    findingIds: [],
    actionIds: actions.map(({ id }) => id),
  };
}
