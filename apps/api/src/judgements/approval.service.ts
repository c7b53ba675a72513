import { Injectable } from '@nestjs/common';
import { DELEGATED_MATTER_LABELS, isOpenRequirement, OUTCOME_LABELS, recheckDue, take } from '@insyn/domain';
import type { ApproveRequest, ReturnRequest } from '@insyn/api-schema/server';
import { demandPlan } from '../action-plans/demand-plan.js';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { requireDelegation } from '../delegations/require-delegation.js';
import { recordDelegatedDecision } from '../delegations/record-delegated-decision.js';
import { lockFollowUp, readIn, requireContentVersion } from '../follow-ups/follow-up-access.js';
import { loadContent } from '../follow-ups/follow-up-content.js';
import { committeeDecisionOn, factsOf, loadFollowUpFacts } from '../follow-ups/follow-up-facts.js';
import { actorFacts, moveFollowUp } from '../follow-ups/follow-up-moves.js';
import { groundOf } from '../follow-ups/follow-up-view.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import type { StaffUser } from '../http/current-user.js';
import { bookRecheck } from '../rechecks/book-recheck.js';
import { lockRootFirst } from '../rechecks/recheck-root.js';
import { recheckDueAfter, settleRecheck } from '../rechecks/settle-recheck.js';
import { sealReport } from '../reports/report-sealing.js';
import { Judgement } from './judgement.entity.js';
import { proposedJudgement } from './proposed-judgement.js';
import { ReturnComment } from './return-comment.entity.js';

/** The manager's part of the judgement (R10, R11): approve, return. */
@Injectable()
export class ApprovalService {
  public constructor(private readonly db: Database) {}

  /**
   * Approves exactly what was read: seals the report, and in the same transaction registers the record (R16), puts a decision
   * on delegation on the committee's list, and of a root with open requirements books the re-check (R2) and demands an
   * action plan; of a re-check lets its verdicts take effect, with a new plan demanded for what remains.
   */
  public approve(user: StaffUser, followUpId: string, request: ApproveRequest): Promise<void> {
    return this.db.transaction(user, async (tx) => {
      await lockRootFirst(tx, followUpId);
      const followUp = await lockFollowUp(tx, followUpId, 'follow-up.decide');
      requireContentVersion(followUp, request.contentVersion);
      const content = await loadContent(readIn(tx), user, followUpId);
      const facts = factsOf(content, tx.today);
      const { to } = take('approve', facts, await actorFacts(tx, followUp));
      const judgement = await proposedJudgement(tx, followUpId);
      const isRecheck = followUp.parentId !== null;
      const requires = facts.actions.some(isOpenRequirement);
      const due = isRecheck
        ? await recheckDueAfter(tx, followUpId, tx.today)
        : requires
          ? recheckDue(tx.today, await recheckMonths(tx))
          : null;
      // What the committee has decided itself needs no delegation.
      const committeeDecision = committeeDecisionOn(content, judgement.id);
      const { committeeId } = followUp;
      const delegation =
        committeeDecision === null ? await requireDelegation(tx, { committeeId, matter: 'judgement' }) : null;
      await sealReport(tx, {
        followUpId,
        approver: { accountId: user.accountId, name: user.name, title: user.title ?? 'enhetschef' },
        approvedOn: tx.today,
        recheckDue: due,
        decisionGround: groundOf(content.committee.name, { delegation, committeeDecision }),
      });
      await tx.update(Judgement, judgement.id, judgement.version, {
        ...{ status: 'approved', decidedBy: user.accountId, decidedAt: tx.now, decidedOn: tx.today },
        delegationId: delegation?.id ?? null,
        committeeDecisionId: committeeDecision?.id ?? null,
      });
      if (delegation !== null) {
        await recordDelegatedDecision(tx, {
          ...{ committeeId, delegationId: delegation.id, followUpId },
          ...{ matter: 'judgement', subjectId: judgement.id, decidedBy: user.accountId, decidedOn: tx.today },
          summary: `${DELEGATED_MATTER_LABELS.judgement}: ${OUTCOME_LABELS[judgement.outcome].toLowerCase()}`,
        });
      }
      await tx.update(FollowUp, followUpId, null, { approvedOn: tx.today, recheckDue: isRecheck ? null : due });
      await moveFollowUp(tx, followUp, { action: 'approve', to, reason: null });
      if (isRecheck) {
        const { noPlanReason } = judgement;
        await settleRecheck(tx, { recheckId: followUpId, approvedOn: tx.today, noPlanReason });
      } else if (due !== null) {
        await bookRecheck(tx, { rootId: followUpId, due });
        await demandPlan(tx, { followUpId });
      }
    });
  }

  /** Returns the judgement to the officer with comments tied to their places; answers that came meanwhile get their day. */
  public return(user: StaffUser, followUpId: string, request: ReturnRequest): Promise<void> {
    return this.db.transaction(user, async (tx) => {
      const followUp = await lockFollowUp(tx, followUpId, 'follow-up.decide');
      requireContentVersion(followUp, request.contentVersion);
      const facts = await loadFollowUpFacts(tx, followUpId);
      const { to } = take('return', facts, await actorFacts(tx, followUp), { comments: request.comments });
      const judgement = await proposedJudgement(tx, followUpId);
      await tx.insert(
        ReturnComment,
        request.comments.map(({ place, text }) => ({
          municipalityId: tx.municipalityId,
          id: tx.newId(),
          judgementId: judgement.id,
          followUpId,
          placeKind: place.kind,
          placeId: place.id ?? null,
          text,
          createdBy: user.accountId,
          createdAt: tx.now,
        })),
      );
      await tx.update(Judgement, judgement.id, judgement.version, {
        status: 'returned',
        decidedBy: user.accountId,
        decidedAt: tx.now,
        decidedOn: tx.today,
      });
      await tx.query(DATE_ANSWERS, [tx.municipalityId, followUpId]);
      await moveFollowUp(tx, followUp, { action: 'return', to, reason: null });
    });
  }
}

async function recheckMonths(tx: Transaction): Promise<number> {
  const [row] = await tx.query<{ months: number }>('select recheck_months as months from municipality where id = $1', [
    tx.municipalityId,
  ]);
  return row?.months ?? 3;
}

// What came in while the case waited for its decision changed nothing that the manager read (R11); back with the officer
// it counts, with the day of its latest round.
const DATE_ANSWERS = `
with dated as (
  update evidence e set held_on = s.on_day, version = e.version + 1
  from information_request r
    join lateral (
      select (a.submitted_at at time zone 'Europe/Stockholm')::date as on_day from answer_submission a
      where a.municipality_id = r.municipality_id and a.request_id = r.id order by a.number desc limit 1) s on true
  where r.municipality_id = $1 and r.follow_up_id = $2 and e.municipality_id = $1 and e.id = r.evidence_id
    and e.held_on < s.on_day
  returning 1)
update follow_up set content_version = content_version + 1
where municipality_id = $1 and id = $2 and exists (select 1 from dated)`;
