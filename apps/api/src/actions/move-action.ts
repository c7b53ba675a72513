import {
  ACTION_KIND_LABELS,
  actionStateLabel,
  moveAction,
  quotedStart,
  type ActionKind,
  type ActionState,
} from '@insyn/domain';
import { liftRequirement } from '../action-plans/lift-requirement.js';
import type { Transaction } from '../database/transaction.js';
import { keepSnapshot } from '../history/keep-snapshot.js';
import { NotFound } from '../http/problem.js';
import { ActionMoveAttachment } from './action-move-attachment.entity.js';
import { ActionMove } from './action-move.entity.js';

/** Moves after which an action plan waits for one requirement less, or for one more. */
const CHANGES_THE_PLAN: readonly ActionState[] = ['open', 'verified', 'lapsed', 'withdrawn'];

/** What a move of an action stands on (R14). */
export interface MoveBasis {
  readonly reason?: string;
  /** The re-check that judges it. */
  readonly recheckId?: string;
  /** The plan that was accepted. */
  readonly planId?: string;
  /** What the provider reported. */
  readonly reportId?: string;
  /** Files that show an early verification. */
  readonly attachmentIds?: readonly string[];
  /** Who moves it; the person of the transaction where it is left out. A job names the person, or null for the system. */
  readonly accountId?: string | null;
}

/** An action whose row is locked until the transaction ends. */
export interface LockedAction {
  id: string;
  followUpId: string;
  kind: ActionKind;
  state: ActionState;
  text: string;
  version: number;
}

/** Locks an action, so that it moves from the state that was asked about. @throws NotFound */
export async function lockAction(tx: Transaction, actionId: string): Promise<LockedAction> {
  const [action] = await tx.query<LockedAction>(
    `select id, follow_up_id as "followUpId", kind, state, text, version
     from action where municipality_id = $1 and id = $2 for no key update`,
    [tx.municipalityId, actionId],
  );
  if (action === undefined) throw new NotFound();
  return action;
}

/**
 * Moves an action to another state (R14): the state, the row that says who, when and on what, and the event. The texts stay
 * as they were approved (R11). Works in a transaction of the staff and of a job.
 * @throws NotFound, RuleViolation where the state, or what it stands on, does not allow it.
 */
export async function moveActionTo(
  tx: Transaction,
  move: { readonly actionId: string; readonly to: ActionState; readonly basis: MoveBasis },
): Promise<void> {
  const { to, basis } = move;
  const action = await lockAction(tx, move.actionId);
  const { reason = '', recheckId = null, planId = null, reportId = null, attachmentIds = [] } = basis;
  moveAction(action, to, {
    reason,
    ...(recheckId !== null && { recheckId }),
    evidenceIds: [...attachmentIds, ...(reportId === null ? [] : [reportId])],
  });
  await keepSnapshot(tx, action.followUpId);
  await tx.query('update action set state = $3, version = version + 1 where municipality_id = $1 and id = $2', [
    tx.municipalityId,
    action.id,
    to,
  ]);
  const id = tx.newId();
  const { municipalityId } = tx;
  await tx.insert(ActionMove, {
    municipalityId,
    id,
    followUpId: action.followUpId,
    actionId: action.id,
    fromState: action.state,
    toState: to,
    reason: reason.trim() || null,
    recheckId,
    planId,
    reportId,
    accountId: basis.accountId === undefined ? tx.accountId : basis.accountId,
    happenedOn: tx.today,
    at: tx.now,
  });
  if (attachmentIds.length > 0) {
    await tx.insert(
      ActionMoveAttachment,
      attachmentIds.map((attachmentId) => ({ municipalityId, moveId: id, attachmentId })),
    );
  }
  if (CHANGES_THE_PLAN.includes(to))
    await liftRequirement(tx, { followUpId: action.followUpId, actionId: action.id, to });
  tx.appendEvent({
    kind: 'action.moved',
    subjectKind: 'action',
    subjectId: action.id,
    followUpId: action.followUpId,
    summary: `${nameOf(action)}: från ”${actionStateLabel(action)}” till ”${actionStateLabel({ ...action, state: to })}”`,
    before: { state: action.state },
    after: { state: to, ...(reason.trim() === '' ? {} : { reason: reason.trim() }), ...(recheckId && { recheckId }) },
  });
}

function nameOf({ kind, text }: LockedAction): string {
  return `${ACTION_KIND_LABELS[kind]} ”${quotedStart(text)}”`;
}
