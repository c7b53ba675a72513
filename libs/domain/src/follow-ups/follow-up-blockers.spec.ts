import { describe, expect, it } from '@jest/globals';
import { aDeficiency, aFollowUp, MANAGER, OFFICER } from './a-follow-up.js';
import { actorOf, ALLOWED, everything, openRequirement, violation } from './a-move.js';
import type { FollowUpFacts } from './follow-up-facts.js';
import { FOLLOW_UP_ACTIONS, type FollowUpAction } from './follow-up.js';
import { availableActions, blockersOf, take } from './follow-up-workflow.js';
import { FOLLOW_UP_ACTION_LABELS } from './labels.js';

describe('what stops a follow-up from moving on', () => {
  it('asks why there was no fact check only where there was none', () => {
    expect(violation(() => take('submit', aFollowUp(), OFFICER, { reason: '  ' })).code).toBe('reason-required');
    expect(take('submit', aFollowUp({ hasFactCheck: true }), OFFICER)).toEqual({ to: 'deciding' });
    expect(take('submit', aFollowUp({ state: 'fact-check' }), OFFICER)).toEqual({ to: 'deciding' });
  });

  it('does not submit while a remark of the fact check is unanswered', () => {
    const facts = aFollowUp({ state: 'fact-check', unansweredRemarks: 1 });
    expect(violation(() => take('submit', facts, OFFICER)).blockers).toEqual([
      {
        code: 'remarks-unanswered',
        message: 'En synpunkt i faktakontrollen är obesvarad',
        place: { kind: 'fact-check' },
      },
    ]);
    const more = blockersOf('submit', { ...facts, unansweredRemarks: 3 }, OFFICER);
    expect(more.map(({ message }) => message)).toEqual(['3 synpunkter i faktakontrollen är obesvarade']);
  });

  it('does not submit while a comment of the last return is unanswered; each is quoted, shortened, at its own place', () => {
    const long = 'Beskriv tydligare vad bedömningen bygger på och hänvisa till granskningen.';
    const unansweredComments = [
      { id: 'k-1', text: 'Hur många?' },
      { id: 'k-2', text: long },
    ];
    const facts = aFollowUp({ hasFactCheck: true, unansweredComments });
    expect(violation(() => take('submit', facts, OFFICER)).blockers).toEqual([
      {
        ...{ code: 'comment-unanswered', message: 'Chefens kommentar är obesvarad: ”Hur många?”' },
        place: { kind: 'return-comment', id: 'k-1' },
      },
      {
        code: 'comment-unanswered',
        message: 'Chefens kommentar är obesvarad: ”Beskriv tydligare vad bedömningen bygger på och hänvisa till …”',
        place: { kind: 'return-comment', id: 'k-2' },
      },
    ]);
    expect(blockersOf('send-for-fact-check', facts, OFFICER)).toEqual([]);
  });

  it('does not submit while the fact check is out', () => {
    const facts = aFollowUp({ state: 'fact-check', factCheckOut: true });
    expect(violation(() => take('submit', facts, OFFICER)).blockers).toEqual([
      {
        code: 'fact-check-out',
        message: 'Faktakontrollen pågår: utföraren är inte klar och svarstiden har inte gått ut',
        place: { kind: 'fact-check' },
      },
    ]);
    expect(take('take-back', facts, OFFICER, everything)).toEqual({ to: 'assessing' });
  });

  it('does not submit while somebody in the team has not said that they have no conflict of interest (R10)', () => {
    const facts = aFollowUp({ state: 'fact-check', teamUndeclared: ['Maja Lind', 'Bo Ek', 'Eva Dahl'] });
    expect(violation(() => take('submit', facts, OFFICER)).blockers).toEqual([
      {
        code: 'team-conflict-undeclared',
        message: 'Alla i teamet ska intyga att de saknar jäv. Det återstår för Maja Lind, Bo Ek och Eva Dahl',
        place: { kind: 'follow-up' },
      },
    ]);
    expect(blockersOf('send-for-fact-check', facts, OFFICER)).toEqual([]);
  });

  it('stops one who has declared a conflict of interest from every act, and not the system (R10)', () => {
    for (const [action, state] of ALLOWED) {
      const actor = actorOf(action);
      if (actor === 'system') continue;
      const facts = aFollowUp({ state });
      const stopped = violation(() => take(action, facts, { ...actor, hasConflict: true }, everything));
      expect(stopped.blockers.map(({ code }) => code)).toEqual(['conflict-declared']);
      expect(stopped.message).toBe(`${FOLLOW_UP_ACTION_LABELS[action]} går inte än`);
    }
    expect(blockersOf('recheck-opened', aFollowUp({ state: 'remedying' }), 'system')).toEqual([]);
  });

  it('is not approved by one who wrote it, nor without the right to decide (R10)', () => {
    const delegated = { delegated: true, covered: false, reserved: false, committeeDecided: false };
    const facts = aFollowUp({ state: 'deciding', authorId: 'manager', decision: delegated });
    const refused = violation(() => take('approve', facts, MANAGER));
    expect([refused.code, refused.blockers.map(({ code }) => code)]).toEqual([
      'blocked',
      ['approver-is-author', 'delegation-missing'],
    ]);
    expect(take('return', facts, MANAGER, everything)).toEqual({ to: 'assessing' });
  });

  it('does not return a judgement without a comment', () => {
    const facts = aFollowUp({ state: 'deciding' });
    const blank = { place: { kind: 'judgement' }, text: '  ' } as const;
    for (const comments of [[], [blank]]) {
      const refused = violation(() => take('return', facts, MANAGER, { comments }));
      expect([refused.code, refused.message]).toEqual([
        'comments-required',
        'Skriv minst en kommentar om vad som behöver ändras',
      ]);
    }
    expect(violation(() => take('return', facts, MANAGER)).code).toBe('comments-required');
    expect(take('return', facts, MANAGER, { comments: [blank, { ...blank, text: 'Skriv mer' }] })).toEqual({
      to: 'assessing',
    });
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

  it('checks the content that each step rests on', () => {
    const codes = (action: FollowUpAction, changes: Partial<FollowUpFacts>) =>
      blockersOf(action, aFollowUp(changes), OFFICER).map(({ code }) => code);
    const groundless = aDeficiency({ clauseIds: [], legalGround: null });
    const wrong: [Partial<FollowUpFacts>, string, FollowUpAction[]][] = [
      [{ scope: [], assessments: [] }, 'scope-empty', ['assess', 'send-for-fact-check', 'submit']],
      [{ assessments: [] }, 'clause-not-assessed', ['send-for-fact-check', 'submit']],
      [{ findings: [groundless] }, 'deficiency-without-ground', ['send-for-fact-check', 'submit']],
      [{ actions: [openRequirement] }, 'requirement-without-deficiency', ['submit']],
      [{ proposal: null }, 'judgement-missing', ['submit']],
      [{ reportDate: '2026-10-04' }, 'report-before-evidence', ['send-for-fact-check', 'submit']],
    ];
    for (const [changes, code, stopped] of wrong) {
      expect(FOLLOW_UP_ACTIONS.filter((action) => codes(action, changes).includes(code))).toEqual(stopped);
    }
  });
});
