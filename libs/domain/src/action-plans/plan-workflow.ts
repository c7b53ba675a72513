import { RuleViolation } from '../follow-ups/rule-violation.js';
import { PLAN_ACTIONS, type PlanAction, type PlanState, type PlanVerdict } from './action-plan.js';
import { PLAN_ACTION_LABELS, PLAN_STATE_LABELS } from './labels.js';

/** From which side an act on a plan comes; `system` where it follows of something else that the municipality does. */
export type PlanActor = 'provider' | 'officer' | 'system';

interface PlanWorkflowRow {
  readonly from: readonly PlanState[];
  /** Null where the act leaves the plan where it stands. */
  readonly to: PlanState | null;
  readonly by: PlanActor;
}

/** The states of a plan that no longer stands: what is open is answered in another. A follow-up has one that stands. */
export const REPLACED_PLAN_STATES: readonly PlanState[] = ['handed-over', 'superseded'];

/** The states in which a plan waits for the provider. */
export const WAITING_PLAN_STATES: readonly PlanState[] = ['demanded', 'returned'];

/**
 * The workflow of an action plan: one row for each act. A plan is never refused for being late, so no row asks for the
 * date; and a moved deadline never stops a plan from being handed in. What has been remedied is reported at any time.
 */
export const PLAN_WORKFLOW: Readonly<Record<PlanAction, PlanWorkflowRow>> = {
  write: { from: ['demanded', 'returned'], to: null, by: 'provider' },
  submit: { from: ['demanded', 'returned'], to: 'submitted', by: 'provider' },
  register: { from: ['demanded', 'returned'], to: 'submitted', by: 'officer' },
  accept: { from: ['submitted'], to: 'accepted', by: 'officer' },
  return: { from: ['submitted'], to: 'returned', by: 'officer' },
  'move-due': { from: ['demanded', 'returned'], to: null, by: 'officer' },
  report: { from: ['demanded', 'submitted', 'returned', 'accepted'], to: null, by: 'provider' },
  'hand-over': { from: ['demanded', 'submitted', 'returned', 'accepted'], to: 'handed-over', by: 'system' },
  supersede: { from: ['demanded', 'submitted', 'returned', 'accepted'], to: 'superseded', by: 'system' },
};

/** The state that an act leads to. Throws `RuleViolation` `wrong-state` where the state does not allow the act. */
export function takePlanAction(action: PlanAction, state: PlanState): PlanState {
  const { from, to } = PLAN_WORKFLOW[action];
  if (!from.includes(state)) {
    const where = PLAN_STATE_LABELS[state].toLowerCase();
    const message = `${PLAN_ACTION_LABELS[action]} går inte när åtgärdsplanen är ${where}`;
    throw new RuleViolation('wrong-state', message);
  }
  return to ?? state;
}

/** The acts that a side may take in a state. */
export function planActions(state: PlanState, by: PlanActor): PlanAction[] {
  return PLAN_ACTIONS.filter((action) => PLAN_WORKFLOW[action].by === by && PLAN_WORKFLOW[action].from.includes(state));
}

/** Where a submitted plan goes with these verdicts: accepted when every part is sufficient, else returned. */
export function planStateAfter(verdicts: readonly PlanVerdict[]): Extract<PlanState, 'accepted' | 'returned'> {
  return verdicts.every((verdict) => verdict === 'sufficient') ? 'accepted' : 'returned';
}
