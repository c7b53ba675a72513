import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RuleViolation } from '../follow-ups/rule-violation.js';
import {
  availableSteps,
  countsAsTaken,
  type LadderStep,
  proposedStep,
  takeStep,
  type TakenStep,
} from './sanction-ladder.js';
import { SANCTION_KINDS, SANCTION_STATES } from './sanction.js';

const WARNING: LadderStep = { id: 'warning', position: 1, kind: 'warning', label: 'Skriftlig varning' };
const PENALTY: LadderStep = { id: 'penalty', position: 2, kind: 'penalty', label: 'Vite' };
const TERMINATION: LadderStep = { id: 'termination', position: 3, kind: 'termination', label: 'Hävning' };
const LADDER = [TERMINATION, WARNING, PENALTY];
const CONTRACT = { kind: 'contract', ladder: LADDER } as const;

const taken = (stepId: string, state: TakenStep['state'] = 'sent'): TakenStep => ({ stepId, state });
const wanted = (stepId: string, severeReason?: string) => ({
  stepId,
  severe: severeReason !== undefined,
  severeReason: severeReason ?? '',
});
const names = (steps: readonly LadderStep[]) => steps.map(({ id }) => id);

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof RuleViolation) return error.code;
    throw error;
  }
  return 'allowed';
}

const ladders = fc
  .array(fc.constantFrom(...SANCTION_KINDS), { maxLength: 8 })
  .map((kinds) =>
    kinds.map((kind, index): LadderStep => ({ id: `s${index}`, position: index + 1, kind, label: kind })),
  );
const withTaken = ladders.chain((ladder) =>
  fc.tuple(
    fc.shuffledSubarray([...ladder], { minLength: ladder.length, maxLength: ladder.length }),
    fc.array(
      fc.record({
        stepId: fc.constantFrom(...ladder.map(({ id }) => id), 'elsewhere'),
        state: fc.constantFrom(...SANCTION_STATES),
      }),
    ),
  ),
);

describe('the sanction ladder of a contract (R14)', () => {
  it.each<[string, TakenStep[], string[], string | null]>([
    ['nothing yet', [], ['warning'], 'warning'],
    ['a warning that was sent', [taken('warning')], ['warning', 'penalty'], 'penalty'],
    ['a warning that is only decided', [taken('warning', 'decided')], ['warning'], 'warning'],
    ['a warning that was withdrawn', [taken('warning', 'withdrawn')], ['warning'], 'warning'],
    [
      'a warning withdrawn and given anew',
      [taken('warning', 'withdrawn'), taken('warning')],
      ['warning', 'penalty'],
      'penalty',
    ],
    ['a penalty alone, in a severe case', [taken('penalty', 'upheld')], ['warning'], 'warning'],
    [
      'both first steps',
      [taken('warning'), taken('penalty', 'reduced')],
      ['warning', 'penalty', 'termination'],
      'termination',
    ],
    [
      'all of it',
      [taken('warning'), taken('penalty'), taken('termination')],
      ['warning', 'penalty', 'termination'],
      null,
    ],
  ])('after %s', (_case, steps, available, proposed) => {
    expect(names(availableSteps(LADDER, steps, false))).toEqual(available);
    expect(proposedStep(LADDER, steps)?.id ?? null).toBe(proposed);
  });

  it('counts a step from the day it was sent until it is withdrawn', () => {
    expect(SANCTION_STATES.filter(countsAsTaken)).toEqual(['sent', 'disputed', 'answered', 'upheld', 'reduced']);
  });

  it('offers the first steps of the ladder and nothing behind a gap, whatever was taken', () => {
    fc.assert(
      fc.property(withTaken, ([ladder, steps]) => {
        const inOrder = [...ladder].sort((a, b) => a.position - b.position);
        const available = availableSteps(ladder, steps, false);
        expect(available).toEqual(inOrder.slice(0, available.length));
        for (const before of available.slice(0, -1)) {
          expect(steps.some((step) => step.stepId === before.id && countsAsTaken(step.state))).toBe(true);
        }
      }),
    );
  });

  it('proposes a step of its own that may be taken, or none where all are taken', () => {
    fc.assert(
      fc.property(withTaken, ([ladder, steps]) => {
        const proposed = proposedStep(ladder, steps);
        if (proposed === null) expect(availableSteps(ladder, steps, false)).toHaveLength(ladder.length);
        else {
          expect(availableSteps(ladder, steps, false)).toContain(proposed);
          expect(steps.some((step) => step.stepId === proposed.id && countsAsTaken(step.state))).toBe(false);
        }
      }),
    );
  });

  it('never takes a step back by taking one more', () => {
    fc.assert(
      fc.property(withTaken, fc.nat(), ([ladder, steps], pick) => {
        const before = availableSteps(ladder, steps, false);
        const step = before[pick % Math.max(before.length, 1)];
        if (step === undefined) return;
        const after = availableSteps(ladder, [...steps, taken(step.id)], false);
        expect(names(after)).toEqual(expect.arrayContaining(names(before)));
      }),
    );
  });

  it('opens all of the ladder to a severe case, and not a step more', () => {
    fc.assert(
      fc.property(withTaken, ([ladder, steps]) => {
        const inOrder = [...ladder].sort((a, b) => a.position - b.position);
        expect(availableSteps(ladder, steps, true)).toEqual(inOrder);
      }),
    );
  });
});

describe('taking a step (R14)', () => {
  it('takes the next step, and one that was taken before', () => {
    expect(takeStep(CONTRACT, [], wanted('warning'))).toBe(WARNING);
    expect(takeStep(CONTRACT, [taken('warning')], wanted('penalty'))).toBe(PENALTY);
    expect(takeStep(CONTRACT, [taken('warning')], wanted('warning'))).toBe(WARNING);
  });

  it('refuses a step out of order, and says which step is missing', () => {
    const act = () => takeStep(CONTRACT, [], wanted('termination'));
    expect(codeOf(act)).toBe('step-out-of-order');
    expect(act).toThrow('Steget före är inte taget: Skriftlig varning');
  });

  it('lets a severe case pass steps, with the reason written', () => {
    expect(takeStep(CONTRACT, [], wanted('termination', 'Fara för brukarnas liv'))).toBe(TERMINATION);
    expect(codeOf(() => takeStep(CONTRACT, [], wanted('termination', '  ')))).toBe('reason-required');
  });

  it('refuses a step that the contract does not have, severe or not', () => {
    expect(codeOf(() => takeStep(CONTRACT, [], wanted('elsewhere')))).toBe('step-unknown');
    expect(codeOf(() => takeStep(CONTRACT, [], wanted('elsewhere', 'Fara för liv')))).toBe('step-unknown');
    expect(codeOf(() => takeStep({ kind: 'contract', ladder: [] }, [], wanted('warning')))).toBe('step-unknown');
  });

  it('has nothing to take where a unit is run by the municipality itself', () => {
    const assignment = { kind: 'assignment', ladder: LADDER } as const;
    expect(codeOf(() => takeStep(assignment, [], wanted('warning')))).toBe('no-ladder');
    expect(codeOf(() => takeStep(assignment, [], wanted('warning', 'Fara för liv')))).toBe('no-ladder');
  });
});
