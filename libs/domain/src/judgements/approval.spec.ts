import { describe, expect, it } from '@jest/globals';
import { aFollowUp, MANAGER } from '../follow-ups/a-follow-up.js';
import type { ActorFacts, FollowUpFacts } from '../follow-ups/follow-up-facts.js';
import { approvalBlockers } from './approval.js';

describe('who may approve a judgement (R10)', () => {
  const cases: [string, Partial<FollowUpFacts>, Partial<ActorFacts>, string[]][] = [
    ['a manager of the committee who took no part', {}, {}, []],
    ['one who is no manager', {}, { roles: ['officer', 'registrar'] }, ['approver-not-manager']],
    ['a manager of another committee', {}, { committeeIds: ['school'] }, ['approver-other-committee']],
    ['the author, also as manager', { authorId: 'manager' }, { roles: ['officer', 'manager'] }, ['approver-is-author']],
    ['the one who started it', { startedById: 'manager' }, {}, ['approver-started']],
    ['a member of the team', { teamIds: ['manager'] }, {}, ['approver-in-team']],
    ['one who has not declared', {}, { hasConflict: null }, ['conflict-undeclared']],
    ['one who has declared a conflict', {}, { hasConflict: true }, ['conflict-declared']],
    [
      'an author in the team',
      { authorId: 'manager', teamIds: ['manager'] },
      {},
      ['approver-is-author', 'approver-in-team'],
    ],
  ];

  it.each(cases)('judges %s', (_who, facts, actor, codes) => {
    const blockers = approvalBlockers(aFollowUp(facts), { ...MANAGER, ...actor });
    expect(blockers.map(({ code }) => code)).toEqual(codes);
  });
});
