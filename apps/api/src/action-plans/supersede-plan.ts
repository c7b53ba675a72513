import type { EarlierPlan } from '@insyn/api-schema';
import { takePlanAction } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { cancelDeadline } from '../deadlines/deadlines.js';
import { ActionPlan } from './action-plan.entity.js';
import { lockPlan } from './locked-plan.js';
import type { PlanRow } from './plan-parts.js';

/**
 * Lets a new demand take the place of the plan that stands in a follow-up, wherever that plan has come: what it was to lead
 * to has been tried on site, so nobody waits for it any more. One that is `demanded` or `returned` is not to be handed in,
 * one that is `submitted` is not to be judged, and their days no longer run; one that is `accepted` did not do what it was
 * accepted for. All of it stays readable to both sides: the rounds with their verdicts, what was reported as done, and what
 * was written and not handed in. The case is locked by the caller.
 * @returns what was handed in last, to build on; null where nothing was, or no plan stands.
 */
export async function supersedePlan(tx: Transaction, followUpId: string): Promise<EarlierPlan | null> {
  const [standing] = await tx.query<{ id: string }>(STANDING, [tx.municipalityId, followUpId]);
  if (standing === undefined) return null;
  const plan = await lockPlan(tx, standing.id);
  const state = takePlanAction('supersede', plan.state);
  await tx.update(ActionPlan, plan.id, null, { state });
  await cancelDeadline(tx, 'action-plan', plan.id);
  await cancelDeadline(tx, 'plan-evaluation', plan.id);
  tx.appendEvent({
    ...{ kind: 'action-plan.superseded', subjectKind: 'action-plan', subjectId: plan.id, followUpId },
    summary: 'Ersatte åtgärdsplanen med ett krav på en ny',
    before: { state: plan.state },
    after: { state },
  });
  return handedIn(plan);
}

function handedIn({ demand, rounds }: PlanRow): EarlierPlan | null {
  const items = rounds.at(-1)?.content.items ?? [];
  return items.length === 0 ? null : { provider: demand.provider, items };
}

const STANDING = `
select id from action_plan
where municipality_id = $1 and follow_up_id = $2 and state not in ('handed-over', 'superseded')`;
