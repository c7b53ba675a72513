import type { ContractStanding } from '../contracts/contract-end.js';
import type { FollowUpState } from '../follow-ups/follow-up.js';
import { ACTION_MOVES } from './action-states.js';
import { ACTION_ACTS, type ActionAct, type ActionKind, type ActionState } from './action.js';

/** The state that each act leads to. */
export const ACTION_ACT_TARGETS: Record<ActionAct, ActionState> = {
  verify: 'verified',
  reopen: 'open',
  withdraw: 'withdrawn',
  lapse: 'lapsed',
  note: 'noted',
};

/** What the acts on an action depend on beside the action itself. */
export interface ActionActFacts {
  /** The state of the follow-up that the action belongs to: the root of its re-checks. */
  followUpState: FollowUpState;
  /** The state of the re-check that has begun and is not over, or null where none has. */
  recheckState: FollowUpState | null;
  /** How the contract or assignment stands today. */
  contract: ContractStanding;
}

/** Why an act is refused: a stable code and a Swedish sentence. */
export interface ActionActRefusal {
  code: string;
  message: string;
}

const AFTER_APPROVAL: readonly FollowUpState[] = ['remedying', 'rechecking'];

/**
 * Why the act may not be taken on the action now, or null where it may (R14). A requirement is verified early only while no
 * re-check has begun, and lapses only when the end of the contract has passed; what a manager is deciding on stands still meanwhile. A
 * recommendation may be noted after the follow-up is closed too, since it never held it open.
 */
export function actionActRefusal(
  act: ActionAct,
  action: { kind: ActionKind; state: ActionState },
  facts: ActionActFacts,
): ActionActRefusal | null {
  if (!leadsOn(act, action)) {
    const what = action.kind === 'requirement' ? 'Kravet' : 'Rekommendationen';
    const message = `${what} har kommit till ett läge där det inte går. Läs in sidan igen.`;
    return { code: 'action-move-refused', message };
  }
  const { followUpState, recheckState } = facts;
  if (act === 'note' && followUpState === 'closed') return null;
  if (followUpState === 'closed') {
    const message = 'Uppföljningen är avslutad. Öppna en ny uppföljning om det som har åtgärdats inte längre håller.';
    return { code: 'follow-up-closed', message };
  }
  if (!AFTER_APPROVAL.includes(followUpState)) {
    return { code: 'not-approved-yet', message: 'Det går först när uppföljningen är beslutad.' };
  }
  if (act === 'note') return null;
  if (recheckState === 'deciding') {
    const message = 'Återkontrollen väntar på beslut. Vänta tills den är avgjord.';
    return { code: 'recheck-deciding', message };
  }
  if (act === 'verify' && recheckState !== null) {
    return { code: 'recheck-running', message: 'En återkontroll pågår. Bedöm kravet där.' };
  }
  if (act === 'lapse' && facts.contract === 'running') {
    const message = 'Ett krav faller bort först när avtalet har upphört. Återkalla det om det inte längre ska gälla.';
    return { code: 'contract-running', message };
  }
  return null;
}

/** The acts that may be taken on the action now, in the order of `ACTION_ACTS`. */
export function availableActionActs(
  action: { kind: ActionKind; state: ActionState },
  facts: ActionActFacts,
): ActionAct[] {
  return ACTION_ACTS.filter((act) => actionActRefusal(act, action, facts) === null);
}

/**
 * The states that an action passes on its way to what was found of it: one that nobody has reported done was tried all
 * the same, so it passes `reported-done` first (R14).
 */
export function stepsToJudged(from: ActionState, to: 'verified' | 'remains'): ActionState[] {
  return from === 'reported-done' ? [to] : ['reported-done', to];
}

function leadsOn(act: ActionAct, { kind, state }: { kind: ActionKind; state: ActionState }): boolean {
  const moves = ACTION_MOVES[kind];
  const may = (from: ActionState, to: ActionState) => moves.some((move) => move.from === from && move.to === to);
  if (act === 'verify')
    return may(state, 'verified') || (may(state, 'reported-done') && may('reported-done', 'verified'));
  return may(state, ACTION_ACT_TARGETS[act]);
}
