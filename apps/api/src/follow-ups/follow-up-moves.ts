import {
  FOLLOW_UP_ACTION_LABELS,
  FOLLOW_UP_STATE_LABELS,
  type ActorFacts,
  type FollowUpAction,
  type FollowUpState,
} from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import type { StaffUser } from '../http/current-user.js';
import { rolesIn } from '../http/permitted-committees.js';
import type { LockedFollowUp } from './follow-up-access.js';
import { FollowUpTransition } from './follow-up-transition.entity.js';

/** A move that the rules have allowed. */
export interface Move {
  action: FollowUpAction;
  to: FollowUpState;
  reason: string | null;
}

/**
 * The person as the rules see them in the committee of the follow-up, with the roles held there and no others.
 * `hasConflict` is what they declared in this follow-up, null for nothing.
 */
export function actorOf(user: StaffUser, committeeId: string, hasConflict: boolean | null): ActorFacts {
  const roles = rolesIn(user, committeeId);
  return { accountId: user.accountId, roles, committeeIds: roles.length > 0 ? [committeeId] : [], hasConflict };
}

/** The person of the transaction as the rules see them, with what they declared in this follow-up (R10). */
export async function actorFacts(tx: Transaction, { id, committeeId }: LockedFollowUp): Promise<ActorFacts> {
  const [declared] = await tx.query<{ hasConflict: boolean }>(
    `select has_conflict as "hasConflict" from conflict_declaration
     where municipality_id = $1 and follow_up_id = $2 and account_id = $3 and lifted_at is null`,
    [tx.municipalityId, id, tx.user.accountId],
  );
  return actorOf(tx.user, committeeId, declared?.hasConflict ?? null);
}

/** Writes a move: the state, the row for the step line, and the event. Neither version counts up: no content changed. */
export async function moveFollowUp(tx: Transaction, followUp: LockedFollowUp, move: Move): Promise<void> {
  await tx.query('update follow_up set state = $3 where municipality_id = $1 and id = $2', [
    tx.municipalityId,
    followUp.id,
    move.to,
  ]);
  await tx.insert(FollowUpTransition, {
    municipalityId: tx.municipalityId,
    id: tx.newId(),
    followUpId: followUp.id,
    action: move.action,
    fromState: followUp.state,
    toState: move.to,
    reason: move.reason,
    accountId: tx.user.accountId,
    happenedOn: tx.today,
    at: tx.now,
  });
  const [from, to] = [FOLLOW_UP_STATE_LABELS[followUp.state], FOLLOW_UP_STATE_LABELS[move.to]];
  tx.appendEvent({
    kind: `follow-up.${move.action}`,
    subjectKind: 'follow-up',
    subjectId: followUp.id,
    followUpId: followUp.id,
    summary: `${FOLLOW_UP_ACTION_LABELS[move.action]}: från ${from} till ${to}`,
    before: { state: followUp.state },
    after: { state: move.to, ...(move.reason === null ? {} : { reason: move.reason }) },
  });
}
