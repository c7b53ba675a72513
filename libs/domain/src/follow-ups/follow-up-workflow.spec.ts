import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ROLES } from '../accounts/role.js';
import { aDeficiency, aFollowUp, MANAGER, OFFICER } from './a-follow-up.js';
import type { FollowUpFacts } from './follow-up-facts.js';
import { FOLLOW_UP_ACTIONS, FOLLOW_UP_STATES, type FollowUpAction, type FollowUpState } from './follow-up.js';
import { availableActions, blockersOf, FOLLOW_UP_WORKFLOW, take, workflowDiagram } from './follow-up-workflow.js';
import type { ActionInput, Actor } from './follow-up-workflow.js';
import { RuleViolation } from './rule-violation.js';

const openRequirement: FollowUpFacts['actions'][number] = {
  id: 'requirement',
  kind: 'requirement',
  text: 'Uppdatera planerna',
  findingIds: ['deficiency'],
  clauseIds: ['15'],
  dueDate: '2027-02-20',
  state: 'open',
};

// The table of domain.md §5, written out once more by hand: every move that is allowed where no requirement is open.
const ALLOWED: [FollowUpAction, FollowUpState, FollowUpState][] = [
  ['start', 'planned', 'gathering'],
  ['assess', 'gathering', 'assessing'],
  ['gather-more', 'assessing', 'gathering'],
  ['send-for-fact-check', 'assessing', 'fact-check'],
  ['take-back', 'fact-check', 'assessing'],
  ['submit', 'assessing', 'deciding'],
  ['submit', 'fact-check', 'deciding'],
  ['return', 'deciding', 'assessing'],
  ['approve', 'deciding', 'closed'],
  ['recheck-opened', 'remedying', 'rechecking'],
  ['recheck-closed', 'rechecking', 'closed'],
  ['close', 'remedying', 'closed'],
  ['cancel', 'planned', 'cancelled'],
  ['cancel', 'gathering', 'cancelled'],
  ['cancel', 'assessing', 'cancelled'],
  ['cancel', 'fact-check', 'cancelled'],
];

const everything: ActionInput = {
  reason: 'Nytt underlag',
  comments: [{ place: { kind: 'clause', id: '15' }, text: 'Skriv ut vad som saknas' }],
};

function actorOf(action: FollowUpAction): Actor {
  if (action.startsWith('recheck-')) return 'system';
  return action === 'approve' || action === 'return' ? MANAGER : OFFICER;
}

function violation(act: () => unknown): RuleViolation {
  try {
    act();
  } catch (error) {
    if (error instanceof RuleViolation) return error;
    throw error;
  }
  throw new Error('The act was allowed');
}

