import type { DelegationFacts } from '../delegations/delegation.js';
import { isReservedSanction } from '../delegations/delegation.js';
import type { RightToDecide } from '../delegations/right-to-decide.js';
import type { Blocker } from '../follow-ups/blocker.js';
import { conflictBlockers } from '../judgements/approval.js';
import { type SanctionDecider, sanctionDeciderBlockers } from './sanction-decision.js';
import type { SanctionAction, SanctionKind } from './sanction.js';

/** An act of the manager. */
export type ManagerSanctionAction = Exclude<SanctionAction, 'dispute'>;

/** What the rules ask of the manager who acts on a sanction after its decision, and of the contract that day. */
export interface SanctionRightFacts extends SanctionDecider {
  readonly kind: SanctionKind;
  /** Whether the committee itself decided the sanction. */
  readonly byCommittee: boolean;
  /** What the municipality has kept for the committee (kommunallagen 6:38). */
  readonly reservedMatters: readonly string[];
  /** By what right the person decides on sanctions that day. */
  readonly right: RightToDecide<DelegationFacts>;
  /** Whether another provider has come into the contract since the decision. */
  readonly takenOver: boolean;
}

/**
 * Whether the act waits for a decision of the committee itself: what it decided, or has kept for itself since, only it may
 * reduce or withdraw. To let it stand changes nothing of what it decided.
 */
export function needsCommittee(
  action: ManagerSanctionAction,
  { kind, byCommittee, reservedMatters }: Pick<SanctionRightFacts, 'kind' | 'byCommittee' | 'reservedMatters'>,
): boolean {
  return (action === 'reduce' || action === 'withdraw') && (byCommittee || isReservedSanction(reservedMatters, kind));
}

/**
 * Why this person may not take the act (R10). To send is to carry out what is decided, which only a conflict of interest
 * stops, and a take-over of the contract; every other act asks for the same right as the decision did.
 */
export function sanctionRightBlockers(action: ManagerSanctionAction, facts: SanctionRightFacts): Blocker[] {
  if (action === 'send') {
    return [...conflictBlockers(facts), ...takenOverBlockers(facts)];
  }
  const missing = facts.right.by === 'nobody' && !needsCommittee(action, facts) ? [facts.right.blocker] : [];
  return [...sanctionDeciderBlockers(facts), ...missing];
}

function takenOverBlockers({ takenOver }: SanctionRightFacts): Blocker[] {
  if (!takenOver) return [];
  const message =
    'Avtalet har tagits över sedan beslutet. Återta påföljden, och besluta på nytt om den nya utföraren ska få en';
  return [{ code: 'contract-taken-over', message, place: { kind: 'follow-up' } }];
}
