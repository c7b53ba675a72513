import {
  type ManagerSanctionAction,
  needsCommittee,
  rightToDecide,
  RuleViolation,
  type SanctionKind,
  sanctionRightBlockers,
  type SanctionRightFacts,
} from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { requireDelegation } from '../delegations/require-delegation.js';
import { visibleFor } from '../http/permitted-committees.js';
import { NotFound } from '../http/problem.js';
import { type CitedDecision, citeCommitteeDecision } from './committee-decision.js';
import type { DecisionRow } from './decision-facts.js';
import type { LockedSanction } from './locked-sanction.js';
import { decisionGround } from './sanction-letter.js';
import { SANCTION_RIGHT } from './sanctions.sql.js';

/** What a person's right to act on a sanction stands on, as it is read for that person. */
export interface RightRow extends Pick<
  DecisionRow,
  'delegatedMatters' | 'reservedMatters' | 'inTeam' | 'hasConflict' | 'delegations'
> {
  readonly byCommittee: boolean;
  readonly takenOver: boolean;
}

/** By what right an act was taken, and how that is told to the provider; empty where neither is asked for. */
export interface ActRight {
  readonly delegationId: string | null;
  readonly committeeDecisionId: string | null;
  readonly ground: string;
}

/** The facts that the rules ask for, for one person on one day. */
export function rightFacts(
  row: RightRow,
  kind: SanctionKind,
  { accountId, today }: { readonly accountId: string; readonly today: string },
): SanctionRightFacts {
  return { ...row, kind, right: rightToDecide(row, { matter: 'sanction', accountId, on: today }) };
}

/**
 * By what right the person takes an act on a sanction now (R10): the same as is asked of the decision itself. What is the
 * committee's own to change is changed by its decision, which is kept here.
 * @throws RuleViolation `blocked` with the blockers, `reserved-for-committee` where the committee's decision is not cited,
 * Invalid at its day.
 */
export async function requireRight(
  tx: Transaction,
  sanction: LockedSanction,
  action: ManagerSanctionAction,
  cited: CitedDecision | null = null,
): Promise<ActRight> {
  const { id, followUpId, kind, label, decidedOn } = sanction;
  const { accountId } = tx.user;
  const values = [tx.municipalityId, id, tx.today, visibleFor(tx.user, 'follow-up.decide'), accountId];
  const [row] = await tx.query<RightRow & Pick<DecisionRow, 'committeeId' | 'committee'>>(SANCTION_RIGHT, values);
  if (row === undefined) throw new NotFound();
  const facts = rightFacts(row, kind, { accountId, today: tx.today });
  const blockers = sanctionRightBlockers(action, facts);
  if (blockers.length > 0) throw new RuleViolation('blocked', 'Det går inte nu', blockers);
  const { committeeId, committee } = row;
  if (needsCommittee(action, facts)) {
    const notBefore = { day: decidedOn, since: 'då påföljden beslutades' };
    const subject = { subjectId: id, followUpId, committeeId, committee, label, notBefore };
    const committeeDecisionId = await citeCommitteeDecision(tx, subject, cited);
    return {
      ...{ delegationId: null, committeeDecisionId },
      ground: decisionGround({ committee, delegation: null, committeeDecision: cited }),
    };
  }
  // To send is to carry out what is decided, and an answer decides nothing: neither cites a delegation.
  if (action === 'send' || action === 'answer') return { delegationId: null, committeeDecisionId: null, ground: '' };
  const delegation = await requireDelegation(tx, { committeeId, matter: 'sanction' });
  return {
    ...{ delegationId: delegation?.id ?? null, committeeDecisionId: null },
    ground: decisionGround({ committee, delegation, committeeDecision: null }),
  };
}
