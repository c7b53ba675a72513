import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import {
  ACTION_ACT_TARGETS,
  actionActRefusal,
  contractStanding,
  recheckDue,
  stepsToJudged,
  type ActionAct,
  type ActionActFacts,
  type ContractEnds,
  type ContractStanding,
  type FollowUpState,
} from '@insyn/domain';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { followUpOf, lockFollowUp } from '../follow-ups/follow-up-access.js';
import { keepSnapshot } from '../history/keep-snapshot.js';
import type { StaffUser } from '../http/current-user.js';
import { Conflict, Invalid, NotFound } from '../http/problem.js';
import { bookRecheck } from '../rechecks/book-recheck.js';
import { refreshScope } from '../rechecks/recheck-scope.js';
import { ACT_PERMISSIONS } from './act-permissions.js';
import { Action } from './action.entity.js';
import { lockAction, moveActionTo, type LockedAction, type MoveBasis } from './move-action.js';

/** What is sent with an act on an action; `reason` is the note of a verification. */
export interface ActionActRequest {
  version: number;
  reason?: string;
  attachmentIds?: readonly string[];
  reportId?: string | null;
}

/** The re-check that is booked or has begun. */
interface CurrentRecheck {
  id: string;
  state: FollowUpState;
}

/** What a person does with an action after approval, outside a re-check (R11, R14). */
@Injectable()
export class ActionMovesService {
  public constructor(private readonly db: Database) {}

  /**
   * Verifies a requirement early, opens it again, withdraws it or lets it lapse, or notes a recommendation; the re-check that
   * is booked or has begun follows.
   * @throws NotFound, Forbidden, StaleVersion; Conflict with why it may not be done now; Invalid for what does not prove it.
   */
  public take(user: StaffUser, actionId: string, act: ActionAct, request: ActionActRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const rootId = await followUpOf(tx, 'action', actionId);
      const root = await lockFollowUp(tx, rootId, ACT_PERMISSIONS[act]);
      await tx.update(Action, actionId, request.version, {});
      const action = await lockAction(tx, actionId);
      const recheck = await currentRecheck(tx, rootId);
      const contract = await standingOf(tx, rootId);
      const refusal = actionActRefusal(act, action, {
        followUpState: root.state,
        recheckState: recheck === null || recheck.state === 'planned' ? null : recheck.state,
        contract,
      } satisfies ActionActFacts);
      if (refusal !== null) throw new Conflict(refusal.code, refusal.message);
      if (act === 'lapse' && contract === 'may-run-on') requireReason(request);
      await move(tx, action, act, request);
      if (action.kind === 'requirement') await adjustRecheck(tx, rootId, recheck);
      return { id: actionId, version: (await lockAction(tx, actionId)).version };
    });
  }
}

async function move(tx: Transaction, action: LockedAction, act: ActionAct, request: ActionActRequest): Promise<void> {
  const { reason = '', attachmentIds = [], reportId = null } = request;
  if (act !== 'verify') {
    await moveActionTo(tx, { actionId: action.id, to: ACTION_ACT_TARGETS[act], basis: { reason } });
    return;
  }
  await requireProofs(tx, action, attachmentIds, reportId);
  const basis: MoveBasis = { reason, attachmentIds, ...(reportId !== null && { reportId }) };
  for (const to of stepsToJudged(action.state, 'verified')) {
    const passed = { reason: 'Prövat före återkontrollen' };
    await moveActionTo(tx, { actionId: action.id, to, basis: to === 'verified' ? basis : passed });
  }
}

/** An early verification stands on files of the case, or on what the provider reported of this very requirement. */
async function requireProofs(
  tx: Transaction,
  { id, followUpId }: LockedAction,
  attachmentIds: readonly string[],
  reportId: string | null,
): Promise<void> {
  const files = await tx.query<{ id: string }>(
    'select id from attachment where municipality_id = $1 and follow_up_id = $2 and id = any ($3)',
    [tx.municipalityId, followUpId, attachmentIds],
  );
  if (files.length < attachmentIds.length) {
    throw new Invalid([{ field: 'attachmentIds', message: 'Filen finns inte i uppföljningen.' }]);
  }
  if (reportId === null) return;
  const [report] = await tx.query(
    'select 1 from action_report where municipality_id = $1 and id = $2 and action_id = $3',
    [tx.municipalityId, reportId, id],
  );
  if (report === undefined) throw new Invalid([{ field: 'reportId', message: 'Anmälan gäller inte det här kravet.' }]);
}

/**
 * The re-check that is booked or has begun judges exactly what is open: a requirement that was opened again comes in, one
 * that is settled falls out, and what a colleague reads of it is then older. Without one, what is open gets one (R2).
 */
async function adjustRecheck(tx: Transaction, rootId: string, recheck: CurrentRecheck | null): Promise<void> {
  if (recheck === null) {
    const [row] = await tx.query<{ months: number; open: boolean }>(OPEN, [tx.municipalityId, rootId]);
    if (row?.open) await bookRecheck(tx, { rootId, due: recheckDue(tx.today, row.months), baseDate: tx.today });
    return;
  }
  await keepSnapshot(tx, recheck.id);
  await refreshScope(tx, recheck.id, rootId);
  await tx.query('update follow_up set content_version = content_version + 1 where municipality_id = $1 and id = $2', [
    tx.municipalityId,
    recheck.id,
  ]);
}

async function currentRecheck(tx: Transaction, rootId: string): Promise<CurrentRecheck | null> {
  const [row] = await tx.query<CurrentRecheck>(CURRENT, [tx.municipalityId, rootId]);
  return row ?? null;
}

async function standingOf(tx: Transaction, followUpId: string): Promise<ContractStanding> {
  const [ends] = await tx.query<ContractEnds>(ENDS, [tx.municipalityId, followUpId]);
  if (ends === undefined) throw new NotFound();
  return contractStanding(ends, tx.today);
}

/** Where an option may carry the contract on, the person who lets a requirement lapse says why. */
function requireReason({ reason = '' }: ActionActRequest): void {
  if (reason.trim() !== '') return;
  const message = 'Avtalet kan löpa vidare på en option. Skriv varför kravet faller bort.';
  throw new Invalid([{ field: 'reason', message }]);
}

const CURRENT = `
select id, state from follow_up
where municipality_id = $1 and parent_id = $2 and state not in ('closed', 'cancelled')
order by id desc limit 1 for no key update`;
const ENDS = `
select c.ends_on::text as "endsOn", c.latest_end::text as "latestEnd"
from follow_up f join contract c on c.municipality_id = $1 and c.id = f.contract_id
where f.municipality_id = $1 and f.id = $2`;
const OPEN = `
select m.recheck_months as months, exists (
  select 1 from action a where a.municipality_id = $1 and a.follow_up_id = $2 and a.kind = 'requirement'
    and a.state not in ('verified', 'lapsed', 'withdrawn')) as open
from municipality m where m.id = $1`;
