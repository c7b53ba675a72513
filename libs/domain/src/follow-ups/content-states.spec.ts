import { describe, expect, it } from '@jest/globals';
import { CONTENT_STATES, EVIDENCE_STATES } from './content-states.js';
import { FOLLOW_UP_ACTIONS, FOLLOW_UP_STATES, type FollowUpState } from './follow-up.js';
import { FOLLOW_UP_WORKFLOW } from './follow-up-workflow.js';

function reachedFrom(start: readonly FollowUpState[]): Set<FollowUpState> {
  const reached = new Set(start);
  for (const state of reached) {
    for (const { from, to } of Object.values(FOLLOW_UP_WORKFLOW)) {
      if (from.includes(state)) for (const target of to) reached.add(target);
    }
  }
  return reached;
}

describe('the content of a follow-up (R11)', () => {
  it('is frozen by approval for good: no act leads from what it leads to back to where content is changed', () => {
    const after = reachedFrom(FOLLOW_UP_WORKFLOW.approve.to);
    expect([...after].sort()).toEqual(['closed', 'rechecking', 'remedying']);
    expect(CONTENT_STATES.filter((state) => after.has(state))).toEqual([]);
  });

  it('stands still while it is decided, and opens again only when it is returned', () => {
    expect(CONTENT_STATES).not.toContain('deciding');
    const opens = FOLLOW_UP_ACTIONS.filter((action) => {
      const { from, to } = FOLLOW_UP_WORKFLOW[action];
      return (
        !from.some((state) => CONTENT_STATES.includes(state)) && to.some((state) => CONTENT_STATES.includes(state))
      );
    });
    expect(opens).toEqual(['return']);
  });

  it('may be changed in every state before the decision, and so may the evidence; never once it is cancelled', () => {
    const before = FOLLOW_UP_STATES.slice(0, FOLLOW_UP_STATES.indexOf('deciding'));
    expect(CONTENT_STATES).toEqual(before);
    expect(EVIDENCE_STATES).toEqual(before);
  });
});
