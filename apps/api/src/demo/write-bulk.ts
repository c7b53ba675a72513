import type { CalendarDate, FollowUpState, Outcome } from '@insyn/domain';
import { ActionFinding } from '../actions/action-finding.entity.js';
import { Action } from '../actions/action.entity.js';
import type { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { FindingClause } from '../findings/finding-clause.entity.js';
import { FindingEvidence } from '../findings/finding-evidence.entity.js';
import { Finding } from '../findings/finding.entity.js';
import { FollowUpClause } from '../follow-ups/follow-up-clause.entity.js';
import { FollowUpTeamMember } from '../follow-ups/follow-up-team-member.entity.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import type { StaffUser } from '../http/current-user.js';
import { Judgement } from '../judgements/judgement.entity.js';
import { Chance } from './chance.js';
import { makeFindings } from './bulk-words.js';
import { workingDay, yearOf } from './days.js';
import type { DemoPlace } from './demo-place.js';
import type { DemoClock } from './demo-clock.js';
import { registerProviders } from './register-providers.js';
import { insertRows, type Row } from './insert-rows.js';
import { makeContract } from './make-contract.js';
import { writeContract, type WrittenContract } from './write-contract.js';
import { CaseNumbers } from './case-numbers.js';

interface BulkOrder {
  db: Database;
  clock: DemoClock;
  ownerUrl: string;
  place: DemoPlace;
  /** Follow-ups of this municipality, and its place in the demonstration. */
  count: number;
  at: number;
  seed: string;
  today: CalendarDate;
}

interface Batch {
  followUps: Row<FollowUp>[];
  team: Row<FollowUpTeamMember>[];
  clauses: Row<FollowUpClause>[];
  evidence: Row<Evidence>[];
  findings: Row<Finding>[];
  findingClauses: Row<FindingClause>[];
  findingEvidence: Row<FindingEvidence>[];
  actions: Row<Action>[];
  actionFindings: Row<ActionFinding>[];
  judgements: Row<Judgement>[];
}

const BATCH = 500;
const MAX_CONTRACTS = 200;
const FOLLOW_UPS_PER_CONTRACT = 20;
const STATES: FollowUpState[] = [
  'planned',
  'gathering',
  'assessing',
  'deciding',
  'remedying',
  'closed',
  'closed',
  'closed',
];
const OUTCOMES: Outcome[] = ['approved', 'approved', 'approved-with-remarks', 'not-approved'];

/**
 * Writes many follow-ups for the bench: ten findings and five actions each, in batches of many rows to a statement, without
 * reports and with one event for each batch.
 */
export async function writeBulk({ db, clock, ownerUrl, place, count, at, seed, today }: BulkOrder): Promise<void> {
  const { municipality, founded, users } = place;
  const officer = users.get(municipality.people[0]?.name ?? '');
  if (officer === undefined || count === 0) return;
  const chance = new Chance(`${seed} ${municipality.slug} bulk`);
  const wanted = Math.min(MAX_CONTRACTS, Math.ceil(count / FOLLOW_UPS_PER_CONTRACT));
  const worded = Array.from({ length: wanted }, (_, index) => makeContract(chance, index, at, today).contract);
  const providers = await registerProviders(
    ownerUrl,
    worded.map(({ provider }) => provider),
  );
  const committees = municipality.committees.map((committee) => ({
    ...committee,
    id: founded.committees[committee.prefix] ?? '',
  }));
  const contracts: { written: WrittenContract; title: string; committee: (typeof committees)[number] }[] = [];
  for (let from = 0; from < worded.length; from += BATCH / 10) {
    await db.transaction(officer, async (tx) => {
      for (const contract of worded.slice(from, from + BATCH / 10)) {
        const committee = committees[contract.regime === 'own-run' ? 1 : 0];
        if (committee === undefined) continue;
        const providerId = providers.get(contract.provider.organisationNumber) ?? '';
        const written = await writeContract(tx, contract, { committeeId: committee.id, providerId, frozenAt: tx.now });
        contracts.push({ written, title: `${contract.provider.legalName}, ${contract.unit.name}`, committee });
      }
    });
  }
  const numbers = new CaseNumbers(1);
  for (let from = 0; from < count; from += BATCH) {
    await db.transaction(officer, async (tx) => {
      const batch: Batch = emptyBatch();
      for (let index = from; index < Math.min(from + BATCH, count); index += 1) {
        const contract = contracts[index % contracts.length];
        if (contract === undefined) continue;
        const created = workingDay(today, chance.between(1, 1400));
        addFollowUp(tx, chance, batch, {
          ...contract.written,
          committeeId: contract.committee.id,
          caseNumber: numbers.next(contract.committee, yearOf(created), null),
          title: contract.title,
          created,
          createdAt: clock.instant(created).toISOString(),
          officer,
        });
      }
      await insertBatch(tx, batch);
      tx.appendEvent({
        kind: 'demo.loaded',
        subjectKind: 'municipality',
        subjectId: founded.id,
        summary: `Läste in ${batch.followUps.length} uppföljningar för prestandamätning`,
      });
    });
  }
}

interface FollowUpGround extends WrittenContract {
  committeeId: string;
  caseNumber: string;
  title: string;
  created: CalendarDate;
  createdAt: string;
  officer: StaffUser;
}

function addFollowUp(tx: Transaction, chance: Chance, batch: Batch, ground: FollowUpGround): void {
  const { municipalityId } = tx;
  const { committeeId, contractId, unitId, providerId, clauseSetId, created, createdAt, officer } = ground;
  const [followUpId, evidenceId] = [tx.newId(), tx.newId()];
  const state = chance.one(STATES);
  const decided = state === 'remedying' || state === 'closed';
  const createdBy = officer.accountId;
  const common = { committeeId, contractId, unitId, providerId, clauseSetId, parentId: null, createdBy, createdAt };
  batch.followUps.push({
    municipalityId,
    id: followUpId,
    ...common,
    kind: 'planned',
    year: yearOf(created),
    state,
    caseNumber: ground.caseNumber,
    title: `${ground.title} ${yearOf(created)}`,
    decisionDue: workingDay(created, -60),
    approvedOn: decided ? workingDay(created, -50) : null,
    recheckDue: state === 'remedying' ? workingDay(created, -140) : null,
  });
  batch.team.push({ municipalityId, followUpId, accountId: createdBy });
  const clauseIds = chance.some([...ground.clauseIds.values()], 10);
  batch.clauses.push(...clauseIds.map((clauseId) => ({ municipalityId, followUpId, clauseId })));
  batch.evidence.push({
    municipalityId,
    id: evidenceId,
    followUpId,
    kind: 'document',
    heldOn: created,
    title: 'Skriftliga uppgifter från utföraren',
    createdBy,
    createdAt,
  });
  makeFindings(chance, 10).forEach((words, index) => {
    const findingId = tx.newId();
    const { kind, severity, title, text } = words;
    batch.findings.push({
      municipalityId,
      id: findingId,
      followUpId,
      kind,
      severity,
      title,
      text,
      position: index + 1,
    });
    batch.findingClauses.push({ municipalityId, findingId, clauseId: clauseIds[index % clauseIds.length] ?? '' });
    batch.findingEvidence.push({ municipalityId, findingId, evidenceId });
    if (index % 2 === 1) return;
    const actionId = tx.newId();
    const actionKind = kind === 'deficiency' ? ('requirement' as const) : ('recommendation' as const);
    batch.actions.push({
      municipalityId,
      id: actionId,
      followUpId,
      kind: actionKind,
      text: words.action,
      state: 'open',
      position: index + 1,
    });
    batch.actionFindings.push({ municipalityId, actionId, findingId });
  });
  if (!decided) return;
  const outcome = chance.one(OUTCOMES);
  const judged = { outcome, proposedOutcome: outcome, grounds: [], text: '', authorId: createdBy, contentVersion: 1 };
  batch.judgements.push({
    municipalityId,
    id: tx.newId(),
    rootFollowUpId: followUpId,
    followUpId,
    ...judged,
    status: 'approved',
    decidedOn: workingDay(created, -50),
  });
}

function emptyBatch(): Batch {
  return {
    followUps: [],
    team: [],
    clauses: [],
    evidence: [],
    findings: [],
    findingClauses: [],
    findingEvidence: [],
    actions: [],
    actionFindings: [],
    judgements: [],
  };
}

async function insertBatch(tx: Transaction, batch: Batch): Promise<void> {
  await insertRows(tx, FollowUp, batch.followUps);
  await insertRows(tx, FollowUpTeamMember, batch.team);
  await insertRows(tx, FollowUpClause, batch.clauses);
  await insertRows(tx, Evidence, batch.evidence);
  await insertRows(tx, Finding, batch.findings);
  await insertRows(tx, FindingClause, batch.findingClauses);
  await insertRows(tx, FindingEvidence, batch.findingEvidence);
  await insertRows(tx, Action, batch.actions);
  await insertRows(tx, ActionFinding, batch.actionFindings);
  await insertRows(tx, Judgement, batch.judgements);
}
