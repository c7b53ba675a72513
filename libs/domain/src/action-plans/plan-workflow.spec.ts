import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PLAN_ACTIONS, PLAN_STATES, PLAN_VERDICTS, type PlanAction, type PlanState } from './action-plan.js';
import { PLAN_ACTION_LABELS, PLAN_STATE_LABELS, PLAN_VERDICT_LABELS } from './labels.js';
import {
  planActions,
  planStateAfter,
  REPLACED_PLAN_STATES,
  takePlanAction,
  WAITING_PLAN_STATES,
} from './plan-workflow.js';

// The workflow, written out once more by hand.
const ENDED = { 'hand-over': 'handed-over', supersede: 'superseded' } as const;
const ALLOWED: Record<PlanState, Partial<Record<PlanAction, PlanState>>> = {
  demanded: {
    write: 'demanded',
    submit: 'submitted',
    register: 'submitted',
    'move-due': 'demanded',
    report: 'demanded',
    ...ENDED,
  },
  submitted: { accept: 'accepted', return: 'returned', report: 'submitted', ...ENDED },
  returned: {
    write: 'returned',
    submit: 'submitted',
    register: 'submitted',
    'move-due': 'returned',
    report: 'returned',
    ...ENDED,
  },
  accepted: { report: 'accepted', ...ENDED },
  'handed-over': {},
  superseded: {},
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
    expect(planActions('submitted', 'officer')).toEqual(['accept', 'return']);
  });

  it('is over for everybody once another plan has taken its place', () => {
    for (const state of REPLACED_PLAN_STATES) {
      for (const actor of ['provider', 'officer', 'system'] as const) expect(planActions(state, actor)).toEqual([]);
    }
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
