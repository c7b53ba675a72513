import { ACTION_STATE_LABELS, type ActionState } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { cancelDeadline, setDeadline } from '../deadlines/deadlines.js';
import { ActionPlan } from './action-plan.entity.js';
import { askAgain } from './ask-again.js';
import { lockPlan } from './locked-plan.js';
import { type PlanRow, waitingRequirements } from './plan-parts.js';

/** The states in which a requirement needs no plan. */
const WITHOUT_PLAN: readonly ActionState[] = ['verified', 'lapsed', 'withdrawn'];

/**
 * Lets the plan of a follow-up know that one of its actions has moved (R14): a requirement that is verified, lapsed or
 * withdrawn waits for no plan any more, and one that is reopened does again. A plan of which nothing waits any more is
 * accepted with what it has. Called by whatever moves an action, in its transaction, with the case locked.
 */
export async function liftRequirement(
  tx: Transaction,
  moved: { readonly followUpId: string; readonly actionId: string; readonly to: ActionState },
): Promise<void> {
  const { followUpId, actionId, to } = moved;
  const [standing] = await tx.query<{ id: string }>(STANDING, [tx.municipalityId, followUpId]);
  if (standing === undefined) return;
  const plan = await lockPlan(tx, standing.id);
  const isLifted = plan.lifted.some((one) => one.actionId === actionId);
  if (!plan.demand.requirements.some((one) => one.actionId === actionId)) return;
  if (WITHOUT_PLAN.includes(to) && !isLifted) {
    const why = ACTION_STATE_LABELS[to];
    await lift(tx, { ...plan, lifted: [...plan.lifted, { actionId, on: tx.today, why }] });
  } else if (to === 'open' && isLifted) {
    await lower(tx, { ...plan, lifted: plan.lifted.filter((one) => one.actionId !== actionId) }, actionId);
  }
}

async function lift(tx: Transaction, plan: PlanRow): Promise<void> {
  const { id, lifted, state } = plan;
  const isDone = state !== 'accepted' && waitingRequirements(plan).length === 0;
  await tx.update(ActionPlan, id, null, { lifted, ...(isDone && { state: 'accepted', acceptedAt: tx.now }) });
  if (!isDone) return;
  await cancelDeadline(tx, 'action-plan', id);
  await cancelDeadline(tx, 'plan-evaluation', id);
  appendMove(tx, plan, 'accepted', 'Åtgärdsplanen är klar: inget krav väntar längre på en plan');
}

/** A reopened requirement that nobody has accepted a plan for is to be planned after all, and the provider is told so. */
async function lower(tx: Transaction, plan: PlanRow, actionId: string): Promise<void> {
  const { id, lifted, state, followUpId, providerId } = plan;
  const isWaiting = state === 'accepted' && waitingRequirements(plan).length > 0;
  await tx.update(ActionPlan, id, null, { lifted, ...(isWaiting && { state: 'returned', acceptedAt: null }) });
  if (!isWaiting) return;
  const [term] = await tx.query<{ days: number }>('select action_plan_days as days from municipality where id = $1', [
    tx.municipalityId,
  ]);
  const { due } = await setDeadline(tx, {
    ...{ kind: 'action-plan', followUpId, subjectId: id, providerId },
    ...{ baseDate: tx.today, amount: term?.days ?? 30, unit: 'days' },
  });
  await askAgain(tx, plan, { actionId, due });
  appendMove(tx, plan, 'returned', 'Åtgärdsplanen väntar på utföraren igen: ett krav har öppnats på nytt');
}

function appendMove(tx: Transaction, { id, followUpId, state }: PlanRow, to: string, summary: string): void {
  tx.appendEvent({
    ...{ kind: `action-plan.${to}`, subjectKind: 'action-plan', subjectId: id, followUpId, summary },
    ...{ before: { state }, after: { state: to } },
  });
}

const STANDING = `
select id from action_plan where municipality_id = $1 and follow_up_id = $2 and state not in ('handed-over', 'superseded')`;
