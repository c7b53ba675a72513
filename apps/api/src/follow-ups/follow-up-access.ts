import type { FollowUpState, Permission } from '@insyn/domain';
import type { Statement } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { keepSnapshot } from '../history/keep-snapshot.js';
import { requirePermission, visibleFor } from '../http/permitted-committees.js';
import { Conflict, NotFound, Problem } from '../http/problem.js';

// Who sees which follow-up, all of it (R20). Officers, managers and registrars see the cases of their own committees, an
// auditor those of the whole municipality, an administrator none. What one does not see is not there: 404. Who sees one
// changes it only with a role in the very committee that owns it: 403.

/** Runs a named statement: `tx` inside a command, `Database.read` for a person outside one. */
export type Read = <Row>(statement: Statement) => Promise<Row[]>;

/** Reads as a part of a transaction. */
export function readIn(tx: Transaction): Read {
  return (statement) => tx.query(statement.text, statement.values);
}

/** Which follow-up a row of each kind belongs to. */
const OWNER = {
  evidence: 'select follow_up_id as id from evidence where municipality_id = $1 and id = $2',
  reviewedFile: `select e.follow_up_id as id from reviewed_file r
    join evidence e on e.municipality_id = r.municipality_id and e.id = r.evidence_id
    where r.municipality_id = $1 and r.id = $2`,
  figure: 'select follow_up_id as id from figure where municipality_id = $1 and id = $2',
  assessment: 'select follow_up_id as id from assessment where municipality_id = $1 and id = $2',
  finding: 'select follow_up_id as id from finding where municipality_id = $1 and id = $2',
  action: 'select follow_up_id as id from action where municipality_id = $1 and id = $2',
} as const;
export type OwnedKind = keyof typeof OWNER;

/** The follow-up that a row belongs to. Whether the person sees it is asked of the follow-up. @throws NotFound */
export async function followUpOf(tx: Transaction, kind: OwnedKind, id: string): Promise<string> {
  const [owner] = await tx.query<{ id: string }>(OWNER[kind], [tx.municipalityId, id]);
  if (owner === undefined) throw new NotFound();
  return owner.id;
}

/** A follow-up whose row is locked until the transaction ends. */
export interface LockedFollowUp {
  id: string;
  parentId: string | null;
  committeeId: string;
  state: FollowUpState;
  title: string;
  contentVersion: number;
}

/** 403: the person has declared a conflict of interest in the follow-up, and takes no part in it while that stands (R10). */
export class ConflictDeclared extends Problem {
  public constructor() {
    super(403, 'conflict-declared', 'Du har anmält jäv i ärendet och kan inte handlägga det.');
  }
}

/**
 * Locks a follow-up, so that a move and its reasons stand on the same content; how it was yesterday is kept first.
 * @throws NotFound for one that the person does not see, Forbidden without the permission in its committee, ConflictDeclared
 * for one who has a conflict of interest in it.
 */
export async function lockFollowUp(
  tx: Transaction,
  followUpId: string,
  permission: Permission,
): Promise<LockedFollowUp> {
  if (permission !== 'follow-up.read') await keepSnapshot(tx, followUpId);
  const { inConflict, ...followUp } = await lockRow(tx, followUpId, permission);
  requirePermission(tx.user, permission, followUp.committeeId);
  if (inConflict) throw new ConflictDeclared();
  return followUp;
}

/** Locks a follow-up for the one act that does not ask about conflict of interest: to declare it. @throws NotFound */
export async function lockToDeclare(tx: Transaction, followUpId: string): Promise<LockedFollowUp> {
  await keepSnapshot(tx, followUpId);
  return lockRow(tx, followUpId, 'follow-up.read');
}

async function lockRow(
  tx: Transaction,
  followUpId: string,
  permission: Permission,
): Promise<LockedFollowUp & { inConflict: boolean }> {
  const [found] = await tx.query<LockedFollowUp & { inConflict: boolean }>(
    `select id, parent_id as "parentId", committee_id as "committeeId", state, title, content_version as "contentVersion",
       exists (select 1 from conflict_declaration d where d.municipality_id = $1 and d.follow_up_id = $2
         and d.account_id = $4 and d.has_conflict and d.lifted_at is null) as "inConflict"
     from follow_up
     where municipality_id = $1 and id = $2 and ($3::uuid[] is null or committee_id = any ($3))
     for no key update`,
    [tx.municipalityId, followUpId, visibleFor(tx.user, permission), tx.user.accountId],
  );
  if (found === undefined) throw new NotFound();
  return found;
}

/** For a command that locks something else than the follow-ups themselves. @throws ConflictDeclared as {@link lockFollowUp}. */
export async function requireNoConflict(tx: Transaction, followUpIds: readonly string[]): Promise<void> {
  const declared = await tx.query(
    `select 1 from conflict_declaration
     where municipality_id = $1 and follow_up_id = any ($2) and account_id = $3 and has_conflict and lifted_at is null`,
    [tx.municipalityId, followUpIds, tx.user.accountId],
  );
  if (declared.length > 0) throw new ConflictDeclared();
}

/** Submit, approve and the other moves name the content that was read. @throws Conflict `stale-content` for another. */
export function requireContentVersion(followUp: LockedFollowUp, contentVersion: number): void {
  if (followUp.contentVersion === contentVersion) return;
  throw new Conflict('stale-content', 'Uppföljningen har ändrats sedan du läste den. Läs in den igen.', {
    contentVersion: followUp.contentVersion,
  });
}