describe('the workflow of a follow-up', () => {
  const pairs = FOLLOW_UP_ACTIONS.flatMap((action) => FOLLOW_UP_STATES.map((state) => [action, state] as const));

  it.each(pairs)('takes or refuses %s from %s as the table says', (action, state) => {
    const allowed = ALLOWED.find(([name, from]) => name === action && from === state);
    const act = () => take(action, aFollowUp({ state }), actorOf(action), everything);
    if (allowed) expect(act()).toEqual({ to: allowed[2] });
    else expect(violation(act).code).toBe('wrong-state');
  });

  it('reaches every state from planned', () => {
    const reached = new Set<FollowUpState>(['planned']);
    for (const state of reached) {
      for (const { from, to } of Object.values(FOLLOW_UP_WORKFLOW)) {
        if (from.includes(state)) for (const target of to) reached.add(target);
      }
    }
    expect([...reached].sort()).toEqual([...FOLLOW_UP_STATES].sort());
  });

  it('is drawn in docs/follow-up-states.md exactly as the table says', () => {
    const page = fileURLToPath(new URL('../../../../docs/follow-up-states.md', import.meta.url));
    expect(readFileSync(page, 'utf8')).toBe(workflowDiagram());
  });

  it('goes on to remedying, not closed, while a requirement is open', () => {
    const facts = aFollowUp({ state: 'deciding', findings: [aDeficiency()], actions: [openRequirement] });
    expect(take('approve', facts, MANAGER)).toEqual({ to: 'remedying' });
    expect(take('recheck-closed', { ...facts, state: 'rechecking' }, 'system')).toEqual({ to: 'remedying' });
    expect(violation(() => take('close', { ...facts, state: 'remedying' }, OFFICER)).blockers).toEqual([
      expect.objectContaining({ code: 'requirement-open', place: { kind: 'action', id: 'requirement' } }),
    ]);
  });

  it.each(['verified', 'lapsed', 'withdrawn'] as const)('closes when the last requirement is %s', (state) => {
    const facts = aFollowUp({ state: 'remedying', actions: [{ ...openRequirement, state }] });
    expect(take('close', facts, OFFICER)).toEqual({ to: 'closed' });
  });

  it('asks why there was no fact check only where there was none', () => {
    expect(violation(() => take('submit', aFollowUp(), OFFICER, { reason: '  ' })).code).toBe('reason-required');
    expect(take('submit', aFollowUp({ hasFactCheck: true }), OFFICER)).toEqual({ to: 'deciding' });
    expect(take('submit', aFollowUp({ state: 'fact-check' }), OFFICER)).toEqual({ to: 'deciding' });
  });

  it('does not submit while a remark of the fact check is unanswered', () => {
    const facts = aFollowUp({ state: 'fact-check', unansweredRemarks: 1 });
    expect(violation(() => take('submit', facts, OFFICER)).blockers[0]?.code).toBe('remarks-unanswered');
  });

  it('does not return a judgement without a comment', () => {
    const facts = aFollowUp({ state: 'deciding' });
    expect(violation(() => take('return', facts, MANAGER, { comments: [] })).code).toBe('comments-required');
  });

  it('does not begin to assess an empty scope', () => {
    const facts = aFollowUp({ state: 'gathering', scope: [] });
    expect(violation(() => take('assess', facts, OFFICER)).blockers[0]?.code).toBe('scope-empty');
  });

  it('names the clause that lacks a verdict before anyone presses the button (R6)', () => {
    const facts = aFollowUp({ assessments: [] });
    const submit = availableActions(facts, OFFICER).find(({ name }) => name === 'submit');
    expect(submit?.needs).toBe('reason');
    expect(submit?.blockers).toContainEqual({
      code: 'clause-not-assessed',
      message: '§ 15 saknar bedömning',
      place: { kind: 'clause', id: '15' },
    });
    expect(blockersOf('submit', facts, OFFICER)).toEqual(submit?.blockers);
  });

  it('offers nobody an act that their role, committee or the system does not give them', () => {
    for (const state of FOLLOW_UP_STATES) {
      const facts = aFollowUp({ state });
      for (const role of ROLES) {
        const names = availableActions(facts, { ...OFFICER, roles: [role] }).map(({ name }) => name);
        const expected = ALLOWED.filter(([name, from]) => from === state && roleOf(name) === role);
        expect(names).toEqual(FOLLOW_UP_ACTIONS.filter((name) => expected.some(([action]) => action === name)));
      }
      expect(availableActions(facts, { ...OFFICER, committeeIds: ['school'] })).toEqual([]);
    }
    const elsewhere = { ...MANAGER, committeeIds: ['school'] };
    expect(violation(() => take('approve', aFollowUp({ state: 'deciding' }), elsewhere)).code).toBe('not-permitted');
    expect(violation(() => take('recheck-opened', aFollowUp({ state: 'remedying' }), OFFICER)).code).toBe(
      'not-permitted',
    );
    expect(violation(() => take('start', aFollowUp({ state: 'planned' }), 'system')).code).toBe('not-permitted');
  });

  function roleOf(action: FollowUpAction): string {
    const actor = actorOf(action);
    return actor === 'system' ? 'system' : (actor.roles[0] ?? '');
  }
});
