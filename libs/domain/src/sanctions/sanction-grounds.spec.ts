import { describe, expect, it } from '@jest/globals';
import { ACTION_STATES, type ActionState } from '../actions/action.js';
import { isGroundForSanction } from './sanction-grounds.js';

const at = { today: '2026-11-22', planOverdue: false, severe: false };
const grounds = (dueDate: string | null, circumstances: Partial<typeof at> = {}): ActionState[] =>
  ACTION_STATES.filter((state) =>
    isGroundForSanction({ kind: 'requirement', state, dueDate }, { ...at, ...circumstances }),
  );

describe('what a sanction may rest on (R14)', () => {
  it('is a requirement that remains, whenever it was due', () => {
    expect(grounds(null)).toEqual(['remains']);
    expect(grounds('2026-12-31')).toEqual(['remains']);
  });

  it('is one that is overdue and not reported done; its last day is in time', () => {
    expect(grounds('2026-11-21')).toEqual(['open', 'planned', 'remains']);
    expect(grounds('2026-11-22')).toEqual(['remains']);
  });

  it('is one that no action plan came for in time, but not one that is planned', () => {
    expect(grounds('2026-12-31', { planOverdue: true })).toEqual(['open', 'remains']);
  });

  it('is in a severe case one that still waits, but never one that is done with', () => {
    expect(grounds('2026-12-31', { severe: true })).toEqual(['open', 'planned', 'remains']);
  });

  it('is never a recommendation', () => {
    for (const state of ACTION_STATES) {
      const action = { kind: 'recommendation', state, dueDate: '2026-01-01' } as const;
      expect(isGroundForSanction(action, { ...at, planOverdue: true, severe: true })).toBe(false);
    }
  });
});
