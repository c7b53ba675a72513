import type { Blocker } from '../follow-ups/blocker.js';
import type { ActorFacts, FollowUpFacts } from '../follow-ups/follow-up-facts.js';

/**
 * Why this person may not approve the judgement (R10): the approver is a manager of the same committee, neither wrote,
 * proposed nor started the follow-up, is not in its team, and has declared that there is no conflict of interest.
 */
export function approvalBlockers(
  facts: Pick<FollowUpFacts, 'committeeId' | 'authorId' | 'startedById' | 'teamIds'>,
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
  if (actor.hasConflict === true) block('conflict-declared', 'Du har anmält jäv i ärendet');
  return blockers;
}
