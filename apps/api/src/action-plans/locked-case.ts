import type { Transaction } from '../database/transaction.js';

/** What a job needs to know of the case that a plan belongs to. */
export interface PlanCase {
  readonly followUpId: string;
  readonly year: number;
  readonly ownRun: boolean;
}

/**
 * Locks the case of a plan, before the plan itself: everything that changes both takes them in this order.
 * @throws Error where there is no such plan.
 */
export async function lockCaseOf(tx: Transaction, planId: string): Promise<PlanCase> {
  const [found] = await tx.query<PlanCase>(LOCK, [tx.municipalityId, planId]);
  if (found === undefined) throw new Error(`There is no action plan ${planId}.`);
  return found;
}

const LOCK = `
select f.id as "followUpId", f.year, p.form = 'own-run' as "ownRun"
from action_plan r
  join follow_up f on f.municipality_id = r.municipality_id and f.id = r.follow_up_id
  join provider p on p.id = r.provider_id
where r.municipality_id = $1 and r.id = $2
for no key update of f`;
