import { Injectable } from '@nestjs/common';
import {
  CONTRACT_LIMITS,
  type ClauseDraft,
  type ClauseImportError,
  type ClauseImportPreview,
  type ClausesImported,
} from '@insyn/api-schema';
import type { ImportClausesRequest } from '@insyn/api-schema/server';
import { interpretClauseRows } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { StaffUser } from '../http/current-user.js';
import { requirePermission, visibleFor } from '../http/permitted-committees.js';
import { NotFound, Problem } from '../http/problem.js';
import { parseClauseCsv } from './clause-csv-text.js';
import { clauseNumbers, insertClauses, lockNewestClauseSet, openClauseSet, requireSetVersion } from './clause-sets.js';

/** How many faults an answer names; who has more begins with these. */
const NAMED_ERRORS = 200;

@Injectable()
export class ClauseImportService {
  public constructor(private readonly db: Database) {}

  /** What the text would give, and what is wrong with it; nothing is saved. */
  public async preview(
    user: StaffUser,
    contractId: string,
    csv: string,
    replace: boolean,
  ): Promise<ClauseImportPreview> {
    const existing = await this.#numbers(user, contractId);
    const { clauses, errors } = readClauses(csv, replace ? [] : existing);
    return { csv, clauses, errors: errors.slice(0, NAMED_ERRORS) };
  }

  /** Saves every clause of the text, or none when a row is wrong. */
  public import(user: StaffUser, contractId: string, request: ImportClausesRequest): Promise<ClausesImported> {
    return this.db.transaction(user, async (tx) => {
      const { csv, replace, clauseSetVersion } = request;
      const set = await lockNewestClauseSet(tx, contractId);
      await requireSetVersion(tx, set, clauseSetVersion);
      const kept = replace ? [] : await clauseNumbers(tx, set.id);
      const { clauses, errors } = readClauses(
        csv,
        kept.map(({ number }) => number),
      );
      if (errors.length > 0) throw refused(errors);
      const open = await openClauseSet(tx, set, !replace);
      if (replace) {
        await tx.query('delete from clause where municipality_id = $1 and clause_set_id = $2', [
          tx.municipalityId,
          open.id,
        ]);
      }
      await insertClauses(tx, open.id, clauses);
      tx.appendEvent({
        kind: 'clauses.imported',
        subjectKind: 'clause-set',
        subjectId: open.id,
        summary: 'Läste in ' + String(clauses.length) + ' avtalspunkter',
        after: { clauses: clauses.length, replace },
      });
      return { clauseSetId: open.id, number: open.number, clauseSetVersion: open.version, clauses: clauses.length };
    });
  }

  /** The numbers that the contract has now. @throws NotFound for one that is not seen, Forbidden for one that is seen only. */
  async #numbers(user: StaffUser, contractId: string): Promise<string[]> {
    const values = [user.municipalityId, visibleFor(user, 'contract.write'), contractId];
    const [row] = await this.db.read<Numbers>(user, { name: 'clause-numbers', text: NUMBERS, values });
    if (row === undefined) throw new NotFound('Avtalet finns inte.');
    requirePermission(user, 'contract.write', row.committeeId);
    return row.numbers;
  }
}

interface Numbers {
  numbers: string[];
  committeeId: string;
}

// $1 the municipality, $2 the committees whose contracts the reader sees (null: all), $3 the contract.
const NUMBERS = `
select array(
  select l.number from clause l
  where l.municipality_id = $1 and l.clause_set_id = (
    select s.id from clause_set s
    where s.municipality_id = $1 and s.contract_id = c.id order by s.number desc limit 1)) as numbers, c.committee_id as "committeeId"
from contract c
where c.municipality_id = $1 and c.id = $3 and ($2::uuid[] is null or c.committee_id = any($2::uuid[]))`;

function readClauses(csv: string, existing: string[]): { clauses: ClauseDraft[]; errors: ClauseImportError[] } {
  const parsed = parseClauseCsv(csv);
  if ('error' in parsed) return { clauses: [], errors: [parsed.error] };
  const { clauses, errors } = interpretClauseRows(parsed.rows, existing);
  if (errors.length === 0 && existing.length + clauses.length > CONTRACT_LIMITS.clauses) {
    const message = 'Ett avtal kan ha högst 5 000 avtalspunkter.';
    return { clauses: [], errors: [{ row: 1, column: null, code: 'too-many-clauses', message }] };
  }
  return {
    clauses: clauses.map(({ row: _, focusArea, verification, ...clause }) => ({
      ...clause,
      focusArea: focusArea ?? '',
      verification: verification ?? '',
    })),
    errors: [...errors],
  };
}

function refused(rows: ClauseImportError[]): Problem {
  const errors = rows
    .slice(0, NAMED_ERRORS)
    .map(({ row, message }) => ({ field: 'csv', message: 'Rad ' + String(row) + ': ' + message }));
  return new Problem(400, 'invalid', 'Inga avtalspunkter lästes in. Rätta felen i filen och försök igen.', {
    errors,
    rows: rows.slice(0, NAMED_ERRORS),
  });
}
