import { ACTION_STATES, isOpenRequirement, type ActionState } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';

/** The states of a requirement that has still to be remedied (R14). */
export const OPEN_REQUIREMENT_STATES: readonly ActionState[] = ACTION_STATES.filter((state) =>
  isOpenRequirement({ kind: 'requirement', state }),
);

/**
 * Makes the scope of a re-check exactly the requirements of its root that are open, with the clauses that they are about.
 * What has been found of those that stay is kept. @returns how many they are.
 */
export async function refreshScope(tx: Transaction, recheckId: string, rootId: string): Promise<number> {
  const ids = [tx.municipalityId, recheckId];
  const open = [...OPEN_REQUIREMENT_STATES];
  await tx.query(DROP_EVIDENCE, [...ids, rootId, open]);
  await tx.query(DROP_ACTIONS, [...ids, rootId, open]);
  await tx.query(TAKE_ACTIONS, [...ids, rootId, open]);
  await tx.query('delete from follow_up_clause where municipality_id = $1 and follow_up_id = $2', ids);
  await tx.query(TAKE_CLAUSES, ids);
  const [counted] = await tx.query<{ actions: number }>(
    'select count(*)::int as actions from recheck_action where municipality_id = $1 and recheck_id = $2',
    ids,
  );
  return counted?.actions ?? 0;
}

const OPEN = `
select a.id from action a
where a.municipality_id = $1 and a.follow_up_id = $3 and a.kind = 'requirement' and a.state = any ($4)`;

const DROP_EVIDENCE = `
delete from recheck_action_evidence
where municipality_id = $1 and recheck_id = $2 and action_id not in (${OPEN})`;

const DROP_ACTIONS = `
delete from recheck_action
where municipality_id = $1 and recheck_id = $2 and action_id not in (${OPEN})`;

const TAKE_ACTIONS = `
insert into recheck_action (municipality_id, recheck_id, action_id)
select $1, $2, o.id from (${OPEN}) o
on conflict do nothing`;

const TAKE_CLAUSES = `
insert into follow_up_clause (municipality_id, follow_up_id, clause_id)
select distinct $1::uuid, $2::uuid, c.clause_id
from recheck_action r
  join lateral (
    select ac.clause_id from action_clause ac where ac.municipality_id = $1 and ac.action_id = r.action_id
    union
    select fc.clause_id from action_finding af
      join finding_clause fc on fc.municipality_id = $1 and fc.finding_id = af.finding_id
    where af.municipality_id = $1 and af.action_id = r.action_id) c on true
where r.municipality_id = $1 and r.recheck_id = $2`;
