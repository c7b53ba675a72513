import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import type { ChangeContractRequest, CreateContractRequest } from '@insyn/api-schema/server';
import { addDays } from '@insyn/domain';
import { Database } from '../database/database.js';
import { givenOf } from '../database/given-of.js';
import { staleVersion } from '../database/last-change.js';
import type { Transaction } from '../database/transaction.js';
import type { StaffUser } from '../http/current-user.js';
import { Conflict, Invalid } from '../http/problem.js';
import { ClauseSet } from './clause-set.entity.js';
import { ContractParty } from './contract-party.entity.js';
import { linkErrors, periodErrors } from './contract-rules.js';
import { ContractUnit } from './contract-unit.entity.js';
import { Contract } from './contract.entity.js';
import { type ContractTerms as Terms, lockContract } from './locked-contract.js';

@Injectable()
export class ContractsService {
  public constructor(private readonly db: Database) {}

  /** Makes a contract with its provider, its units and a first, empty version of its clauses. */
  public create(user: StaffUser, request: CreateContractRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const errors = [...periodErrors(request), ...(await linkErrors(tx, request))];
      if (errors.length > 0) throw new Invalid(errors);
      await requireFreeReference(tx, request.reference, null);
      const { providerId, unitIds, ...columns } = request;
      const { municipalityId } = tx;
      const id = tx.newId();
      await tx.insert(Contract, {
        ...columns,
        municipalityId,
        id,
        createdBy: user.accountId,
        createdAt: tx.now,
        version: 1,
      });
      await insertParty(tx, id, providerId, request.startsOn);
      await insertUnits(tx, id, unitIds);
      await tx.insert(ClauseSet, {
        municipalityId,
        id: tx.newId(),
        contractId: id,
        number: 1,
        createdAt: tx.now,
        version: 1,
      });
      tx.appendEvent({
        kind: 'contract.created',
        subjectKind: 'contract',
        subjectId: id,
        summary: 'Lade upp avtalet ' + request.reference,
        after: request,
      });
      return { id, version: 1 };
    });
  }

  /** Changes what is given and leaves the rest; the whole must hold together afterwards. */
  public change(user: StaffUser, id: string, request: ChangeContractRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const { version: from, ...patch } = request;
      const { version: found, ...before } = await lockContract(tx, id);
      if (found !== from) throw await staleVersion(tx, found, [id]);
      const given = givenOf(patch);
      const after: Terms = { ...before, ...given };
      const linked = given.committeeId ?? given.providerId ?? given.unitIds;
      const errors = [...periodErrors(after), ...(linked === undefined ? [] : await linkErrors(tx, after))];
      if (errors.length > 0) throw new Invalid(errors);
      await requireFreeReference(tx, after.reference, id);
      const { providerId, unitIds, ...columns } = after;
      const version = await tx.update(Contract, id, from, columns);
      if (providerId !== before.providerId) await changeParty(tx, id, providerId, after.startsOn);
      if (given.unitIds !== undefined) await replaceUnits(tx, id, unitIds);
      tx.appendEvent({
        kind: 'contract.changed',
        subjectKind: 'contract',
        subjectId: id,
        summary: 'Ändrade avtalet ' + after.reference,
        before: Object.fromEntries(Object.keys(given).map((key) => [key, before[key as keyof Terms]])),
        after: given,
      });
      return { id, version };
    });
  }
}

async function requireFreeReference(tx: Transaction, reference: string, ownId: string | null): Promise<void> {
  const taken = await tx.query(
    'select 1 from contract where municipality_id = $1 and reference = $2 and id is distinct from $3::uuid',
    [tx.municipalityId, reference, ownId],
  );
  if (taken.length === 0) return;
  const message = 'Det finns redan ett avtal med den beteckningen.';
  throw new Conflict('reference-taken', message, { errors: [{ field: 'reference', message }] });
}

async function insertParty(tx: Transaction, contractId: string, providerId: string, fromDate: string): Promise<void> {
  await tx.insert(ContractParty, {
    municipalityId: tx.municipalityId,
    id: tx.newId(),
    contractId,
    providerId,
    fromDate,
  });
}

/** A contract that was followed up keeps its party for that time, and gets the new one from today; else it is a correction. */
async function changeParty(tx: Transaction, contractId: string, providerId: string, startsOn: string): Promise<void> {
  const keys = [tx.municipalityId, contractId];
  const used = await tx.query('select 1 from follow_up where municipality_id = $1 and contract_id = $2 limit 1', keys);
  if (used.length === 0) {
    await tx.query(
      'update contract_party set provider_id = $3, from_date = $4 where municipality_id = $1 and contract_id = $2',
      [...keys, providerId, startsOn],
    );
    return;
  }
  await tx.query(
    `update contract_party set to_date = greatest(from_date, $3::date)
     where municipality_id = $1 and contract_id = $2 and to_date is null`,
    [...keys, addDays(tx.today, -1)],
  );
  await insertParty(tx, contractId, providerId, tx.today);
}

async function insertUnits(tx: Transaction, contractId: string, unitIds: string[]): Promise<void> {
  const { municipalityId } = tx;
  await tx.insert(
    ContractUnit,
    unitIds.map((unitId) => ({ municipalityId, contractId, unitId })),
  );
}

async function replaceUnits(tx: Transaction, contractId: string, unitIds: string[]): Promise<void> {
  await tx.query('delete from contract_unit where municipality_id = $1 and contract_id = $2', [
    tx.municipalityId,
    contractId,
  ]);
  await insertUnits(tx, contractId, unitIds);
}
