import type { Transaction } from '../database/transaction.js';
import { NotFound } from '../http/problem.js';
import { LOCK_PLAN, READ_PLAN } from './action-plans.sql.js';
import type { PlanRow } from './plan-parts.js';

/**
 * The plan with everything that hangs on it, locked until the transaction ends. Who also locks the case does so first.
 * @throws NotFound also for one that the door does not show.
 */
export async function lockPlan(tx: Transaction, planId: string): Promise<PlanRow> {
  // Locked first and read after, or a wait for the lock would be followed by the plan of before it.
  const locked = await tx.query(LOCK_PLAN, [tx.municipalityId, planId]);
  if (locked.length === 0) throw new NotFound();
  const [row] = await tx.query<PlanRow>(READ_PLAN, [tx.municipalityId, planId]);
  if (row === undefined) throw new NotFound();
  return row;
}
