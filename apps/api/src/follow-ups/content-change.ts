import { CONTENT_STATES, EVIDENCE_STATES, FOLLOW_UP_STATE_LABELS, type FollowUpState } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { keepSnapshot } from '../history/keep-snapshot.js';
import { permittedCommittees, requirePermission } from '../http/permitted-committees.js';
import { Conflict, Invalid, NotFound } from '../http/problem.js';
import { ConflictDeclared, followUpOf, type OwnedKind } from './follow-up-access.js';

export { CONTENT_STATES, EVIDENCE_STATES };

/** The follow-up whose content changes; its row is locked until the transaction ends. */
export interface ChangedFollowUp {
  id: string;
  state: FollowUpState;
  contractId: string;
  contentVersion: number;
}

/**
 * Begins a change of what a follow-up holds: locks it and counts its contentVersion up without asking which one the person
 * read, so that colleagues who save different rows never collide. Any officer of the committee may, in the team or not. How
 * it was yesterday is kept first.
 * @throws NotFound for one that the person does not see, Forbidden for one that the person only sees, ConflictDeclared for
 * one with a conflict of interest (R10); Conflict `content-locked` in a state where it may not change.
 */
export async function changeContent(
  tx: Transaction,
  followUpId: string,
  states: readonly FollowUpState[] = CONTENT_STATES,
): Promise<ChangedFollowUp> {
  await keepSnapshot(tx, followUpId);
  const [found] = await tx.query<ChangedFollowUp & { inConflict: boolean }>(
    `update follow_up set content_version = content_version + 1
     where municipality_id = $1 and id = $2 and ($3::uuid[] is null or committee_id = any ($3))
     returning id, state, contract_id as "contractId", content_version as "contentVersion",
       exists (select 1 from conflict_declaration d where d.municipality_id = $1 and d.follow_up_id = $2
         and d.account_id = $4 and d.has_conflict and d.lifted_at is null) as "inConflict"`,
    [tx.municipalityId, followUpId, permittedCommittees(tx.user, 'follow-up.write'), tx.user.accountId],
  );
  if (found === undefined) throw await refusal(tx, followUpId);
  const { inConflict, ...followUp } = found;
  if (inConflict) throw new ConflictDeclared();
  if (!states.includes(followUp.state)) {
    const state = FOLLOW_UP_STATE_LABELS[followUp.state];
    throw new Conflict('content-locked', `Innehållet kan inte ändras när uppföljningen är i läget ${state}.`);
  }
  return followUp;
}

/** Why a follow-up was not there to be changed: nobody's, not seen, or seen only. */
async function refusal(tx: Transaction, followUpId: string): Promise<NotFound> {
  const [row] = await tx.query<{ committeeId: string }>(
    'select committee_id as "committeeId" from follow_up where municipality_id = $1 and id = $2',
    [tx.municipalityId, followUpId],
  );
  if (row !== undefined) requirePermission(tx.user, 'follow-up.write', row.committeeId);
  return new NotFound();
}

/** As {@link changeContent}, of the follow-up that a row belongs to. */
export async function changeContentOf(
  tx: Transaction,
  kind: OwnedKind,
  id: string,
  states: readonly FollowUpState[] = CONTENT_STATES,
): Promise<ChangedFollowUp> {
  return changeContent(tx, await followUpOf(tx, kind, id), states);
}

/** The rows of a follow-up that others can be tied to. */
const LINKABLE = {
  clause:
    'select clause_id as id from follow_up_clause where municipality_id = $1 and follow_up_id = $2 and clause_id = any ($3)',
  evidence: 'select id from evidence where municipality_id = $1 and follow_up_id = $2 and id = any ($3)',
  finding: 'select id from finding where municipality_id = $1 and follow_up_id = $2 and id = any ($3)',
} as const;

const NOT_LINKABLE = {
  clause: 'Avtalspunkten ingår inte i uppföljningen.',
  evidence: 'Underlaget finns inte i uppföljningen.',
  finding: 'Iakttagelsen finns inte i uppföljningen.',
} as const;

/** Makes sure that all ids name rows of this follow-up. @throws Invalid at the field. */
export async function requireOwn(
  tx: Transaction,
  followUpId: string,
  kind: keyof typeof LINKABLE,
  ids: readonly string[] | undefined,
  field: string,
): Promise<void> {
  if (ids === undefined || ids.length === 0) return;
  const rows = await tx.query<{ id: string }>(LINKABLE[kind], [tx.municipalityId, followUpId, ids]);
  if (new Set(rows.map((row) => row.id)).size < new Set(ids).size)
    throw new Invalid([{ field, message: NOT_LINKABLE[kind] }]);
}
