import { take, type FollowUpAction } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { lockFollowUp, type LockedFollowUp } from '../follow-ups/follow-up-access.js';
import { loadFollowUpFacts } from '../follow-ups/follow-up-facts.js';
import { moveFollowUp } from '../follow-ups/follow-up-moves.js';
import { keepSnapshot } from '../history/keep-snapshot.js';
import { NotFound } from '../http/problem.js';

/** The root of a re-check, locked with it. The lock on a root is always taken before those on its re-checks. */
export async function lockRootOf(tx: Transaction, recheckId: string): Promise<LockedFollowUp> {
  const [row] = await tx.query<{ rootId: string | null }>(
    'select parent_id as "rootId" from follow_up where municipality_id = $1 and id = $2',
    [tx.municipalityId, recheckId],
  );
  if (row === undefined || row.rootId === null) throw new NotFound();
  return lockFollowUp(tx, row.rootId, 'follow-up.read');
}

/**
 * Takes the lock on the root of a follow-up that is a re-check, before its own is taken: whoever moves a root may go on to
 * its re-check, and the two must never wait for each other. The root is kept as it was
 * before anything of its re-check changes it. Nothing happens for a root.
 */
export async function lockRootFirst(tx: Transaction, followUpId: string): Promise<void> {
  const [root] = await tx.query<{ id: string }>(
    `select r.id from follow_up r where r.municipality_id = $1 and r.id = (
       select f.parent_id from follow_up f where f.municipality_id = $1 and f.id = $2) for no key update`,
    [tx.municipalityId, followUpId],
  );
  if (root !== undefined) await keepSnapshot(tx, root.id);
}

/** Moves a root as the system, because of what its re-check did (domain.md §5). @returns the state that it came to. */
export async function moveRoot(
  tx: Transaction,
  root: LockedFollowUp,
  action: Extract<FollowUpAction, 'recheck-opened' | 'recheck-closed'>,
  reason: string | null = null,
): Promise<LockedFollowUp['state']> {
  const { to } = take(action, await loadFollowUpFacts(tx, root.id), 'system');
  await moveFollowUp(tx, root, { action, to, reason });
  return to;
}

/** The number of a re-check among those of its root: 1 for the first, also where an earlier one was cancelled. */
export const RECHECK_NUMBER = `(select count(*)::int from follow_up e
  where e.municipality_id = f.municipality_id and e.parent_id = f.parent_id and e.id <= f.id)`;
