import type { Saved, SubmittedPlan } from '@insyn/api-schema';
import { isLate, type PlanGap, takePlanAction } from '@insyn/domain';
import { seal } from '@insyn/report';
import type { Transaction } from '../database/transaction.js';
import { meetDeadline } from '../deadlines/deadlines.js';
import { Conflict } from '../http/problem.js';
import { lockPlan } from './locked-plan.js';
import { gapsOf, planItems, type PlanRow } from './plan-parts.js';
import { sealRound } from './seal-round.js';

/**
 * Hands the plan in as it is: sealed, numbered, drawn up as a document. It asks for no version: the plan is locked and its
 * state asked about, so that a deadline that is moved meanwhile stops nothing. Never refused for being late, only marked.
 * @throws RuleViolation 'wrong-state', Conflict 'plan-incomplete' with exactly what R13 misses.
 */
export async function submitPlan(tx: Transaction, planId: string): Promise<Saved> {
  const plan = await lockPlan(tx, planId);
  const state = takePlanAction('submit', plan.state);
  const errors = gapsOf(plan, tx.today);
  if (errors.length > 0) throw planIncomplete(errors);
  const content = await submittedPlan(tx, plan);
  const { municipalityId } = tx;
  const { followUpId, demand } = plan;
  const late = isLate(tx.now, plan.due ?? demand.due);
  const { roundId, version } = await sealRound(tx, plan, { content, late, state });
  await meetDeadline(tx, 'action-plan', planId);
  tx.appendEvent({
    ...{ kind: 'action-plan.submitted', subjectKind: 'action-plan', subjectId: planId, followUpId },
    summary: `Lämnade in åtgärdsplanen, omgång ${content.round}${late ? ', efter svarstiden' : ''}`,
    after: { roundId, seal: seal(content), late },
  });
  tx.enqueue('receive-plan', { municipalityId, ids: { planId } });
  return { id: planId, version };
}

async function submittedPlan(tx: Transaction, plan: PlanRow): Promise<SubmittedPlan> {
  const [account] = await tx.query<{ name: string }>('select name from account where id = $1', [tx.accountId]);
  return {
    round: plan.rounds.length + 1,
    submittedBy: account?.name ?? plan.demand.provider,
    items: planItems(plan),
    files: plan.files
      .filter(({ forReport }) => !forReport)
      .map(({ id, actionId, fileName, size, sha256 }) => ({ id, actionId, fileName, size, sha256 })),
  };
}

/** R13: 409 with exactly what the plan lacks. */
export function planIncomplete(errors: readonly PlanGap[]): Conflict {
  return new Conflict('plan-incomplete', 'Planen kan inte lämnas in än. Se vad som saknas.', { errors });
}
