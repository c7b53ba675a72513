import { MANAGER, OFFICER } from './a-follow-up.js';
import type { FollowUpFacts } from './follow-up-facts.js';
import type { FollowUpAction, FollowUpState } from './follow-up.js';
import type { ActionInput, Actor } from './follow-up-workflow.js';
import { RuleViolation } from './rule-violation.js';

// For specs: moves of a follow-up, who may make them, and how they are refused.

/** A requirement that nobody has remedied. */
export const openRequirement: FollowUpFacts['actions'][number] = {
  id: 'requirement',
  kind: 'requirement',
  text: 'Uppdatera planerna',
  findingIds: ['deficiency'],
  clauseIds: ['15'],
  dueDate: '2027-02-20',
  state: 'open',
};

/** The table of domain.md §5, written out once more by hand: every move that is allowed where no requirement is open. */
export const ALLOWED: [FollowUpAction, FollowUpState, FollowUpState][] = [
  ['start', 'planned', 'gathering'],
  ['assess', 'gathering', 'assessing'],
  ['gather-more', 'assessing', 'gathering'],
  ['send-for-fact-check', 'assessing', 'fact-check'],
  ['take-back', 'fact-check', 'assessing'],
  ['submit', 'assessing', 'deciding'],
  ['submit', 'fact-check', 'deciding'],
  ['return', 'deciding', 'assessing'],
  ['approve', 'deciding', 'closed'],
  ['recheck-opened', 'remedying', 'rechecking'],
  ['recheck-closed', 'rechecking', 'closed'],
  ['close', 'remedying', 'closed'],
  ['cancel', 'planned', 'cancelled'],
  ['cancel', 'gathering', 'cancelled'],
  ['cancel', 'assessing', 'cancelled'],
  ['cancel', 'fact-check', 'cancelled'],
];

/** All that any act may ask to be written. */
export const everything: ActionInput = {
  reason: 'Nytt underlag',
  comments: [{ place: { kind: 'clause', id: '15' }, text: 'Skriv ut vad som saknas' }],
};

/** Who may take the act. */
export function actorOf(action: FollowUpAction): Actor {
  if (action.startsWith('recheck-')) return 'system';
  return action === 'approve' || action === 'return' ? MANAGER : OFFICER;
}

/** What an act is refused with. */
export function violation(act: () => unknown): RuleViolation {
  try {
    act();
  } catch (error) {
    if (error instanceof RuleViolation) return error;
    throw error;
  }
  throw new Error('The act was allowed');
}
