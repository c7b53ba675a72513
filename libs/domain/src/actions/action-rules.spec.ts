import { describe, expect, it } from '@jest/globals';
import { aClause, aDeficiency, aFollowUp } from '../follow-ups/a-follow-up.js';
import type { ActionFacts } from '../follow-ups/follow-up-facts.js';
import { ACTION_STATES } from './action.js';
import { actionBlockers, isOpenRequirement } from './action-rules.js';

function action(changes: Partial<ActionFacts> = {}): ActionFacts {
  return {
    id: 'action',
    kind: 'requirement',
    text: 'Uppdatera planerna',
    findingIds: ['deficiency'],
    clauseIds: [],
    dueDate: null,
    state: 'open',
    ...changes,
  };
}

describe('what an action rests on (R7)', () => {
  const strength = aDeficiency({ id: 'strength', kind: 'strength', severity: null });

  it.each<[string, Partial<ActionFacts>, string[]]>([
    ['a requirement on a deficiency', {}, []],
    ['a requirement on nothing', { findingIds: [] }, ['requirement-without-deficiency']],
    ['a requirement on a strength', { findingIds: ['strength'] }, ['requirement-without-deficiency']],
    ['a requirement on a finding that is gone', { findingIds: ['gone'] }, ['requirement-without-deficiency']],
    ['a recommendation on any finding', { kind: 'recommendation', findingIds: ['strength'] }, []],
    ['a recommendation on nothing', { kind: 'recommendation', findingIds: [] }, ['recommendation-without-finding']],
    ['a withdrawn requirement', { findingIds: [], state: 'withdrawn' }, []],
  ])('%s', (_case, changes, codes) => {
    const facts = aFollowUp({ findings: [aDeficiency(), strength], actions: [action(changes)] });
    expect(actionBlockers(facts).map(({ code }) => code)).toEqual(codes);
  });

  it('is never a goal alone where it is a requirement', () => {
    const scope = [aClause('15', { kind: 'goal' })];
    const facts = aFollowUp({ scope, findings: [aDeficiency()], actions: [action()] });
    expect(actionBlockers(facts)).toMatchObject([
      { code: 'requirement-on-goal', place: { kind: 'action', id: 'action' } },
    ]);
  });
});

describe('an open requirement (R14)', () => {
  it('is one that is not verified, lapsed or withdrawn; a recommendation never is', () => {
    const open = ACTION_STATES.filter((state) => isOpenRequirement({ kind: 'requirement', state }));
    expect(open).not.toEqual(expect.arrayContaining(['verified']));
    expect(open).toEqual(expect.arrayContaining(['open', 'planned', 'reported-done', 'remains']));
    expect(open).not.toContain('lapsed');
    expect(open).not.toContain('withdrawn');
    expect(ACTION_STATES.filter((state) => isOpenRequirement({ kind: 'recommendation', state }))).toEqual([]);
  });
});
