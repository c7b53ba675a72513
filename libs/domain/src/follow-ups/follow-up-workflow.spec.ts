import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ROLES } from '../accounts/role.js';
import { aDeficiency, aFollowUp, aRecheck, aRecheckAction, MANAGER, OFFICER } from './a-follow-up.js';
import type { FollowUpFacts, RecheckActionFacts } from './follow-up-facts.js';
import { FOLLOW_UP_ACTIONS, FOLLOW_UP_STATES, type FollowUpAction, type FollowUpState } from './follow-up.js';
import { FOLLOW_UP_ACTION_LABELS } from './labels.js';
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

  function roleOf(action: FollowUpAction): string {
    const actor = actorOf(action);
    return actor === 'system' ? 'system' : (actor.roles[0] ?? '');
  }
});

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
