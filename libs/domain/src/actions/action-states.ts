import { RuleViolation } from '../follow-ups/rule-violation.js';
import type { ActionKind, ActionState } from './action.js';
import { actionStateLabel } from './labels.js';

/** What a move of an action must be given: a reason, or the re-check or evidence that shows the remedy. */
export type ActionMoveNeed = 'reason' | 'proof';

/** One allowed move of an action. */
export interface ActionMove {
  from: ActionState;
  to: ActionState;
  needs: ActionMoveNeed | null;
}

const REQUIREMENT_STATES = ['open', 'planned', 'reported-done', 'verified', 'remains'] as const;

/** The moves of a requirement and of a recommendation (R14). Lapsed and withdrawn are ends. */
export const ACTION_MOVES: Record<ActionKind, readonly ActionMove[]> = {
  requirement: [
    { from: 'open', to: 'planned', needs: null },
    { from: 'open', to: 'reported-done', needs: null },
    { from: 'planned', to: 'reported-done', needs: null },
    { from: 'reported-done', to: 'verified', needs: 'proof' },
    { from: 'reported-done', to: 'remains', needs: null },
    { from: 'remains', to: 'planned', needs: null },
    { from: 'remains', to: 'reported-done', needs: null },
    { from: 'verified', to: 'open', needs: 'reason' },
    ...REQUIREMENT_STATES.map((from) => ({ from, to: 'lapsed', needs: null }) as const),
    ...REQUIREMENT_STATES.map((from) => ({ from, to: 'withdrawn', needs: 'reason' }) as const),
  ],
  recommendation: [
    { from: 'open', to: 'answered', needs: null },
    { from: 'open', to: 'noted', needs: null },
  ],
};

/** What stands behind a move: a reason, the re-check that judges it, or evidence for an early verification. */
export interface ActionMoveBasis {
  reason?: string;
  recheckId?: string;
  evidenceIds?: readonly string[];
}

/**
 * The state of an action after a move (R14). Throws `RuleViolation` with `action-move-refused` where the states do not
 * allow it, `reason-required` without a reason, `proof-required` where neither a re-check nor evidence verifies it.
 */
export function moveAction(
  action: { kind: ActionKind; state: ActionState },
  to: ActionState,
  basis: ActionMoveBasis = {},
): ActionState {
  const move = ACTION_MOVES[action.kind].find((candidate) => candidate.from === action.state && candidate.to === to);
  if (!move) {
    const [from, target] = [action.state, to].map((state) => actionStateLabel({ kind: action.kind, state }));
    const name = action.kind === 'requirement' ? 'Kravet' : 'Rekommendationen';
    throw new RuleViolation('action-move-refused', `${name} kan inte gå från ”${from}” till ”${target}”`);
  }
  if (move.needs === 'reason' && !basis.reason?.trim()) {
    throw new RuleViolation('reason-required', 'Skriv ett skäl');
  }
  if (move.needs === 'proof' && !basis.recheckId && !basis.evidenceIds?.length) {
    throw new RuleViolation(
      'proof-required',
      'Ett krav är åtgärdat först när en återkontroll eller ett underlag visar det',
    );
  }
  return to;
}
