import { describe, expect, it } from '@jest/globals';
import { FOLLOW_UP_STATES } from '../follow-ups/follow-up.js';
import {
  SANCTION_FOLLOW_UP_STATES,
  sanctionDecisionBlockers,
  type SanctionDecisionFacts,
} from './sanction-decision.js';

const codes = (changes: Partial<SanctionDecisionFacts> = {}) =>
  sanctionDecisionBlockers({
    ...{ contractKind: 'contract', steps: 3, state: 'remedying', inTeam: false, hasConflict: false },
    ...changes,
  }).map(({ code }) => code);

describe('who may decide a sanction, and when', () => {
  it('waits for requirements to be remedied', () => {
    expect(FOLLOW_UP_STATES.filter((state) => codes({ state }).length === 0)).toEqual([...SANCTION_FOLLOW_UP_STATES]);
    expect(codes({ state: 'assessing' })).toEqual(['not-remedying']);
  });

  it('is nobody who has worked with the case, or has not declared to be free of conflict of interest (R10)', () => {
    expect(codes({ hasConflict: null })).toEqual(['conflict-undeclared']);
    expect(codes({ inTeam: true })).toEqual(['decider-in-team']);
    expect(codes({ hasConflict: true })).toEqual(['conflict-declared']);
  });

  it('asks for a ladder of the contract’s own', () => {
    expect(codes({ steps: 0 })).toEqual(['ladder-empty']);
  });

  it('is nobody at all where the municipality runs the unit itself', () => {
    expect(codes({ contractKind: 'assignment', steps: 0, inTeam: true })).toEqual(['no-ladder']);
  });
});
