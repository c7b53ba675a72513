import { clauseSortKey } from '@insyn/domain';
import { ClauseSet } from '../contracts/clause-set.entity.js';
import { Clause } from '../contracts/clause.entity.js';
import { ContractParty } from '../contracts/contract-party.entity.js';
import { ContractUnit } from '../contracts/contract-unit.entity.js';
import { Contract } from '../contracts/contract.entity.js';
import type { Transaction } from '../database/transaction.js';
import { Contact } from '../providers/contact.entity.js';
import { ProviderRegistration } from '../providers/provider-registration.entity.js';
import { UnitOperator } from '../units/unit-operator.entity.js';
import { Unit } from '../units/unit.entity.js';
import type { DemoContract } from './demo-case.js';
import { insertRows } from './insert-rows.js';

/** The rows of a contract, by their ids; clauses by their numbers. */
export interface WrittenContract {
  contractId: string;
  unitId: string;
  providerId: string;
  clauseSetId: string;
  clauseIds: Map<string, string>;
}

/** Registers the provider and writes its contact, unit, contract and clauses; the clause set is frozen by the first round. */
export async function writeContract(
  tx: Transaction,
  contract: DemoContract,
  place: { committeeId: string; providerId: string; frozenAt: Date },
): Promise<WrittenContract> {
  const { municipalityId } = tx;
  const createdBy = tx.user.accountId;
  const { committeeId, providerId } = place;
  const [contractId, unitId, clauseSetId] = [tx.newId(), tx.newId(), tx.newId()];
  const { startsOn, endsOn, extensionMonths, latestEnd, unit } = contract;
  await insertRows(tx, ProviderRegistration, [{ municipalityId, providerId, note: contract.provider.note, createdBy }]);
  await insertRows(
    tx,
    Contact,
    contract.contacts.map((contact) => ({ municipalityId, id: tx.newId(), providerId, ...contact })),
  );
  await insertRows(tx, Unit, [{ municipalityId, id: unitId, ...unit }]);
  await insertRows(tx, UnitOperator, [
    { municipalityId, id: tx.newId(), unitId, providerId, fromDate: startsOn, toDate: null },
  ]);
  await insertRows(tx, Contract, [
    {
      municipalityId,
      id: contractId,
      committeeId,
      reference: contract.reference,
      kind: contract.kind,
      regime: contract.regime,
      startsOn,
      endsOn,
      extensionMonths,
      latestEnd,
      serviceTypes: unit.serviceTypes,
      createdBy,
    },
  ]);
  await insertRows(tx, ContractParty, [
    { municipalityId, id: tx.newId(), contractId, providerId, fromDate: startsOn, toDate: null },
  ]);
  await insertRows(tx, ContractUnit, [{ municipalityId, contractId, unitId }]);
  await insertRows(tx, ClauseSet, [
    { municipalityId, id: clauseSetId, contractId, number: 1, frozenAt: place.frozenAt },
  ]);
  const clauses = contract.clauses.map((clause) => ({
    municipalityId,
    id: tx.newId(),
    clauseSetId,
    ...clause,
    sortKey: clauseSortKey(clause.number),
  }));
  await insertRows(tx, Clause, clauses);
  tx.appendEvent({
    kind: 'provider.registered',
    subjectKind: 'provider',
    subjectId: providerId,
    summary: 'Registrerade utföraren',
  });
  tx.appendEvent({
    kind: 'contract.created',
    subjectKind: 'contract',
    subjectId: contractId,
    summary: `Lade upp avtalet ${contract.reference}`,
  });
  tx.appendEvent({
    kind: 'clauses.imported',
    subjectKind: 'clause-set',
    subjectId: clauseSetId,
    summary: `Läste in ${clauses.length} avtalspunkter`,
  });
  return {
    contractId,
    unitId,
    providerId,
    clauseSetId,
    clauseIds: new Map(clauses.map(({ number, id }) => [number, id])),
  };
}
