import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import type { LadderStepRequest, SaveLadderRequest } from '@insyn/api-schema/server';
import { hasAmount, normaliseClauseNumber, RuleViolation, type ContractKind } from '@insyn/domain';
import { Database } from '../database/database.js';
import { staleVersion } from '../database/last-change.js';
import type { Transaction } from '../database/transaction.js';
import type { StaffUser } from '../http/current-user.js';
import { requirePermission, visibleFor } from '../http/permitted-committees.js';
import { type FieldError, Invalid, NotFound } from '../http/problem.js';
import type { StepRow } from './decision-facts.js';
import { SanctionStep } from './sanction-step.entity.js';
import { LADDER } from './sanctions.sql.js';

/** Writes down what the contract itself says of sanctions. */
@Injectable()
export class LadderService {
  public constructor(private readonly db: Database) {}

  /** Saves the ladder as it was typed, in that order. A step that a sanction rests on stays, and keeps its kind. */
  public save(user: StaffUser, contractId: string, request: SaveLadderRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const { ladder, ...contract } = await lockLadder(tx, contractId);
      if (contract.kind === 'assignment') {
        throw new RuleViolation('no-ladder', 'Ett uppdrag i egen regi har ingen påföljdstrappa');
      }
      if (contract.ladderVersion !== request.version)
        throw await staleVersion(tx, contract.ladderVersion, [contractId]);
      const steps = soundSteps(ladder, request.steps);
      await writeSteps(tx, contractId, ladder, steps);
      const labels = (from: readonly { label: string }[]) => from.map(({ label }) => label);
      tx.appendEvent({
        ...{ kind: 'contract.ladder-changed', subjectKind: 'contract', subjectId: contractId },
        summary: `Ändrade påföljdstrappan i ${contract.reference}`,
        before: { steps: labels(ladder) },
        after: { steps: labels(steps) },
      });
      const { ladderVersion } = await lockLadder(tx, contractId);
      return { id: contractId, version: ladderVersion };
    });
  }
}

interface LockedLadder {
  readonly reference: string;
  readonly kind: ContractKind;
  readonly committeeId: string;
  readonly ladder: readonly StepRow[];
  readonly ladderVersion: number;
}

/** @throws NotFound outside what the person sees, Forbidden where another committee's contract can be seen only. */
async function lockLadder(tx: Transaction, contractId: string): Promise<LockedLadder> {
  // Locked first and read then: a statement that waited for the lock would still see the ladder as it was before.
  await tx.query(LOCK_CONTRACT, [tx.municipalityId, contractId]);
  const values = [tx.municipalityId, contractId, visibleFor(tx.user, 'contract.write')];
  const [row] = await tx.query<LockedLadder>(LADDER, values);
  if (row === undefined) throw new NotFound('Avtalet finns inte.');
  requirePermission(tx.user, 'contract.write', row.committeeId);
  return row;
}

/** The steps with their clauses in the one way of writing. @throws Invalid with each fault at its field. */
function soundSteps(ladder: readonly StepRow[], typed: readonly LadderStepRequest[]): LadderStepRequest[] {
  const known = new Map(ladder.map((step) => [step.id, step]));
  const faults: FieldError[] = [];
  const labels = new Set<string>();
  const seen = new Set<string>();
  const steps = typed.map((step, index) => {
    const fault = (name: string, message: string) => faults.push({ field: `steps[${String(index)}].${name}`, message });
    const before = step.id === undefined ? undefined : known.get(step.id);
    if (step.id !== undefined && (before === undefined || seen.has(step.id)))
      fault('id', 'Steget finns inte i avtalet.');
    if (step.id !== undefined) seen.add(step.id);
    if (before?.used === true && before.kind !== step.kind) {
      fault('kind', 'Steget har använts och kan inte byta slag. Lägg till ett nytt steg i stället.');
    }
    const label = step.label.toLowerCase();
    if (labels.has(label)) fault('label', 'Ett annat steg heter likadant.');
    labels.add(label);
    if (step.amountRule !== '' && !hasAmount(step.kind)) {
      fault('amountRule', 'Bara prisavdrag och vite har ett belopp att beräkna.');
    }
    const clauseNumber = step.clauseNumber === null ? null : normaliseClauseNumber(step.clauseNumber);
    if (step.clauseNumber !== null && clauseNumber === null) {
      fault('clauseNumber', '”' + step.clauseNumber + '” är inget nummer på en avtalspunkt.');
    }
    return { ...step, clauseNumber };
  });
  for (const step of ladder) {
    if (step.used && !seen.has(step.id)) {
      faults.push({ field: 'steps', message: `”${step.label}” har använts och kan inte tas bort.` });
    }
  }
  if (faults.length > 0) throw new Invalid(faults);
  return steps;
}

async function writeSteps(
  tx: Transaction,
  contractId: string,
  ladder: readonly StepRow[],
  steps: readonly LadderStepRequest[],
): Promise<void> {
  const kept = new Set(steps.flatMap(({ id }) => id ?? []));
  for (const { id } of ladder) if (!kept.has(id)) await tx.update(SanctionStep, id, null, { removedAt: tx.now });
  for (const [index, step] of steps.entries()) {
    const { id, kind, label, terms, amountRule, clauseNumber } = step;
    const values = { position: index + 1, kind, label, terms, amountRule, clauseNumber };
    if (id !== undefined) await tx.update(SanctionStep, id, null, values);
    else {
      await tx.insert(SanctionStep, { municipalityId: tx.municipalityId, id: tx.newId(), contractId, ...values });
    }
  }
}

const LOCK_CONTRACT = 'select 1 from contract where municipality_id = $1 and id = $2 for no key update';
