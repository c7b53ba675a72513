import { lockFollowUp } from '../follow-ups/follow-up-access.js';
import { requirePermission, visibleFor } from '../http/permitted-committees.js';
import { NotFound } from '../http/problem.js';
import type { Transaction } from '../database/transaction.js';
import { lockPlan } from './locked-plan.js';
import type { PlanRow } from './plan-parts.js';

/** A plan with what registering in its case asks for. */
export interface OfficersPlan extends PlanRow {
  readonly year: number;
  readonly ownRun: boolean;
}

/** The plan, locked after its case. @throws NotFound for one that the person does not see, Forbidden (R20). */
export async function lockOfficersPlan(tx: Transaction, planId: string): Promise<OfficersPlan> {
  const values = [tx.municipalityId, planId, visibleFor(tx.user, 'follow-up.write')];
  const [found] = await tx.query<{ followUpId: string; committeeId: string; year: number; ownRun: boolean }>(
    FIND,
    values,
  );
  if (found === undefined) throw new NotFound();
  requirePermission(tx.user, 'follow-up.write', found.committeeId);
  await lockFollowUp(tx, found.followUpId, 'follow-up.write');
  const { year, ownRun } = found;
  return { ...(await lockPlan(tx, planId)), year, ownRun };
}

const FIND = `
select r.follow_up_id as "followUpId", f.committee_id as "committeeId", f.year, p.form = 'own-run' as "ownRun"
from action_plan r
  join follow_up f on f.municipality_id = r.municipality_id and f.id = r.follow_up_id
  join provider p on p.id = r.provider_id
where r.municipality_id = $1 and r.id = $2 and ($3::uuid[] is null or f.committee_id = any ($3))`;
