import type { Blocker } from '../follow-ups/blocker.js';
import {
  coveringDelegation,
  type DelegatedDecision,
  type DelegatedMatter,
  type DelegationFacts,
} from './delegation.js';

/** By what right a manager decides: the post alone where the committee asks for no more, a delegation, or none at all. */
export type RightToDecide<D extends DelegationFacts> =
  | { readonly by: 'post' }
  | { readonly by: 'delegation'; readonly delegation: D }
  | { readonly by: 'nobody'; readonly blocker: Blocker };

const WHAT: Record<DelegatedMatter, string> = {
  judgement: 'besluta om den samlade bedömningen',
  publication: 'godkänna publiceringen',
  sanction: 'besluta om påföljder',
};

/** Why a manager without a delegation that covers today may not decide in this matter (R10). */
export function delegationMissing(matter: DelegatedMatter): Blocker {
  const message = `Du har ingen delegation som gäller i dag för att ${WHAT[matter]}`;
  return { code: 'delegation-missing', message, place: { kind: matter === 'judgement' ? 'judgement' : 'follow-up' } };
}

/**
 * By what right a decision is made that is not the committee's own (R10, kommunallagen 6:37). `delegatedMatters` is what the
 * committee treats as delegated decisions, `delegations` what its register holds.
 */
export function rightToDecide<D extends DelegationFacts>(
  register: { readonly delegatedMatters: readonly string[]; readonly delegations: readonly D[] },
  decision: DelegatedDecision,
): RightToDecide<D> {
  if (!register.delegatedMatters.includes(decision.matter)) return { by: 'post' };
  const delegation = coveringDelegation(register.delegations, decision);
  return delegation === null
    ? { by: 'nobody', blocker: delegationMissing(decision.matter) }
    : { by: 'delegation', delegation };
}
