import { describe, expect, it } from '@jest/globals';
import { ACTION_KINDS, ACTION_STATES, type ActionState } from './action.js';
import { moveAction } from './action-states.js';

const BASIS = { reason: 'Avtalet har ändrats', recheckId: 'recheck' };

// R14, written out once more by hand.
const ALLOWED: Record<(typeof ACTION_KINDS)[number], Partial<Record<ActionState, ActionState[]>>> = {
  requirement: {
    open: ['planned', 'reported-done', 'lapsed', 'withdrawn'],
    planned: ['reported-done', 'lapsed', 'withdrawn'],
    'reported-done': ['verified', 'remains', 'lapsed', 'withdrawn'],
    remains: ['planned', 'reported-done', 'lapsed', 'withdrawn'],
    verified: ['open', 'lapsed', 'withdrawn'],
  },
  recommendation: { open: ['answered', 'noted'] },
};

describe('the states of an action (R14)', () => {
  const moves = ACTION_KINDS.flatMap((kind) =>
    ACTION_STATES.flatMap((from) => ACTION_STATES.map((to) => [kind, from, to] as const)),
  );

  it.each(moves)('moves or refuses a %s from %s to %s', (kind, state, to) => {
    const act = () => moveAction({ kind, state }, to, BASIS);
    if (ALLOWED[kind][state]?.includes(to)) expect(act()).toBe(to);
    else expect(act).toThrow(expect.objectContaining({ code: 'action-move-refused' }));
  });

  it('verifies only on a re-check or on evidence', () => {
    const done = { kind: 'requirement', state: 'reported-done' } as const;
    const refusal = expect.objectContaining({ code: 'proof-required' });
    expect(() => moveAction(done, 'verified', { reason: 'Det ser bra ut' })).toThrow(refusal);
    expect(() => moveAction(done, 'verified', { evidenceIds: [] })).toThrow(refusal);
    expect(moveAction(done, 'verified', { evidenceIds: ['review'] })).toBe('verified');
  });

  it.each([
    ['verified', 'open'],
    ['open', 'withdrawn'],
  ] as const)('asks for a reason from %s to %s', (state, to) => {
    const act = () => moveAction({ kind: 'requirement', state }, to, { reason: ' ' });
    expect(act).toThrow(expect.objectContaining({ code: 'reason-required' }));
  });
});
