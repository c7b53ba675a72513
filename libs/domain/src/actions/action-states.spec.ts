import { describe, expect, it } from '@jest/globals';
import { RuleViolation } from '../follow-ups/rule-violation.js';
import { stepsToJudged } from './action-acts.js';
import { isOpenRequirement } from './action-rules.js';
import { ACTION_KINDS, ACTION_STATES, type ActionState } from './action.js';
import { moveAction } from './action-states.js';
import { actionStateLabel } from './labels.js';
import { RECHECK_VERDICTS } from './recheck-verdict.js';

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

  it('says what is refused, and why', () => {
    expect(() => moveAction({ kind: 'requirement', state: 'open' }, 'verified', BASIS)).toThrow(
      'Kravet kan inte gå från ”Öppet” till ”Åtgärdat”',
    );
    expect(() => moveAction({ kind: 'requirement', state: 'open' }, 'withdrawn')).toThrow('Skriv ett skäl');
    expect(() => moveAction({ kind: 'requirement', state: 'reported-done' }, 'verified')).toThrow(
      'Ett krav är åtgärdat först när en återkontroll eller ett underlag visar det',
    );
  });

  it('is said in the gender of the kind', () => {
    expect(actionStateLabel({ kind: 'requirement', state: 'open' })).toBe('Öppet');
    expect(actionStateLabel({ kind: 'recommendation', state: 'open' })).toBe('Öppen');
    expect(actionStateLabel({ kind: 'recommendation', state: 'noted' })).toBe('Noterad');
    expect(() => moveAction({ kind: 'recommendation', state: 'open' }, 'verified', BASIS)).toThrow(
      'Rekommendationen kan inte gå från ”Öppen” till ”Åtgärdat”',
    );
  });

  it('opens a requirement that was verified and then reopened, which can then be tried anew', () => {
    const requirement = (state: ActionState) => ({ kind: 'requirement', state }) as const;
    const reopened = moveAction(requirement('verified'), 'open', { reason: 'Planerna är åter inaktuella' });
    expect(isOpenRequirement(requirement(reopened))).toBe(true);
    expect(moveAction(requirement(moveAction(requirement(reopened), 'planned')), 'reported-done')).toBe(
      'reported-done',
    );
    expect(() => moveAction(requirement(reopened), 'verified', BASIS)).toThrow(RuleViolation);
  });

  it('lets a re-check judge a requirement that nobody reported done, and what remained at the one before', () => {
    for (const from of ['open', 'planned', 'reported-done', 'remains'] as const) {
      for (const verdict of RECHECK_VERDICTS) {
        let state: ActionState = from;
        for (const step of stepsToJudged(from, verdict)) {
          state = moveAction({ kind: 'requirement', state }, step, { recheckId: 'recheck' });
        }
        expect(state).toBe(verdict);
      }
    }
  });

  it('leaves alone what is verified, lapsed or withdrawn when a re-check judges', () => {
    for (const state of ['verified', 'lapsed', 'withdrawn'] as const) {
      const [step] = stepsToJudged(state, 'remains');
      expect(() => moveAction({ kind: 'requirement', state }, step as ActionState, { recheckId: 'recheck' })).toThrow(
        expect.objectContaining({ code: 'action-move-refused' }),
      );
    }
  });
});
