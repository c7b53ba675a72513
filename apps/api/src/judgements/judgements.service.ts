import { Injectable } from '@nestjs/common';
import { proposeJudgement, take, type FollowUpFacts } from '@insyn/domain';
import type { JudgementProposal } from '@insyn/api-schema';
import type { SubmitRequest } from '@insyn/api-schema/server';
import { Database } from '../database/database.js';
import { closeFactCheck } from '../fact-checks/close-fact-check.js';
import { lockRunningFactCheck } from '../fact-checks/fact-check-row.js';
import { lockFollowUp, requireContentVersion } from '../follow-ups/follow-up-access.js';
import { loadFollowUpFacts } from '../follow-ups/follow-up-facts.js';
import { actorFacts, moveFollowUp } from '../follow-ups/follow-up-moves.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import type { StaffUser } from '../http/current-user.js';
import { Invalid } from '../http/problem.js';
import { Judgement } from './judgement.entity.js';

/** The officer's part of the judgement: what the rule proposes (R9), and sending it for approval. */
@Injectable()
export class JudgementsService {
  public constructor(private readonly db: Database) {}

  /** What rule R9 gives for the follow-up as it stands. */
  public proposal(user: StaffUser, followUpId: string): Promise<JudgementProposal> {
    return this.db.transaction(user, async (tx) => {
      const facts = await loadFollowUpFacts(tx, followUpId);
      const { outcome, grounds, blockers } = proposeJudgement(facts);
      return { outcome, grounds, blockers, remaining: remainingOf(facts) };
    });
  }

  /** Proposes a judgement and sends it for approval (R6, R7, R9, R12); the version must be the one that was read. */
  public submit(user: StaffUser, followUpId: string, request: SubmitRequest): Promise<void> {
    return this.db.transaction(user, async (tx) => {
      const followUp = await lockFollowUp(tx, followUpId, 'follow-up.write');
      requireContentVersion(followUp, request.contentVersion);
      // The provider's door does not lock the case: what it hands in is among the facts, or it comes too late.
      await lockRunningFactCheck(tx, followUpId);
      const content = await loadFollowUpFacts(tx, followUpId);
      const reason = request.noFactCheckReason?.trim() || null;
      const facts: FollowUpFacts = {
        ...content,
        authorId: user.accountId,
        reportDate: content.reportDate ?? tx.today,
        texts: [...content.texts, { place: { kind: 'judgement' }, heading: null, text: request.text }],
        proposal: {
          outcome: request.outcome,
          reason: request.departureReason?.trim() || null,
          unmetReasons: request.unmetReasons,
        },
      };
      const actor = await actorFacts(tx, followUp);
      const { to } = take('submit', facts, actor, reason === null ? {} : { reason });
      const noPlanReason = request.noPlanReason?.trim() || null;
      if (noPlanReason !== null && remainingOf(facts) === 0) {
        const message = 'Inget krav kvarstår efter en återkontroll, så ingen ny plan begärs.';
        throw new Invalid([{ field: 'noPlanReason', message }]);
      }
      const proposal = proposeJudgement(facts);
      const id = tx.newId();
      await tx.insert(Judgement, {
        municipalityId: tx.municipalityId,
        id,
        rootFollowUpId: followUp.parentId ?? followUpId,
        followUpId,
        outcome: request.outcome,
        proposedOutcome: proposal.outcome,
        grounds: proposal.grounds,
        text: request.text,
        departureReason: request.departureReason?.trim() || null,
        noPlanReason,
        unmetReasons: [...request.unmetReasons],
        authorId: user.accountId,
        contentVersion: request.contentVersion,
        status: 'proposed',
        proposedAt: tx.now,
      });
      await closeFactCheck(tx, followUpId);
      await tx.update(FollowUp, followUpId, null, { noFactCheckReason: reason });
      await moveFollowUp(tx, followUp, { action: 'submit', to, reason });
    });
  }
}

/** How many requirements a re-check has found to remain. */
function remainingOf({ recheck }: FollowUpFacts): number {
  return recheck?.actions.filter(({ verdict }) => verdict === 'remains').length ?? 0;
}
