import type { ActorFacts } from '@insyn/domain';
import type { Statement } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import type { StaffUser } from '../http/current-user.js';
import { NotFound } from '../http/problem.js';

// Who sees which follow-up, all of it (R20). Officers, managers and registrars see the cases of their own committees, an
// auditor those of the whole municipality, an administrator none. What one does not see is not there: 404.

/** Runs a named statement: `tx` inside a command, `Database.read` for a person outside one. */
export type Read = <Row>(statement: Statement) => Promise<Row[]>;

/**
 * The committees whose follow-ups the person sees; null is all of the municipality's. Every statement about follow-ups
 * holds `($n::uuid[] is null or f.committee_id = any ($n))`.
 */
export function visibleCommittees(user: StaffUser): readonly string[] | null {
  if (user.roles.includes('auditor')) return null;
  const handlesCases = user.roles.some((role) => role === 'officer' || role === 'manager' || role === 'registrar');
  return handlesCases ? user.committeeIds : [];
}

/** The person as the rules see them. `hasConflict` is what they declared in this follow-up, null for nothing. */
export function actorOf(user: StaffUser, hasConflict: boolean | null): ActorFacts {
  return { accountId: user.accountId, roles: user.roles, committeeIds: user.committeeIds, hasConflict };
}

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
