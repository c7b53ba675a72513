import { Injectable } from '@nestjs/common';
import { CONTRACT_LIMITS, type ClauseDraft, type ClauseSaved } from '@insyn/api-schema';
import type { AddClauseRequest, ChangeClauseRequest } from '@insyn/api-schema/server';
import { clauseSortKey, normaliseClauseNumber } from '@insyn/domain';
import { Database } from '../database/database.js';
import { givenOf } from '../database/given-of.js';
import { staleVersion } from '../database/last-change.js';
import type { Transaction } from '../database/transaction.js';
import type { StaffUser } from '../http/current-user.js';
import { Conflict, Invalid, NotFound } from '../http/problem.js';
import {
  clauseNumbers,
  insertClauses,
  lockNewestClauseSet,
  openClauseSet,
  requireSetVersion,
  type LockedClauseSet,
} from './clause-sets.js';
import { Clause } from './clause.entity.js';

/** Changes clauses one at a time. A set that a follow-up uses never changes: its next version is made and changed. */
@Injectable()
export class ClausesService {
  public constructor(private readonly db: Database) {}

  public add(user: StaffUser, contractId: string, request: AddClauseRequest): Promise<ClauseSaved> {
    return this.db.transaction(user, async (tx) => {
      const { clauseSetVersion, ...typed } = request;
      const set = await lockNewestClauseSet(tx, contractId);
      await requireSetVersion(tx, set, clauseSetVersion);
      const clause = await soundClause(tx, set, typed, null);
      const open = await openClauseSet(tx, set);
      const [id = ''] = await insertClauses(tx, open.id, [clause]);
      tx.appendEvent({
        kind: 'clause.added',
        subjectKind: 'clause-set',
        subjectId: open.id,
        summary: 'Lade till avtalspunkt ' + clause.number,
        after: { id, ...clause },
      });
      return { id, version: 1, clauseSetId: open.id, clauseSetNumber: open.number, clauseSetVersion: open.version };
    });
  }

  /** Changes what is given and leaves the rest. The clause that answers is another row where the set was in use. */
  public change(user: StaffUser, id: string, request: ChangeClauseRequest): Promise<ClauseSaved> {
    return this.db.transaction(user, async (tx) => {
      const { version: from, ...patch } = request;
      const { set, clause } = await lockClause(tx, id, from);
      const given = givenOf(patch);
      const after = await soundClause(tx, set, { ...clause, ...given }, id);
      const open = await openClauseSet(tx, set);
      const newId = open.clauseIdOf(id);
      const columns = { ...after, sortKey: clauseSortKey(after.number) };
      const version = await tx.update(Clause, newId, null, columns);
      tx.appendEvent({
        kind: 'clause.changed',
        subjectKind: 'clause',
        subjectId: newId,
        summary: 'Ändrade avtalspunkt ' + after.number,
        before: clause,
        after,
      });
      return { id: newId, version, clauseSetId: open.id, clauseSetNumber: open.number, clauseSetVersion: open.version };
    });
  }

  public remove(user: StaffUser, id: string, version: number): Promise<void> {
    return this.db.transaction(user, async (tx) => {
      const { set, clause } = await lockClause(tx, id, version);
      const open = await openClauseSet(tx, set);
      await tx.query('delete from clause where municipality_id = $1 and id = $2', [
        tx.municipalityId,
        open.clauseIdOf(id),
      ]);
      tx.appendEvent({
        kind: 'clause.removed',
        subjectKind: 'clause-set',
        subjectId: open.id,
        summary: 'Tog bort avtalspunkt ' + clause.number,
        before: clause,
      });
    });
  }
}

/** The clause and the set it is in, both held. @throws Conflict where a newer version of the set exists already. */
async function lockClause(
  tx: Transaction,
  id: string,
  version: number,
): Promise<{ set: LockedClauseSet; clause: ClauseDraft }> {
  const [place] = await tx.query<{ contractId: string; clauseSetId: string }>(
    `select s.contract_id as "contractId", s.id as "clauseSetId"
     from clause c join clause_set s on s.municipality_id = c.municipality_id and s.id = c.clause_set_id
     where c.municipality_id = $1 and c.id = $2`,
    [tx.municipalityId, id],
  );
  if (place === undefined) throw new NotFound('Avtalspunkten finns inte.');
  const set = await lockNewestClauseSet(tx, place.contractId);
  if (set.id !== place.clauseSetId) {
    throw new Conflict('clause-set-superseded', 'Avtalspunkterna finns i en nyare version. Läs in avtalet igen.');
  }
  const [row] = await tx.query<ClauseDraft & { version: number }>(
    `select number, heading, text, kind, focus_area as "focusArea", critical, verification, version from clause
     where municipality_id = $1 and id = $2 for update`,
    [tx.municipalityId, id],
  );
  if (row === undefined) throw new NotFound('Avtalspunkten finns inte.');
  const { version: found, ...clause } = row;
  if (found !== version) throw await staleVersion(tx, found, [id]);
  return { set, clause };
}

/** The clause with its number in the one way of writing. @throws Invalid with each fault at its field. */
async function soundClause(
  tx: Transaction,
  set: LockedClauseSet,
  typed: ClauseDraft,
  ownId: string | null,
): Promise<ClauseDraft> {
  const number = normaliseClauseNumber(typed.number);
  if (number === null) {
    throw new Invalid([{ field: 'number', message: '”' + typed.number + '” är inget nummer på en avtalspunkt.' }]);
  }
  if (typed.heading === '' && typed.text === '') {
    throw new Invalid([{ field: 'text', message: 'Skriv en rubrik eller en text.' }]);
  }
  const others = (await clauseNumbers(tx, set.id)).filter(({ id }) => id !== ownId);
  const key = clauseSortKey(number);
  if (others.some((other) => clauseSortKey(other.number) === key)) {
    throw new Invalid([{ field: 'number', message: 'Nummer ' + number + ' finns redan i avtalet.' }]);
  }
  if (others.length >= CONTRACT_LIMITS.clauses) {
    throw new Invalid([{ field: 'number', message: 'Ett avtal kan ha högst 5 000 avtalspunkter.' }]);
  }
  return { ...typed, number };
}
