import { formatDate, startOfText, type CalendarDate } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { moveDeadline, setDeadline } from '../deadlines/deadlines.js';
import { FollowUpTeamMember } from '../follow-ups/follow-up-team-member.entity.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import { NotFound } from '../http/problem.js';
import { refreshScope } from './recheck-scope.js';

/** A re-check to book. `baseDate` is the approval that its deadline counts from; the latest of the chain where left out. */
export interface RecheckBooking {
  readonly rootId: string;
  readonly due: CalendarDate;
  readonly baseDate?: CalendarDate;
}

interface Root {
  committeeId: string;
  contractId: string;
  unitId: string;
  providerId: string;
  clauseSetId: string;
  caseNumber: string;
  title: string;
  rechecks: number;
  approvedOn: CalendarDate | null;
  months: number;
  teamIds: string[];
}

/**
 * Books the next re-check of a root (R2): a follow-up of its own with the root's contract, unit and case number, the open
 * requirements as scope and a deadline. The root's row is locked by the caller, or was approved in this transaction.
 * @returns the re-check's id.
 */
export async function bookRecheck(tx: Transaction, { rootId, due, baseDate }: RecheckBooking): Promise<string> {
  const [root] = await tx.query<Root>(ROOT, [tx.municipalityId, rootId, tx.today]);
  if (root === undefined) throw new NotFound();
  const { municipalityId } = tx;
  const id = tx.newId();
  const number = root.rechecks + 1;
  const { approvedOn, months, teamIds, committeeId, contractId, unitId, providerId, clauseSetId, caseNumber } = root;
  await tx.insert(FollowUp, {
    ...{
      municipalityId,
      id,
      committeeId,
      contractId,
      unitId,
      providerId,
      clauseSetId,
      caseNumber,
      parentId: rootId,
      kind: 're-check',
      state: 'planned',
    },
    title: startOfText(`Återkontroll ${number}: ${root.title}`, 200),
    year: Number(due.slice(0, 4)),
    decisionDue: due,
    ...{ reportDate: null, noFactCheckReason: null, approvedOn: null, recheckDue: null },
    createdBy: tx.accountId,
    createdAt: tx.now,
  });
  if (teamIds.length > 0) {
    await tx.insert(
      FollowUpTeamMember,
      teamIds.map((accountId) => ({ municipalityId, followUpId: id, accountId })),
    );
  }
  const actions = await refreshScope(tx, id, rootId);
  await tx.query('update follow_up set recheck_due = $3 where municipality_id = $1 and id = $2', [
    municipalityId,
    rootId,
    due,
  ]);
  const term = { baseDate: baseDate ?? approvedOn ?? tx.today, amount: months, unit: 'months' } as const;
  const set = await setDeadline(tx, { kind: 'recheck', followUpId: id, subjectId: id, ...term });
  if (set.due !== due && due > tx.today) {
    await moveDeadline(tx, { kind: 'recheck', subjectId: id, due, reason: 'Dagen var satt för återkontrollen innan.' });
  }
  const what = actions === 1 ? 'ett öppet krav' : `${actions} öppna krav`;
  tx.appendEvent({
    ...{ kind: 'recheck.booked', subjectKind: 'follow-up', subjectId: id, followUpId: rootId },
    summary: `Bokade återkontroll ${number} av ${what}, senast ${formatDate(due)}`,
    after: { recheckId: id, number, due },
  });
  tx.appendEvent({
    ...{ kind: 'follow-up.opened', subjectKind: 'follow-up', subjectId: id, followUpId: id },
    summary: `Öppnade återkontroll ${number} av ${root.caseNumber} med ${what}`,
    after: { parentId: rootId, number, due, teamIds },
  });
  return id;
}

// The provider is the one that has the contract today: a contract may have been taken over since the root was approved.
const ROOT = `
select f.committee_id as "committeeId", f.contract_id as "contractId", f.unit_id as "unitId",
  case when y.provider_id is not null then y.provider_id else f.provider_id end as "providerId",
  f.clause_set_id as "clauseSetId", f.case_number as "caseNumber", f.title,
  (select count(*) from follow_up r where r.municipality_id = $1 and r.parent_id = f.id)::int as rechecks,
  greatest(f.approved_on, (select max(r.approved_on) from follow_up r
    where r.municipality_id = $1 and r.parent_id = f.id))::text as "approvedOn",
  m.recheck_months as months,
  array(select tm.account_id from follow_up_team_member tm
    where tm.municipality_id = $1 and tm.follow_up_id = f.id order by tm.account_id) as "teamIds"
from follow_up f
  join municipality m on m.id = f.municipality_id
  left join lateral (select y.provider_id from contract_party y
    where y.municipality_id = $1 and y.contract_id = f.contract_id and y.from_date <= $3::date
      and (y.to_date is null or y.to_date >= $3::date)
    order by y.from_date desc limit 1) y on true
where f.municipality_id = $1 and f.id = $2 and f.parent_id is null`;
