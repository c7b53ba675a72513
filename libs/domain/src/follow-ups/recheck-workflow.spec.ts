import { describe, expect, it } from '@jest/globals';
import { aDeficiency, aFollowUp, aRecheck, aRecheckAction, MANAGER, OFFICER } from './a-follow-up.js';
import { everything, openRequirement, violation } from './a-move.js';
import type { RecheckActionFacts } from './follow-up-facts.js';
import { blockersOf, take } from './follow-up-workflow.js';

describe('the workflow of a re-check', () => {
  const remaining = aRecheckAction({ id: 'other', verdict: 'remains' });
  const recheckOf = (...actions: RecheckActionFacts[]) => aRecheck({ recheck: { previousOutcome: null, actions } });

  it('begins to judge only where there are requirements to judge', () => {
    expect(take('assess', { ...recheckOf(aRecheckAction()), scope: [], state: 'gathering' }, OFFICER)).toEqual({
      to: 'assessing',
    });
    for (const facts of [recheckOf(), aRecheck({ recheck: null })]) {
      for (const action of ['assess', 'send-for-fact-check', 'submit'] as const) {
        expect(blockersOf(action, facts, OFFICER)).toContainEqual({
          code: 'scope-empty',
          message: 'Återkontrollen omfattar inga öppna krav',
          place: { kind: 'follow-up' },
        });
      }
    }
  });

  it('asks for a verdict with a text and evidence on every requirement, and for nothing of the clauses (R6, R7)', () => {
    const facts = {
      ...recheckOf(aRecheckAction({ verdict: null }), remaining),
      findings: [aDeficiency({ clauseIds: [] })],
    };
    for (const action of ['send-for-fact-check', 'submit'] as const) {
      expect(blockersOf(action, { ...facts, actions: [openRequirement] }, OFFICER).map(({ code }) => code)).toContain(
        'recheck-action-unjudged',
      );
      const rules = new Set(blockersOf(action, facts, OFFICER).map(({ code }) => code));
      expect([...rules].filter((code) => !code.startsWith('recheck-') && !code.startsWith('judgement-'))).toEqual([]);
    }
    expect(blockersOf('assess', facts, OFFICER)).toEqual([]);
  });

  it('does not judge requirements in a round that is no re-check', () => {
    const { recheck } = recheckOf(aRecheckAction({ verdict: null }));
    expect(blockersOf('submit', aFollowUp({ recheck }), OFFICER)).toEqual([]);
  });

  it('is submitted with the proposal of its own rule, and asks for a reason to depart (R9)', () => {
    const facts = recheckOf(aRecheckAction(), remaining);
    expect(blockersOf('submit', facts, OFFICER).map(({ code }) => code)).toEqual(['judgement-departs-without-reason']);
    const proposal = { outcome: 'approved-with-remarks', reason: null, unmetReasons: [] } as const;
    expect(take('submit', { ...facts, proposal }, OFFICER, everything)).toEqual({ to: 'deciding' });
  });

  it('reads the texts of its verdicts (R12)', () => {
    const facts = recheckOf(aRecheckAction({ note: 'Alla xxx är klara.' }));
    expect(blockersOf('submit', facts, OFFICER)).toMatchObject([
      { code: 'placeholder', place: { kind: 'action', id: 'requirement' } },
    ]);
  });

  it('needs no fact check, asks for the reason as always, and may have one', () => {
    const facts = recheckOf(aRecheckAction());
    expect(violation(() => take('submit', facts, OFFICER)).code).toBe('reason-required');
    expect(take('send-for-fact-check', facts, OFFICER)).toEqual({ to: 'fact-check' });
  });

  it('is closed when it is approved, also where a requirement remains: that is the matter of the root', () => {
    const facts = { ...recheckOf(remaining), state: 'deciding', actions: [openRequirement] } as const;
    expect(take('approve', facts, MANAGER)).toEqual({ to: 'closed' });
  });
});
