import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import type { DecideSanctionRequest } from '@insyn/api-schema/server';
import { amountFaults, hasAmount, isReservedSanction, RuleViolation, takeStep } from '@insyn/domain';
import { Database } from '../database/database.js';
import { staleVersion } from '../database/last-change.js';
import type { Transaction } from '../database/transaction.js';
import { requireDelegation } from '../delegations/require-delegation.js';
import { recordDelegatedDecision } from '../delegations/record-delegated-decision.js';
import { lockFollowUp } from '../follow-ups/follow-up-access.js';
import type { StaffUser } from '../http/current-user.js';
import { visibleFor } from '../http/permitted-committees.js';
import { Conflict, type FieldError, Invalid, NotFound } from '../http/problem.js';
import { lockRootFirst } from '../rechecks/recheck-root.js';
import { registerRecord } from '../records/register-record.js';
import { citeCommitteeDecision, citedFaults, type NotBefore } from './committee-decision.js';
import { decisionBlockers, type DecisionRow, groundsOf, type StepRow } from './decision-facts.js';
import { appendSanctionEvent, tellHistory } from './sanction-history.js';
import { letterFacts, sanctionRecordTitle } from './sanction-letter.js';
import { Sanction } from './sanction.entity.js';
import { SanctionAction } from './sanction-action.entity.js';
import { DECISION_FACTS } from './sanctions.sql.js';

/** A manager decides to take a step of the contract's ladder. The provider is told nothing until it is sent. */
@Injectable()
export class SanctionDecisionService {
  public constructor(private readonly db: Database) {}

  /** Decides a sanction in a case; of a re-check, in its root, where the requirements are. */
  public decide(user: StaffUser, followUpId: string, request: DecideSanctionRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const row = await lockDecision(tx, followUpId);
      const blockers = decisionBlockers(row);
      const [own] = blockers.filter(({ code }) => code === 'no-ladder');
      if (own !== undefined) throw new RuleViolation('no-ladder', own.message, [own]);
      if (row.ladderVersion !== request.ladderVersion) {
        throw await staleVersion(tx, row.ladderVersion, [row.contract.id]);
      }
      if (blockers.length > 0) throw new RuleViolation('blocked', 'Du kan inte besluta om påföljd nu', blockers);
      const contract = { kind: row.contract.kind, ladder: row.ladder };
      const step = takeStep(contract, row.taken, request);
      requireSound(row, step, request, tx);
      await requireNew(tx, step, request.actionIds);
      return insertSanction(tx, row, step, request);
    });
  }
}

/** The case, locked with its contract, so that neither the ladder nor what was taken of it changes meanwhile. */
async function lockDecision(tx: Transaction, followUpId: string): Promise<DecisionRow> {
  await lockRootFirst(tx, followUpId);
  const { id, parentId } = await lockFollowUp(tx, followUpId, 'follow-up.decide');
  await tx.query(LOCK_CONTRACT, [tx.municipalityId, parentId ?? id]);
  const values = [tx.municipalityId, id, tx.today, visibleFor(tx.user, 'follow-up.decide'), tx.user.accountId];
  const [row] = await tx.query<DecisionRow>(DECISION_FACTS, values);
  if (row === undefined) throw new NotFound();
  return row;
}

/** @throws Invalid with each fault at its field. */
function requireSound(row: DecisionRow, step: StepRow, request: DecideSanctionRequest, tx: Transaction): void {
  const { severe, amount, amountBasis, committeeDecision } = request;
  const grounds = groundsOf(row, tx.today).filter(({ severeOnly }) => severe || !severeOnly);
  const known = new Set(grounds.map(({ id }) => id));
  const faults: FieldError[] = request.actionIds.flatMap((id, index) =>
    known.has(id) ? [] : [{ field: `actionIds[${String(index)}]`, message: 'En påföljd kan inte vila på kravet nu.' }],
  );
  faults.push(...amountFaults(step.kind, amount, amountBasis));
  faults.push(...citedFaults(committeeDecision, sinceApproval(row), tx.today));
  if (faults.length > 0) throw new Invalid(faults);
}

/** A sanction rests on the judgement: nobody has decided on it before that was approved. */
function sinceApproval({ approvedOn }: DecisionRow): NotBefore {
  return { day: approvedOn, since: 'då bedömningen godkändes' };
}

