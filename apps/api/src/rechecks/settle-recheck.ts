import { recheckDue, stepsToJudged, type ActionState, type CalendarDate, type RecheckVerdict } from '@insyn/domain';
import { demandPlan } from '../action-plans/demand-plan.js';
import { moveActionTo } from '../actions/move-action.js';
import type { Transaction } from '../database/transaction.js';
import { cancelDeadline, meetDeadline } from '../deadlines/deadlines.js';
import type { LockedFollowUp } from '../follow-ups/follow-up-access.js';
import { moveFollowUp } from '../follow-ups/follow-up-moves.js';
import { Conflict } from '../http/problem.js';
import { bookRecheck } from './book-recheck.js';
import { lockRootOf, moveRoot } from './recheck-root.js';
import { OPEN_REQUIREMENT_STATES } from './recheck-scope.js';

/** An approved re-check, with why no new plan is demanded for what remains, or null where one is. */
export interface ApprovedRecheck {
  readonly recheckId: string;
  readonly approvedOn: CalendarDate;
  readonly noPlanReason: string | null;
}

/**
 * What an approved re-check does to its root (R14): its verdicts move the requirements, and the root goes back to `remedying`
 * with the next re-check booked for what remains and a new action plan demanded for it, or is closed where nothing does.
 */
export async function settleRecheck(
  tx: Transaction,
  { recheckId, approvedOn, noPlanReason }: ApprovedRecheck,
): Promise<void> {
  const root = await lockRootOf(tx, recheckId);
  const judged = await tx.query<{ actionId: string; state: ActionState; verdict: RecheckVerdict | null }>(JUDGED, [
    tx.municipalityId,
    recheckId,
  ]);
  for (const { actionId, state, verdict } of judged) {
    if (!OPEN_REQUIREMENT_STATES.includes(state)) continue;
    if (verdict === null) throw new Conflict('requirement-not-judged', 'Ett krav i återkontrollen saknar bedömning.');
    for (const to of stepsToJudged(state, verdict)) {
      const reason = to === 'reported-done' ? 'Prövat vid återkontrollen' : '';
      await moveActionTo(tx, { actionId, to, basis: { recheckId, reason } });
    }
  }
  await meetDeadline(tx, 'recheck', recheckId);
  const due = await nextDue(tx, approvedOn);
  await goOn(tx, root, { due, baseDate: approvedOn, reason: null });
  if (!judged.some(({ verdict }) => verdict === 'remains')) return;
  if (noPlanReason === null) await demandPlan(tx, { followUpId: root.id, recheckId });
  else {
    tx.appendEvent({
      ...{ kind: 'action-plan.not-demanded', subjectKind: 'follow-up', subjectId: root.id, followUpId: root.id },
      summary: `Begärde ingen ny åtgärdsplan: ${noPlanReason}`,
      after: { recheckId, reason: noPlanReason },
    });
  }
}

/**
 * When the next re-check will be due once this one is approved on the day given (R2), or null where nothing will remain;
 * for the report, which is sealed before the verdicts take effect.
 */
export async function recheckDueAfter(
  tx: Transaction,
  recheckId: string,
  approvedOn: CalendarDate,
): Promise<CalendarDate | null> {
  const [row] = await tx.query<{ remains: boolean }>(REMAINS, [
    tx.municipalityId,
    recheckId,
    [...OPEN_REQUIREMENT_STATES],
  ]);
  return row?.remains ? nextDue(tx, approvedOn) : null;
}

/**
 * What a cancelled re-check leaves: its deadline no longer runs, its root is not being re-checked, and what is open is booked
 * for the same day again. The caller holds the locks, and has moved the re-check itself.
 */
export async function cancelRecheck(tx: Transaction, recheckId: string, reason: string): Promise<void> {
  const root = await lockRootOf(tx, recheckId);
  const [deadline] = await tx.query<{ due: CalendarDate; baseDate: CalendarDate }>(DEADLINE, [
    tx.municipalityId,
    recheckId,
  ]);
  await cancelDeadline(tx, 'recheck', recheckId);
  const due = deadline?.due ?? (await nextDue(tx, tx.today));
  await goOn(tx, root, { due, baseDate: deadline?.baseDate ?? tx.today, reason });
}

/** Calls off the re-check that is booked for a root whose requirements are all settled; the system's doing. */
export async function callOffRecheck(tx: Transaction, rootId: string): Promise<void> {
  const [planned] = await tx.query<LockedFollowUp>(PLANNED, [tx.municipalityId, rootId]);
  if (planned !== undefined) {
    const reason = 'Uppföljningen avslutades utan öppna krav.';
    await moveFollowUp(tx, planned, { action: 'cancel', to: 'cancelled', reason });
    await cancelDeadline(tx, 'recheck', planned.id);
  }
  await clearDue(tx, rootId);
}

interface Onwards {
  readonly due: CalendarDate;
  readonly baseDate: CalendarDate;
  readonly reason: string | null;
}

/** The root leaves `rechecking`, and the next re-check is booked where a requirement is open. */
async function goOn(tx: Transaction, root: LockedFollowUp, { due, baseDate, reason }: Onwards): Promise<void> {
  if (root.state === 'rechecking') await moveRoot(tx, root, 'recheck-closed', reason);
  const [open] = await tx.query<{ some: boolean }>(
    `select exists (select 1 from action where municipality_id = $1 and follow_up_id = $2 and kind = 'requirement'
       and state = any ($3)) as some`,
    [tx.municipalityId, root.id, [...OPEN_REQUIREMENT_STATES]],
  );
  if (open?.some) await bookRecheck(tx, { rootId: root.id, due, baseDate });
  else await clearDue(tx, root.id);
}

async function clearDue(tx: Transaction, rootId: string): Promise<void> {
  await tx.query('update follow_up set recheck_due = null where municipality_id = $1 and id = $2', [
    tx.municipalityId,
    rootId,
  ]);
}

async function nextDue(tx: Transaction, approvedOn: CalendarDate): Promise<CalendarDate> {
  const [row] = await tx.query<{ months: number }>('select recheck_months as months from municipality where id = $1', [
    tx.municipalityId,
  ]);
  return recheckDue(approvedOn, row?.months ?? 3);
}

const JUDGED = `
select r.action_id as "actionId", a.state, r.verdict
from recheck_action r join action a on a.municipality_id = $1 and a.id = r.action_id
where r.municipality_id = $1 and r.recheck_id = $2
order by a.position, a.id`;

const REMAINS = `
select exists (
  select 1 from follow_up f
    join action a on a.municipality_id = $1 and a.follow_up_id = f.parent_id and a.kind = 'requirement'
      and a.state = any ($3)
    left join recheck_action r on r.municipality_id = $1 and r.recheck_id = f.id and r.action_id = a.id
  where f.municipality_id = $1 and f.id = $2 and r.verdict is distinct from 'verified') as remains`;

const DEADLINE = `
select due::text as due, base_date::text as "baseDate" from deadline
where municipality_id = $1 and kind = 'recheck' and subject_id = $2`;

const PLANNED = `
select id, parent_id as "parentId", committee_id as "committeeId", state, title, content_version as "contentVersion"
from follow_up where municipality_id = $1 and parent_id = $2 and state = 'planned' for no key update`;
