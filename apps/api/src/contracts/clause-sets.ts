import { clauseSortKey } from '@insyn/domain';
import type { ClauseDraft } from '@insyn/api-schema';
import { staleVersion } from '../database/last-change.js';
import type { Transaction } from '../database/transaction.js';
import { requirePermission, visibleFor } from '../http/permitted-committees.js';
import { NotFound } from '../http/problem.js';
import { ClauseSet } from './clause-set.entity.js';

/** The newest version of a contract's clauses, locked. */
export interface LockedClauseSet {
  id: string;
  contractId: string;
  number: number;
  version: number;
  frozen: boolean;
}

/**
 * Locks the contract and its newest clause set until the transaction ends, so that no two people make the next version.
 * @throws NotFound outside what the person sees, Forbidden where another committee's contract can be seen only.
 */
export async function lockNewestClauseSet(tx: Transaction, contractId: string): Promise<LockedClauseSet> {
  const [contract] = await tx.query<{ committeeId: string }>(
    `select committee_id as "committeeId" from contract
     where municipality_id = $1 and id = $2 and ($3::uuid[] is null or committee_id = any($3::uuid[]))
     for no key update`,
    [tx.municipalityId, contractId, visibleFor(tx.user, 'contract.write')],
  );
  if (contract === undefined) throw new NotFound('Avtalet finns inte.');
  requirePermission(tx.user, 'contract.write', contract.committeeId);
  const [set] = await tx.query<LockedClauseSet>(
    `select id, contract_id as "contractId", number, version, frozen_at is not null as frozen from clause_set
     where municipality_id = $1 and contract_id = $2 order by number desc limit 1 for no key update`,
    [tx.municipalityId, contractId],
  );
  if (set === undefined) throw new Error('The contract has no clause set.');
  return set;
}

/** @throws StaleVersion naming who changed the set or one of its clauses last. */
export async function requireSetVersion(tx: Transaction, set: LockedClauseSet, version: number): Promise<void> {
  if (set.version === version) return;
  const clauses = await tx.query<{ id: string }>(
    'select id from clause where municipality_id = $1 and clause_set_id = $2',
    [tx.municipalityId, set.id],
  );
  throw await staleVersion(tx, set.version, [set.id, ...clauses.map(({ id }) => id)]);
}

/** A set that may be changed, one version on, and which clause of it each clause of the set before has become. */
export interface OpenClauseSet {
  id: string;
  number: number;
  version: number;
  clauseIdOf(id: string): string;
}

/**
 * The set itself where no follow-up uses it; else the next version, with a copy of each clause unless the clauses are
 * about to be replaced.
 */
export async function openClauseSet(tx: Transaction, set: LockedClauseSet, copyClauses = true): Promise<OpenClauseSet> {
  if (!set.frozen) {
    const version = await tx.update(ClauseSet, set.id, set.version, {});
    return { id: set.id, number: set.number, version, clauseIdOf: (id) => id };
  }
  const next = { id: tx.newId(), number: set.number + 1, version: 1 };
  const { municipalityId } = tx;
  await tx.insert(ClauseSet, { ...next, municipalityId, contractId: set.contractId, createdAt: tx.now });
  const newIds = copyClauses ? await copyClausesInto(tx, set.id, next.id) : new Map<string, string>();
  return { ...next, clauseIdOf: (id) => newIds.get(id) ?? id };
}

async function copyClausesInto(tx: Transaction, fromSetId: string, toSetId: string): Promise<Map<string, string>> {
  const clauses = await tx.query<{ id: string }>(
    'select id from clause where municipality_id = $1 and clause_set_id = $2',
    [tx.municipalityId, fromSetId],
  );
  const newIds = new Map(clauses.map(({ id }) => [id, tx.newId()]));
  await tx.query(
    `insert into clause (municipality_id, id, clause_set_id, number, sort_key, heading, text, kind, focus_area, critical,
       verification)
     select c.municipality_id, m.new_id, $2, c.number, c.sort_key, c.heading, c.text, c.kind, c.focus_area, c.critical,
       c.verification
     from unnest($3::uuid[], $4::uuid[]) as m (old_id, new_id)
       join clause c on c.municipality_id = $1 and c.id = m.old_id`,
    [tx.municipalityId, toSetId, [...newIds.keys()], [...newIds.values()]],
  );
  return newIds;
}

/** Writes clauses into an open set, however many, in one statement. */
export async function insertClauses(tx: Transaction, clauseSetId: string, clauses: ClauseDraft[]): Promise<string[]> {
  const rows = clauses.map((clause) => ({ ...clause, id: tx.newId(), sortKey: clauseSortKey(clause.number) }));
  await tx.query(
    `insert into clause (municipality_id, id, clause_set_id, number, sort_key, heading, text, kind, focus_area, critical,
       verification)
     select $1, r.id, $2, r.number, r."sortKey", r.heading, r.text, r.kind, r."focusArea", r.critical, r.verification
     from jsonb_to_recordset($3::jsonb) as r (id uuid, number text, "sortKey" text, heading text, text text, kind text,
       "focusArea" text, critical boolean, verification text)`,
    [tx.municipalityId, clauseSetId, JSON.stringify(rows)],
  );
  return rows.map(({ id }) => id);
}

/** The numbers in a set, each with the clause that has it. */
export async function clauseNumbers(tx: Transaction, clauseSetId: string): Promise<{ id: string; number: string }[]> {
  return tx.query('select id, number from clause where municipality_id = $1 and clause_set_id = $2', [
    tx.municipalityId,
    clauseSetId,
  ]);
}
