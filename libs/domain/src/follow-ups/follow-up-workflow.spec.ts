import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ROLES } from '../accounts/role.js';
import { aDeficiency, aFollowUp, MANAGER, OFFICER } from './a-follow-up.js';
import { actorOf, ALLOWED, everything, openRequirement, violation } from './a-move.js';
import { FOLLOW_UP_ACTIONS, FOLLOW_UP_STATES, type FollowUpAction, type FollowUpState } from './follow-up.js';
import { availableActions, blockersOf, FOLLOW_UP_WORKFLOW, take, workflowDiagram } from './follow-up-workflow.js';

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

  it('says in plain words what is not allowed', () => {
    const wrong = violation(() => take('start', aFollowUp(), OFFICER));
    expect([wrong.message, wrong.blockers]).toEqual(['Starta går inte när uppföljningen är i läget Bedömning', []]);
    expect(violation(() => take('approve', aFollowUp({ state: 'deciding' }), OFFICER)).message).toBe(
      'Du får inte göra detta: Godkänn',
    );
    expect(violation(() => take('submit', aFollowUp(), OFFICER)).message).toBe(
      'Skriv varför ingen faktakontroll har gjorts',
    );
    expect(violation(() => take('cancel', aFollowUp(), OFFICER, { reason: ' ' })).message).toBe('Skriv ett skäl');
    expect(violation(() => take('take-back', aFollowUp({ state: 'fact-check' }), OFFICER)).code).toBe(
      'reason-required',
    );
    const [empty] = blockersOf('assess', aFollowUp({ scope: [] }), OFFICER);
    expect(empty).toEqual({
      code: 'scope-empty',
      message: 'Uppföljningen omfattar inga avtalspunkter',
      place: { kind: 'follow-up' },
    });
    const [open] = blockersOf('close', aFollowUp({ actions: [openRequirement] }), OFFICER);
    expect(open?.message).toBe('Kravet ”Uppdatera planerna” är inte åtgärdat');
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
