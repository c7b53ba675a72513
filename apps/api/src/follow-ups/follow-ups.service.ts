import { Injectable } from '@nestjs/common';
import type { FollowUpView, Saved } from '@insyn/api-schema';
import type { ChangeFollowUpRequest, MoveFollowUpRequest } from '@insyn/api-schema/server';
import { take, type FollowUpAction } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { takeBackFactCheck } from '../fact-checks/take-back-fact-check.js';
import type { StaffUser } from '../http/current-user.js';
import { Invalid } from '../http/problem.js';
import { openRecheck } from '../rechecks/open-recheck.js';
import { lockRootFirst } from '../rechecks/recheck-root.js';
import { callOffRecheck, cancelRecheck } from '../rechecks/settle-recheck.js';
import { changeContent, CONTENT_STATES } from './content-change.js';
import { lockFollowUp, readIn, requireContentVersion, type LockedFollowUp } from './follow-up-access.js';
import { loadContent } from './follow-up-content.js';
import { loadFollowUpFacts } from './follow-up-facts.js';
import { actorFacts, moveFollowUp } from './follow-up-moves.js';
import { replaceTeam, requireCandidates, requireNoneInConflict } from './follow-up-team.js';
import { followUpView } from './follow-up-view.js';
import { FollowUp } from './follow-up.entity.js';
import { given } from './given.js';
import { termsBefore } from './terms-before.js';

/** The moves that need nothing but a reason; submit, return and approve are the judgement's. */
export type PlainMove = Extract<FollowUpAction, 'start' | 'assess' | 'gather-more' | 'cancel' | 'close'>;

@Injectable()
export class FollowUpsService {
  public constructor(private readonly db: Database) {}

  /** Changes the texts, dates and team of the follow-up itself. */
  public change(user: StaffUser, id: string, request: ChangeFollowUpRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const { version: from, teamIds, ...patch } = given(request);
      await changeContent(tx, id, CONTENT_STATES);
      const after = { ...patch, ...(teamIds === undefined ? {} : { teamIds }) };
      const before = await termsBefore(tx, id, Object.keys(after));
      const version = await tx.update(FollowUp, id, from, patch);
      if (teamIds !== undefined) {
        if (teamIds.length === 0) throw new Invalid([{ field: 'teamIds', message: 'Välj minst en person.' }]);
        const { committeeId } = await lockFollowUp(tx, id, 'follow-up.write');
        await requireCandidates(tx, teamIds, committeeId);
        await requireNoneInConflict(tx, id, teamIds);
        await replaceTeam(tx, id, teamIds);
      }
      tx.appendEvent({
        kind: 'follow-up.changed',
        subjectKind: 'follow-up',
        subjectId: id,
        followUpId: id,
        summary: 'Ändrade uppföljningens uppgifter',
        before,
        after,
      });
      return { id, version };
    });
  }

  /** Moves the follow-up to its next state by the workflow, on exactly the content that was read. */
  public move(user: StaffUser, id: string, action: PlainMove, request: MoveFollowUpRequest): Promise<FollowUpView> {
    return this.db.transaction(user, async (tx) => {
      await lockRootFirst(tx, id);
      const followUp = await lockFollowUp(tx, id, 'follow-up.write');
      requireContentVersion(followUp, request.contentVersion);
      const facts = await loadFollowUpFacts(tx, id);
      const reason = request.reason ?? '';
      const { to } = take(action, facts, await actorFacts(tx, followUp), { reason });
      await moveFollowUp(tx, followUp, { action, to, reason: reason === '' ? null : reason });
      await followThrough(tx, followUp, action, reason);
      return followUpView(await loadContent(readIn(tx), user, id), user, tx.today);
    });
  }
}

/** What a move of a re-check does to its root, what closing a root does to its booked re-check, and cancelling to a draft. */
async function followThrough(
  tx: Transaction,
  followUp: LockedFollowUp,
  action: PlainMove,
  reason: string,
): Promise<void> {
  if (action === 'cancel') await takeBackFactCheck(tx, followUp.id, reason);
  if (followUp.parentId === null) {
    if (action === 'close') await callOffRecheck(tx, followUp.id);
    return;
  }
  if (action === 'start') await openRecheck(tx, followUp.id);
  if (action === 'cancel') await cancelRecheck(tx, followUp.id, reason);
}
