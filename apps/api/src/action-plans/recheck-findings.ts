import type { RecheckFinding } from '@insyn/api-schema';
import type { CalendarDate } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { NotFound } from '../http/problem.js';

/** What an approved re-check found to remain, and who is to answer for it. */
export interface RecheckFindings {
  readonly number: number;
  readonly approvedOn: CalendarDate;
  /** The provider that has the contract today, or had it last. */
  readonly providerId: string;
  /** By action. */
  readonly remaining: ReadonlyMap<string, RecheckFinding>;
}

/** @throws NotFound for what is no approved re-check. */
export async function recheckFindings(tx: Transaction, recheckId: string): Promise<RecheckFindings> {
  const values = [tx.municipalityId, recheckId];
  const [recheck] = await tx.query<Omit<RecheckFindings, 'remaining'>>(RECHECK, [...values, tx.today]);
  if (recheck === undefined) throw new NotFound();
  const found = await tx.query<RecheckFinding & { actionId: string }>(REMAINING, values);
  const remaining = new Map(found.map(({ actionId, ...finding }) => [actionId, finding]));
  return { ...recheck, remaining };
}

// A contract may have been taken over since the re-check began; one that has ended has no party today.
const RECHECK = `
select (select count(*)::int from follow_up e
    where e.municipality_id = $1 and e.parent_id = f.parent_id and e.id <= f.id) as number,
  f.approved_on::text as "approvedOn",
  case when y.provider_id is not null then y.provider_id else f.provider_id end as "providerId"
from follow_up f
  left join lateral (select y.provider_id from contract_party y
    where y.municipality_id = $1 and y.contract_id = f.contract_id and y.from_date <= $3::date
      and (y.to_date is null or y.to_date >= $3::date)
    order by y.from_date desc limit 1) y on true
where f.municipality_id = $1 and f.id = $2 and f.parent_id is not null and f.approved_on is not null`;

const REMAINING = `
select action_id as "actionId", note as text, before, after
from recheck_action where municipality_id = $1 and recheck_id = $2 and verdict = 'remains'`;
