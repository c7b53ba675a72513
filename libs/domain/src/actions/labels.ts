import type { ActionAct, ActionKind, ActionState } from './action.js';
import type { RecheckVerdict } from './recheck-verdict.js';

/** The Swedish words for the two kinds of action. */
export const ACTION_KIND_LABELS: Record<ActionKind, string> = {
  requirement: 'Krav',
  recommendation: 'Rekommendation',
};

/**
 * The Swedish words for the states of an action, in the gender of the kind that can be in them: "ett krav är åtgärdat", "en
 * rekommendation är besvarad". Both kinds can be open: `actionStateLabel` says it of either.
 */
export const ACTION_STATE_LABELS: Record<ActionState, string> = {
  open: 'Öppet',
  planned: 'Planerat',
  'reported-done': 'Anmält som åtgärdat',
  verified: 'Åtgärdat',
  remains: 'Kvarstår',
  lapsed: 'Har fallit bort',
  withdrawn: 'Återkallat',
  answered: 'Besvarad',
  noted: 'Noterad',
};

/** The Swedish word for where an action stands. */
export function actionStateLabel({ kind, state }: { kind: ActionKind; state: ActionState }): string {
  return kind === 'recommendation' && state === 'open' ? 'Öppen' : ACTION_STATE_LABELS[state];
}

/** The Swedish words for the verdicts of a re-check. */
export const RECHECK_VERDICT_LABELS: Record<RecheckVerdict, string> = {
  verified: ACTION_STATE_LABELS.verified,
  remains: ACTION_STATE_LABELS.remains,
};

/** The Swedish words for what may be done with an action after approval, as buttons say it. */
export const ACTION_ACT_LABELS: Record<ActionAct, string> = {
  verify: 'Godta som åtgärdat',
  reopen: 'Öppna igen',
  withdraw: 'Återkalla kravet',
  lapse: 'Låt kravet falla bort',
  note: 'Notera',
};