/** The same step is taken once more for a requirement only when it has been found to remain once more. */
async function requireNew(tx: Transaction, step: StepRow, actionIds: readonly string[]): Promise<void> {
  const earlier = await tx.query<{ text: string }>(REPEATED, [tx.municipalityId, step.id, actionIds]);
  const [first] = earlier;
  if (first === undefined) return;
  throw new Conflict('sanction-repeated', `${step.label} är redan beslutad för kravet ”${first.text}”.`);
}

async function insertSanction(
  tx: Transaction,
  row: DecisionRow,
  step: StepRow,
  request: DecideSanctionRequest,
): Promise<Saved> {
  const { municipalityId, today: decidedOn } = tx;
  const { grounds, severe, severeReason, amount, amountBasis, actionIds } = request;
  const { followUpId } = row;
  const id = tx.newId();
  const right = await rightTo(tx, row, step, request, id);
  await tx.insert(Sanction, {
    ...{ municipalityId, id, contractId: row.contract.id, followUpId, stepId: step.id, kind: step.kind },
    ...{ label: step.label, providerId: null, severe, severeReason: severe ? severeReason : null, grounds, amount },
    ...{ amountBasis: hasAmount(step.kind) ? amountBasis : null, state: 'decided', decidedBy: tx.accountId, decidedOn },
    ...{ ...right, createdAt: tx.now },
  });
  await tx.insert(
    SanctionAction,
    actionIds.map((actionId) => ({ municipalityId, sanctionId: id, actionId })),
  );
  if (right.delegationId !== null) {
    await recordDelegatedDecision(tx, {
      ...{ committeeId: row.committeeId, delegationId: right.delegationId, followUpId, matter: 'sanction' },
      ...{ subjectId: id, decidedBy: tx.accountId, decidedOn },
      summary: `Påföljd enligt avtal ${row.contract.reference}: ${step.label}`,
    });
  }
  const recordId = await recordDecision(tx, { id, followUpId }, step);
  const decided = { action: 'decide', to: 'decided', text: grounds, amount, recordId } as const;
  await appendSanctionEvent(tx, { id, providerId: null }, decided);
  tellHistory(tx, { id, followUpId }, 'decided', `Beslutade om påföljd: ${step.label}`, {
    after: { stepId: step.id, label: step.label, grounds, actionIds, severe, amount, ...right },
  });
  return { id, version: 1 };
}

/** The decision is drawn up in the case when it is made, and goes out as a record of its own when it is sent (R16). */
async function recordDecision(
  tx: Transaction,
  { id, followUpId }: { readonly id: string; readonly followUpId: string },
  step: StepRow,
): Promise<string> {
  const row = await letterFacts(tx, id);
  return registerRecord(tx, {
    ...{ followUpId, direction: 'drawn-up', counterpart: row.committee },
    publicTitle: sanctionRecordTitle('Beslut om påföljd', step, row),
  });
}

/** By what right it is decided (R10). @throws RuleViolation where the person has none. */
async function rightTo(
  tx: Transaction,
  row: DecisionRow,
  step: StepRow,
  { committeeDecision }: DecideSanctionRequest,
  subjectId: string,
): Promise<{ delegationId: string | null; committeeDecisionId: string | null }> {
  if (!isReservedSanction(row.reservedMatters, step.kind)) {
    const delegation = await requireDelegation(tx, { committeeId: row.committeeId, matter: 'sanction' });
    return { delegationId: delegation?.id ?? null, committeeDecisionId: null };
  }
  const { followUpId, committeeId, committee } = row;
  const matter = { subjectId, followUpId, committeeId, committee, label: step.label, notBefore: sinceApproval(row) };
  return { delegationId: null, committeeDecisionId: await citeCommitteeDecision(tx, matter, committeeDecision) };
}

const LOCK_CONTRACT = `
select 1 from contract c
where c.municipality_id = $1 and c.id = (select contract_id from follow_up where municipality_id = $1 and id = $2)
for no key update of c`;

/** The requirements that this step has been taken for, with nothing since that says they remain. */
const REPEATED = `
select a.text from sanction s
  join sanction_action q on q.municipality_id = s.municipality_id and q.sanction_id = s.id
  join action a on a.municipality_id = q.municipality_id and a.id = q.action_id
where s.municipality_id = $1 and s.step_id = $2 and a.id = any ($3) and s.state <> 'withdrawn'
  and not exists (
    select 1 from action_move m
    where m.municipality_id = $1 and m.action_id = a.id and m.to_state = 'remains' and m.at > s.created_at)
order by s.id limit 1`;
