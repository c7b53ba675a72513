import type { Saved } from '@insyn/api-schema';
import type { ReportDoneRequest } from '@insyn/api-schema/server';
import { takePlanAction } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { Conflict, Invalid, NotFound } from '../http/problem.js';
import { ActionReport } from './action-report.entity.js';
import { lockPlan } from './locked-plan.js';
import { kindOf, type PlanRow } from './plan-parts.js';
import { nameOf } from './save-item.js';

/**
 * Reports that a requirement has been remedied, at any time after the demand. The municipality's side takes it in by a job:
 * the provider's door may not move an action.
 * @throws NotFound for an action that the demand does not name, RuleViolation 'wrong-state', Conflict 'not-open' for a
 * requirement that no longer applies, Invalid at `fileIds`.
 */
export async function reportDone(tx: Transaction, planId: string, report: ReportDoneRequest): Promise<Saved> {
  const plan = await lockPlan(tx, planId);
  const { actionId, text, effect } = report;
  if (kindOf(plan, actionId) !== 'requirement') throw new NotFound();
  takePlanAction('report', plan.state);
  if (plan.lifted.some((lifted) => lifted.actionId === actionId)) {
    throw new Conflict('not-open', 'Kravet gäller inte längre. Ni behöver inte anmäla att det är åtgärdat.');
  }
  requireFiles(plan, report);
  const id = tx.newId();
  const { municipalityId, accountId: reportedBy, now: reportedAt } = tx;
  const { providerId, followUpId } = plan;
  const counted = effect === null ? null : { k: effect.k, n: effect.n };
  const stored = counted === null ? {} : { effect: counted };
  await tx.insert(ActionReport, {
    ...{ municipalityId, id, planId, providerId, actionId, text, ...stored, reportedBy, reportedAt },
  });
  if (report.fileIds.length > 0) await tx.query(ATTACH, [municipalityId, planId, id, report.fileIds]);
  tx.appendEvent({
    ...{ kind: 'action-report.added', subjectKind: 'action-report', subjectId: id, followUpId },
    summary: `Anmälde ${nameOf(plan, actionId, 'requirement')} som åtgärdat`,
    after: { actionId, effect: counted, files: report.fileIds.length },
  });
  tx.enqueue('settle-action-report', { municipalityId, ids: { reportId: id } });
  return { id, version: 1 };
}

function requireFiles(plan: PlanRow, { actionId, fileIds }: ReportDoneRequest): void {
  const free = new Set(
    plan.files
      .filter((file) => file.forReport && file.reportId === null && file.actionId === actionId)
      .map(({ id }) => id),
  );
  const errors = fileIds.flatMap((id, index) =>
    free.has(id) ? [] : [{ field: `fileIds.${index}`, message: 'Filen finns inte. Lägg till den igen.' }],
  );
  if (errors.length > 0) throw new Invalid(errors);
}

const ATTACH = `update action_plan_file set report_id = $3
  where municipality_id = $1 and plan_id = $2 and id = any ($4) and for_report and report_id is null`;
