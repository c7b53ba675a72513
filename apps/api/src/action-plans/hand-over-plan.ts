import type { EarlierPlan } from '@insyn/api-schema';
import { takePlanAction } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { cancelDeadline } from '../deadlines/deadlines.js';
import { tellProvider } from '../mails/tell-provider.js';
import { ActionPlan } from './action-plan.entity.js';
import { demandPlan } from './demand-plan.js';
import { lockPlan } from './locked-plan.js';
import { type PlanRow, sufficientIds } from './plan-parts.js';

/**
 * Hands the standing plan of a follow-up over: the provider before keeps what it has written and reads it on, the new one
 * gets a demand of its own for what is open, with what was accepted before as a frozen copy to read. The case is locked by
 * the caller. Nothing happens where there is no plan, or it is the new provider's already.
 */
export async function handOverPlan(
  tx: Transaction,
  { followUpId, providerId, newProvider }: { followUpId: string; providerId: string; newProvider: string },
): Promise<void> {
  const [standing] = await tx.query<{ id: string }>(STANDING, [tx.municipalityId, followUpId, providerId]);
  if (standing === undefined) return;
  const plan = await lockPlan(tx, standing.id);
  const state = takePlanAction('hand-over', plan.state);
  await tx.update(ActionPlan, plan.id, null, { state });
  await cancelDeadline(tx, 'action-plan', plan.id);
  await cancelDeadline(tx, 'plan-evaluation', plan.id);
  tx.appendEvent({
    ...{ kind: 'action-plan.handed-over', subjectKind: 'action-plan', subjectId: plan.id, followUpId },
    summary: 'Lämnade över åtgärdsplanen till den nya utföraren',
    before: { state: plan.state },
    after: { state, providerId },
  });
  const { demand } = plan;
  await tellProvider(tx, {
    ...{ followUpId, providerId: plan.providerId, kind: 'action-plan-demand', signIn: false },
    subject: `Åtgärdsplanen är överlämnad: ${demand.title}`,
    text: [
      `${newProvider} har tagit över ${demand.contract.reference}. Kraven som är kvar gäller nu den nya utföraren, och ni behöver inte göra mer.`,
      'Det ni har skrivit ligger kvar i portalen.',
    ],
  });
  const takenOver = { providerId, takenOverFrom: demand.provider, earlier: acceptedBefore(plan) };
  await demandPlan(tx, { followUpId, takenOver });
}

/** What was accepted of the plan, as it was handed in. */
function acceptedBefore(plan: PlanRow): EarlierPlan | null {
  const accepted = new Set(sufficientIds(plan));
  const items = (plan.rounds.at(-1)?.content.items ?? []).filter(({ actionId }) => accepted.has(actionId));
  return items.length === 0 ? null : { provider: plan.demand.provider, items };
}

const STANDING = `
select id from action_plan
where municipality_id = $1 and follow_up_id = $2 and state not in ('handed-over', 'superseded') and provider_id <> $3`;
