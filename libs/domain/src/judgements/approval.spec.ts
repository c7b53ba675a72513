import { describe, expect, it } from '@jest/globals';
import { aFollowUp, MANAGER } from '../follow-ups/a-follow-up.js';
import type { ActorFacts, DecisionFacts, FollowUpFacts } from '../follow-ups/follow-up-facts.js';
import { LAW_REGISTER } from '../law/law-register.js';
import { approvalBlockers, conflictBlockers } from './approval.js';

describe('who may approve a judgement (R10)', () => {
  const cases: [string, Partial<FollowUpFacts>, Partial<ActorFacts>, string[]][] = [
    ['a manager of the committee who took no part', {}, {}, []],
    ['one who is no manager', {}, { roles: ['officer', 'registrar'] }, ['approver-not-manager']],
    ['a manager of another committee', {}, { committeeIds: ['school'] }, ['approver-other-committee']],
    ['the author, also as manager', { authorId: 'manager' }, { roles: ['officer', 'manager'] }, ['approver-is-author']],
    ['the one who started it', { startedById: 'manager' }, {}, ['approver-started']],
    ['a member of the team', { teamIds: ['manager'] }, {}, ['approver-in-team']],
    ['one who has not declared', {}, { hasConflict: null }, ['conflict-undeclared']],
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

  it('points at the judgement, in words that say why', () => {
    const facts = aFollowUp({ authorId: 'manager', teamIds: ['manager'], startedById: 'manager' });
    const stranger = { ...MANAGER, roles: [], committeeIds: [], hasConflict: null };
    const blockers = approvalBlockers(facts, stranger);
    expect(blockers.map(({ message }) => message)).toEqual([
      'Bara en enhetschef kan godkänna bedömningen',
      'Du är inte enhetschef i den nämnd som äger ärendet',
      'Du kan inte godkänna din egen bedömning',
      'Du ingår i teamet för uppföljningen och kan inte godkänna den',
      'Du har inte intygat att du saknar jäv',
    ]);
    expect(new Set(blockers.map(({ place }) => place.kind))).toEqual(new Set(['judgement']));
    const [started] = approvalBlockers(aFollowUp({ startedById: 'manager' }), MANAGER);
    expect(started?.message).toBe('Du har startat uppföljningen och kan inte godkänna den');
  });

  it('stops one who has declared a conflict from everything, and nobody else', () => {
    expect(conflictBlockers({ hasConflict: true })).toEqual([
      {
        code: 'conflict-declared',
        message: 'Du har anmält jäv i ärendet och kan inte handlägga det',
        place: { kind: 'follow-up' },
      },
    ]);
    expect(conflictBlockers({ hasConflict: false })).toEqual([]);
    expect(conflictBlockers({ hasConflict: null })).toEqual([]);
  });
});

describe('by what right a judgement is decided (R10)', () => {
  const nothing = { delegated: false, covered: false, reserved: false, committeeDecided: false };
  const cases: [string, Partial<DecisionFacts>, string[]][] = [
    ['is the manager’s where the committee has not delegated judgements', {}, []],
    ['is the holder’s of a delegation that covers the day', { delegated: true, covered: true }, []],
    ['is not theirs whose delegation ended yesterday', { delegated: true }, ['delegation-missing']],
    [
      'is the committee’s own, whoever has a delegation',
      { delegated: true, covered: true, reserved: true },
      ['reserved'],
    ],
    ['is the committee’s own also where nothing is delegated', { reserved: true }, ['reserved']],
    [
      'is the committee’s own first, without asking for a delegation',
      { delegated: true, reserved: true },
      ['reserved'],
    ],
    ['is given by the committee’s decision', { delegated: true, reserved: true, committeeDecided: true }, []],
    ['is given by the committee’s decision, without any delegation', { delegated: true, committeeDecided: true }, []],
  ];

  it.each(cases)('%s', (_case, decision, codes) => {
    const blockers = approvalBlockers(aFollowUp({ decision: { ...nothing, ...decision } }), MANAGER);
    expect(blockers.map(({ code }) => code.replace(/-for-committee$/, ''))).toEqual(codes);
  });

  it('says what the next step is, by a law that is valid', () => {
    const [blocker] = approvalBlockers(aFollowUp({ decision: { ...nothing, reserved: true } }), MANAGER);
    expect(blocker).toEqual({
      code: 'reserved-for-committee',
      message:
        'Nämnden beslutar själv i frågan (kommunallagen 6 kap. 38 §). Lägg fram den i en tjänsteskrivelse och registrera sedan nämndens beslut',
      place: { kind: 'judgement' },
    });
    expect(LAW_REGISTER.find(({ names }) => names.includes('kommunallagen'))?.paragraphs).toContain('6:38');
    const [missing] = approvalBlockers(aFollowUp({ decision: { ...nothing, delegated: true } }), MANAGER);
    expect(missing?.message).toBe(
      'Du har ingen delegation som gäller i dag för att besluta om den samlade bedömningen',
    );
  });

  it('adds to what else stops the approver', () => {
    const facts = aFollowUp({ authorId: 'manager', decision: { ...nothing, delegated: true } });
    expect(approvalBlockers(facts, MANAGER).map(({ code }) => code)).toEqual([
      'approver-is-author',
      'delegation-missing',
    ]);
  });
});
