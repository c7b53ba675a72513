import { delegationMissing } from '../delegations/right-to-decide.js';
import type { Blocker } from '../follow-ups/blocker.js';
import type { ActorFacts, FollowUpFacts } from '../follow-ups/follow-up-facts.js';

/** Why this person may do nothing at all in the follow-up (R10): a conflict of interest was declared. */
export function conflictBlockers(actor: Pick<ActorFacts, 'hasConflict'>): Blocker[] {
  if (actor.hasConflict !== true) return [];
  const message = 'Du har anmält jäv i ärendet och kan inte handlägga det';
  return [{ code: 'conflict-declared', message, place: { kind: 'follow-up' } }];
}

/**
 * Why this person may not approve the judgement (R10): the approver is a manager of the same committee, neither wrote,
 * proposed nor started the follow-up, is not in its team, has said that there is no conflict of interest (one that was
 * declared stops every act: `conflictBlockers`), and where judgements are delegated holds a delegation that day. What is
 * the committee's own to decide waits for its decision (kommunallagen 6:38); with that, no delegation is needed.
 */
export function approvalBlockers(
  facts: Pick<FollowUpFacts, 'committeeId' | 'authorId' | 'startedById' | 'teamIds' | 'decision'>,
  actor: ActorFacts,
): Blocker[] {
  const place = { kind: 'judgement' } as const;
  const blockers: Blocker[] = [];
  const block = (code: string, message: string) => blockers.push({ code, message, place });

  if (!actor.roles.includes('manager')) block('approver-not-manager', 'Bara en enhetschef kan godkänna bedömningen');
  if (!actor.committeeIds.includes(facts.committeeId)) {
    block('approver-other-committee', 'Du är inte enhetschef i den nämnd som äger ärendet');
  }
  if (actor.accountId === facts.authorId) block('approver-is-author', 'Du kan inte godkänna din egen bedömning');
  else if (actor.accountId === facts.startedById) {
    block('approver-started', 'Du har startat uppföljningen och kan inte godkänna den');
  }
  if (facts.teamIds.includes(actor.accountId)) {
    block('approver-in-team', 'Du ingår i teamet för uppföljningen och kan inte godkänna den');
  }
  if (actor.hasConflict === null) block('conflict-undeclared', 'Du har inte intygat att du saknar jäv');
  const { delegated, covered, reserved, committeeDecided } = facts.decision;
  if (committeeDecided) return blockers;
  if (reserved) {
    const why = 'Nämnden beslutar själv i frågan (kommunallagen 6 kap. 38 §)';
    block('reserved-for-committee', `${why}. Lägg fram den i en tjänsteskrivelse och registrera sedan nämndens beslut`);
  } else if (delegated && !covered) blockers.push(delegationMissing('judgement'));
  return blockers;
}
