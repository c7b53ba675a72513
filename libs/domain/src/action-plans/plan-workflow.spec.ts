import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PLAN_ACTIONS, PLAN_STATES, PLAN_VERDICTS, type PlanAction, type PlanState } from './action-plan.js';
import { PLAN_ACTION_LABELS, PLAN_STATE_LABELS, PLAN_VERDICT_LABELS } from './labels.js';
import { planActions, planStateAfter, takePlanAction, WAITING_PLAN_STATES } from './plan-workflow.js';

// The workflow, written out once more by hand.
const ALLOWED: Record<PlanState, Partial<Record<PlanAction, PlanState>>> = {
  demanded: {
    write: 'demanded',
    submit: 'submitted',
    'move-due': 'demanded',
    report: 'demanded',
    'hand-over': 'handed-over',
  },
  submitted: { accept: 'accepted', return: 'returned', report: 'submitted', 'hand-over': 'handed-over' },
  returned: {
    write: 'returned',
    submit: 'submitted',
    'move-due': 'returned',
    report: 'returned',
    'hand-over': 'handed-over',
  },
  accepted: { report: 'accepted', 'hand-over': 'handed-over' },
  'handed-over': {},
};

describe('The workflow of an action plan', () => {
  it.each(PLAN_STATES.flatMap((state) => PLAN_ACTIONS.map((action) => [state, action] as const)))(
    'takes or refuses, where it is %s, to %s',
    (state, action) => {
      const to = ALLOWED[state][action];
      if (to !== undefined) expect(takePlanAction(action, state)).toBe(to);
      else expect(() => takePlanAction(action, state)).toThrow(expect.objectContaining({ code: 'wrong-state' }));
    },
  );

  it('reaches every state from the demand', () => {
    const reached = new Set<PlanState>(['demanded']);
    for (const state of reached) for (const to of Object.values(ALLOWED[state])) reached.add(to);
    expect([...reached].sort()).toEqual([...PLAN_STATES].sort());
  });

  it('waits for the provider where the provider can hand it in', () => {
    expect(PLAN_STATES.filter((state) => planActions(state, 'provider').includes('submit'))).toEqual(
      WAITING_PLAN_STATES,
    );
    expect(planActions('submitted', 'officer')).toEqual(['accept', 'return', 'hand-over']);
    expect(planActions('handed-over', 'provider')).toEqual([]);
  });

  it('says in Swedish what is refused', () => {
    expect(() => takePlanAction('submit', 'submitted')).toThrow('Lämna in går inte när åtgärdsplanen är inlämnad');
  });
});

describe('A judged plan', () => {
  it('is accepted when every part is sufficient, and goes back otherwise', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PLAN_VERDICTS)), (verdicts) => {
        const insufficient = verdicts.filter((verdict) => verdict !== 'sufficient');
        expect(planStateAfter(verdicts)).toBe(insufficient.length === 0 ? 'accepted' : 'returned');
      }),
    );
  });
});

describe('The words of a plan', () => {
  it('are there for every state, act and verdict, each its own', () => {
    for (const labels of [PLAN_STATE_LABELS, PLAN_ACTION_LABELS, PLAN_VERDICT_LABELS]) {
      expect(new Set(Object.values(labels)).size).toBe(Object.keys(labels).length);
    }
  });
});
