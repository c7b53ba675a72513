import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import type { TransferContractRequest } from '@insyn/api-schema/server';
import { addDays, type CalendarDate, formatDate } from '@insyn/domain';
import { handOverPlan } from '../action-plans/hand-over-plan.js';
import { Database } from '../database/database.js';
import { staleVersion } from '../database/last-change.js';
import type { Transaction } from '../database/transaction.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import { keepSnapshot } from '../history/keep-snapshot.js';
import type { StaffUser } from '../http/current-user.js';
import { type FieldError, Invalid } from '../http/problem.js';
import { ContractParty } from './contract-party.entity.js';
import { Contract } from './contract.entity.js';
import { lockContract } from './locked-contract.js';
import { UnitOperator } from '../units/unit-operator.entity.js';

interface Party {
  readonly id: string;
  readonly providerId: string;
  readonly fromDate: CalendarDate;
}

interface NewProvider {
  readonly legalName: string;
  readonly ownRun: boolean;
}

/** A provider that is bought by another, or hands its contract over; the history stays with both. */
@Injectable()
export class ContractTransferService {
  public constructor(private readonly db: Database) {}

  /**
   * Ends the party and its operation of the units the day before, and begins the new one's. Follow-ups that have not begun
   * are the new provider's; those that were decided stay the old one's, and what is open of them is demanded of the new one.
   * @throws Invalid at `providerId` and `from`, StaleVersion.
   */
  public transfer(user: StaffUser, id: string, wanted: TransferContractRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const contract = await lockContract(tx, id);
      if (contract.version !== wanted.version) throw await staleVersion(tx, contract.version, [id]);
      const party = await currentParty(tx, id);
      const { name, faults } = await findFaults(tx, wanted, { ...contract, party });
      if (faults.length > 0) throw new Invalid(faults);
      await changeParty(tx, id, party, wanted);
      await changeOperators(tx, contract.unitIds, party.providerId, wanted);
      const version = await tx.update(Contract, id, wanted.version, { reference: contract.reference });
      tx.appendEvent({
        ...{ kind: 'contract.transferred', subjectKind: 'contract', subjectId: id },
        summary: `${contract.reference} togs över av en annan utförare från ${formatDate(wanted.from)}`,
        before: { providerId: party.providerId },
        after: { providerId: wanted.providerId, from: wanted.from, reason: wanted.reason },
      });
      await handOverFollowUps(tx, id, { providerId: wanted.providerId, newProvider: name });
      return { id, version };
    });
  }
}

async function currentParty(tx: Transaction, contractId: string): Promise<Party> {
  const [party] = await tx.query<Party>(PARTY, [tx.municipalityId, contractId]);
  if (party === undefined) throw new Error(`Contract ${contractId} has no party.`);
  return party;
}

async function findFaults(
  tx: Transaction,
  { providerId, from }: TransferContractRequest,
  { party, regime, latestEnd }: { party: Party; regime: string; latestEnd: CalendarDate },
): Promise<{ name: string; faults: FieldError[] }> {
  const faults: FieldError[] = [];
  const fault = (field: string, message: string) => faults.push({ field, message });
  const [provider] = await tx.query<NewProvider>(PROVIDER, [tx.municipalityId, providerId]);
  if (provider === undefined) fault('providerId', 'Utföraren finns inte. Registrera den först.');
  else if (providerId === party.providerId) fault('providerId', 'Utföraren har avtalet redan.');
  else if (provider.ownRun !== (regime === 'own-run')) {
    fault('providerId', 'Ett avtal och ett uppdrag i egen regi kan inte ta över efter varandra.');
  }
  if (from > tx.today) fault('from', 'Registrera övertagandet den dag det sker, eller senare.');
  else if (from <= party.fromDate) {
    fault('from', `Den nuvarande utföraren har avtalet från ${formatDate(party.fromDate)}. Välj en senare dag.`);
  } else if (from > latestEnd) fault('from', `Avtalet gällde längst till ${formatDate(latestEnd)}.`);
  return { name: provider?.legalName ?? '', faults };
}

async function changeParty(
  tx: Transaction,
  contractId: string,
  party: Party,
  { providerId, from }: TransferContractRequest,
): Promise<void> {
  const { municipalityId } = tx;
  await tx.query(END_PARTY, [municipalityId, party.id, addDays(from, -1)]);
  await tx.insert(ContractParty, { municipalityId, id: tx.newId(), contractId, providerId, fromDate: from });
}

/** The units of the contract that the provider runs today; one that it has left already stays as it is. */
async function changeOperators(
  tx: Transaction,
  unitIds: readonly string[],
  before: string,
  { providerId, from }: TransferContractRequest,
): Promise<void> {
  const { municipalityId } = tx;
  const ended = await tx.query<{ unitId: string }>(END_OPERATION, [
    ...[municipalityId, unitIds, before, addDays(from, -1)],
  ]);
  const running = await tx.query<{ unitId: string }>(RUNNING, [municipalityId, unitIds, providerId]);
  const taken = new Set(running.map(({ unitId }) => unitId));
  const begun = ended.filter(({ unitId }) => !taken.has(unitId));
  if (begun.length === 0) return;
  await tx.insert(
    UnitOperator,
    begun.map(({ unitId }) => ({ municipalityId, id: tx.newId(), unitId, providerId, fromDate: from })),
  );
}

async function handOverFollowUps(
  tx: Transaction,
  contractId: string,
  to: { providerId: string; newProvider: string },
): Promise<void> {
  const planned = await tx.query<{ id: string }>(PLANNED, [tx.municipalityId, contractId, to.providerId]);
  for (const { id: followUpId } of planned) {
    await keepSnapshot(tx, followUpId);
    await tx.update(FollowUp, followUpId, null, { providerId: to.providerId });
    tx.appendEvent({
      ...{ kind: 'follow-up.provider-changed', subjectKind: 'follow-up', subjectId: followUpId, followUpId },
      summary: 'Uppföljningen gäller den utförare som har tagit över avtalet',
      after: { providerId: to.providerId },
    });
  }
  const open = await tx.query<{ id: string }>(OPEN, [tx.municipalityId, contractId]);
  for (const { id: followUpId } of open) {
    await keepSnapshot(tx, followUpId);
    await handOverPlan(tx, { followUpId, ...to });
  }
}

const PARTY = `
select id, provider_id as "providerId", from_date::text as "fromDate" from contract_party
where municipality_id = $1 and contract_id = $2 order by from_date desc, id desc limit 1`;
const PROVIDER = `
select p.legal_name as "legalName", p.form = 'own-run' as "ownRun"
from provider_registration r join provider p on p.id = r.provider_id
where r.municipality_id = $1 and r.provider_id = $2`;
const END_PARTY = `
update contract_party set to_date = $3::date where municipality_id = $1 and id = $2`;
const END_OPERATION = `
update unit_operator set to_date = greatest(from_date, $4::date)
where municipality_id = $1 and unit_id = any ($2::uuid[]) and provider_id = $3 and to_date is null
returning unit_id as "unitId"`;
const RUNNING = `
select distinct unit_id as "unitId" from unit_operator
where municipality_id = $1 and unit_id = any ($2::uuid[]) and provider_id = $3 and to_date is null`;
/** A follow-up, or a re-check, that has not begun is of whom has the contract. */
const PLANNED = `
select id from follow_up
where municipality_id = $1 and contract_id = $2 and state = 'planned' and provider_id <> $3
order by id for no key update`;
const OPEN = `
select id from follow_up
where municipality_id = $1 and contract_id = $2 and parent_id is null and state in ('remedying', 'rechecking')
order by id for no key update`;
