import type { ContractKind } from '../contracts/contract.js';
import type { Blocker } from '../follow-ups/blocker.js';
import type { FollowUpState } from '../follow-ups/follow-up.js';
import { FOLLOW_UP_STATE_LABELS } from '../follow-ups/labels.js';
import { conflictBlockers } from '../judgements/approval.js';

/** What the rules ask of the person who decides about a sanction (R10). */
export interface SanctionDecider {
  readonly inTeam: boolean;
  /** What the person declared about conflict of interest in the case; null for nothing. */
  readonly hasConflict: boolean | null;
}

/** What the rules ask before a sanction is decided in a case. */
export interface SanctionDecisionFacts extends SanctionDecider {
  readonly contractKind: ContractKind;
  /** How many steps the contract's ladder has. */
  readonly steps: number;
  /** Of the follow-up that the requirements belong to, not of its re-check. */
  readonly state: FollowUpState;
}

/** The states in which requirements wait for a remedy, so that a sanction may be decided. */
export const SANCTION_FOLLOW_UP_STATES: readonly FollowUpState[] = ['remedying', 'rechecking'];

/**
 * Why this person may not decide a sanction in this case: own-run has none, the contract has no ladder, the judgement is not
 * approved, or the person has worked with the case or not declared to be free of conflict of interest, as for the judgement
 * (R10).
 */
export function sanctionDecisionBlockers(facts: SanctionDecisionFacts): Blocker[] {
  const place = { kind: 'follow-up' } as const;
  if (facts.contractKind === 'assignment') {
    return [{ code: 'no-ladder', message: 'Verksamhet i egen regi har ett uppdrag och inga påföljder', place }];
  }
  const blockers: Blocker[] = [];
  const block = (code: string, message: string) => blockers.push({ code, message, place });
  if (facts.steps === 0) block('ladder-empty', 'Avtalet har ingen påföljdstrappa. Lägg in den i avtalet först');
  if (!SANCTION_FOLLOW_UP_STATES.includes(facts.state)) {
    const state = FOLLOW_UP_STATE_LABELS[facts.state].toLowerCase();
    block('not-remedying', `En påföljd kan beslutas när krav väntar på åtgärd. Uppföljningen är i läget ${state}`);
  }
  return [...blockers, ...sanctionDeciderBlockers(facts)];
}

/** Why this person may decide nothing about a sanction in the case, now or after its decision (R10). */
export function sanctionDeciderBlockers({ inTeam, hasConflict }: SanctionDecider): Blocker[] {
  const place = { kind: 'follow-up' } as const;
  const blockers: Blocker[] = [];
  const block = (code: string, message: string) => blockers.push({ code, message, place });
  if (inTeam) block('decider-in-team', 'Du ingår i teamet för uppföljningen och kan inte besluta om påföljd');
  if (hasConflict === null) block('conflict-undeclared', 'Du har inte intygat att du saknar jäv');
  return [...blockers, ...conflictBlockers({ hasConflict })];
}
