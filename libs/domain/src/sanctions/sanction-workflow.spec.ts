import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RuleViolation } from '../follow-ups/rule-violation.js';
import {
  SANCTION_ACTION_LABELS,
  SANCTION_EVENT_LABELS,
  SANCTION_KIND_LABELS,
  SANCTION_STATE_LABELS,
} from './labels.js';
import {
  SANCTION_WORKFLOW,
  sanctionActions,
  sanctionDiagram,
  type SanctionActor,
  type SanctionFacts,
  takeSanction,
} from './sanction-workflow.js';
import {
  SANCTION_ACTIONS,
  SANCTION_EVENT_KINDS,
  SANCTION_KINDS,
  SANCTION_STATES,
  type SanctionAction,
  type SanctionState,
} from './sanction.js';

const TODAY = '2026-11-22';

// Every move that is allowed once the time to answer is out, written out once more by hand.
const ALLOWED: [SanctionAction, SanctionState, SanctionState][] = [
  ['send', 'decided', 'sent'],
  ['dispute', 'sent', 'disputed'],
  ['answer', 'disputed', 'answered'],
  ['uphold', 'sent', 'upheld'],
  ['uphold', 'answered', 'upheld'],
  ['reduce', 'answered', 'reduced'],
  ['withdraw', 'decided', 'withdrawn'],
  ['withdraw', 'sent', 'withdrawn'],
  ['withdraw', 'disputed', 'withdrawn'],
  ['withdraw', 'answered', 'withdrawn'],
];

function aSanction(changes: Partial<SanctionFacts> = {}): SanctionFacts {
  return { kind: 'penalty', state: 'sent', answerDue: '2026-11-20', ...changes };
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

const sideOf = (action: SanctionAction): SanctionActor => (action === 'dispute' ? 'provider' : 'manager');

describe('the workflow of a sanction', () => {
  it('is drawn in docs/sanction-states.md exactly as the table says', () => {
    const page = fileURLToPath(new URL('../../../../docs/sanction-states.md', import.meta.url));
    expect(readFileSync(page, 'utf8')).toBe(sanctionDiagram());
  });

  const pairs = SANCTION_ACTIONS.flatMap((action) => SANCTION_STATES.map((state) => [action, state] as const));

  it.each(pairs)('takes or refuses %s from %s as the table says', (action, state) => {
    const allowed = ALLOWED.find(([name, from]) => name === action && from === state);
    const act = () => takeSanction(action, aSanction({ state }), sideOf(action), TODAY, 'Nya uppgifter');
    if (allowed) expect(act()).toBe(allowed[2]);
    else expect(violation(act).code).toBe('wrong-state');
  });

  it.each(pairs)('never lets the other side %s from %s', (action, state) => {
    const other = sideOf(action) === 'manager' ? 'provider' : 'manager';
    const act = () => takeSanction(action, aSanction({ state }), other, TODAY, 'Nya uppgifter');
    expect(violation(act).code).toBe('not-permitted');
  });

  it('reaches every state from decided', () => {
    const reached = new Set<SanctionState>(['decided']);
    for (const state of reached) {
      for (const { from, to } of Object.values(SANCTION_WORKFLOW)) if (from.includes(state)) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...SANCTION_STATES].sort());
  });

  it('says in Swedish what cannot be done, and where the sanction stands', () => {
    expect(() => takeSanction('send', aSanction(), 'manager', TODAY)).toThrow(
      'Skicka till utföraren går inte när påföljden är i läget skickad',
    );
  });

  it('stands fast without a dispute first when the time to answer is out', () => {
    const act = (answerDue: string) => () =>
      takeSanction('uphold', aSanction({ answerDue }), 'manager', TODAY, 'Inget svar');
    expect(act('2026-11-21')()).toBe('upheld');
    expect(violation(act('2026-11-22')).blockers).toEqual([
      expect.objectContaining({
        code: 'answer-time-not-out',
        message: 'Utföraren kan svara till och med 22 november 2026',
      }),
    ]);
    const answered = aSanction({ state: 'answered', answerDue: '2026-12-31' });
    expect(takeSanction('uphold', answered, 'manager', TODAY, 'Inget nytt')).toBe('upheld');
  });

  it('may be disputed late: time alone does not silence the provider', () => {
    expect(takeSanction('dispute', aSanction({ answerDue: '2020-01-01' }), 'provider', TODAY, 'Nej')).toBe('disputed');
  });

  it('has nothing to reduce where there is no amount', () => {
    const facts = aSanction({ kind: 'warning', state: 'answered' });
    expect(violation(() => takeSanction('reduce', facts, 'manager', TODAY, 'Skäl')).blockers[0]?.code).toBe(
      'no-amount',
    );
    expect(sanctionActions(facts, 'manager', TODAY).map(({ name }) => name)).toEqual(['uphold', 'withdraw']);
  });

  it.each(SANCTION_ACTIONS)('asks for what %s needs', (action) => {
    const [from = 'sent'] = SANCTION_WORKFLOW[action].from;
    const act = () => takeSanction(action, aSanction({ state: from }), sideOf(action), TODAY, ' \n');
    if (action === 'send') expect(act()).toBe('sent');
    else expect(violation(act).code).toMatch(action === 'dispute' || action === 'answer' ? 'text' : 'reason');
  });

  it('asks for a day that exists', () => {
    expect(() => takeSanction('send', aSanction({ state: 'decided' }), 'manager', 'i dag')).toThrow(RangeError);
  });

  it.each<[SanctionState, SanctionAction[], SanctionAction[]]>([
    ['decided', ['send', 'withdraw'], []],
    ['sent', ['uphold', 'withdraw'], ['dispute']],
    ['disputed', ['answer', 'withdraw'], []],
    ['answered', ['uphold', 'reduce', 'withdraw'], []],
    ['upheld', [], []],
    ['reduced', [], []],
    ['withdrawn', [], []],
  ])('gives the two sides their acts in %s', (state, manager, provider) => {
    const facts = aSanction({ state });
    expect(sanctionActions(facts, 'manager', TODAY).map(({ name }) => name)).toEqual(manager);
    expect(sanctionActions(facts, 'provider', TODAY).map(({ name }) => name)).toEqual(provider);
  });

  it('offers with each act what it needs and what still stops it', () => {
    const [uphold] = sanctionActions(aSanction({ answerDue: '2026-12-06' }), 'manager', TODAY);
    expect(uphold).toMatchObject({ name: 'uphold', needs: 'reason', blockers: [{ code: 'answer-time-not-out' }] });
    const reduce = sanctionActions(aSanction({ state: 'answered' }), 'manager', TODAY)[1];
    expect(reduce).toEqual({ name: 'reduce', needs: 'amount-and-reason', blockers: [] });
  });
});

describe('the words of a sanction', () => {
  it.each([
    [SANCTION_KIND_LABELS, SANCTION_KINDS],
    [SANCTION_STATE_LABELS, SANCTION_STATES],
    [SANCTION_ACTION_LABELS, SANCTION_ACTIONS],
    [SANCTION_EVENT_LABELS, SANCTION_EVENT_KINDS],
  ])('exist for every value, each its own: %j', (labels, values) => {
    expect(Object.keys(labels).sort()).toEqual([...values].sort());
    expect(new Set(Object.values(labels)).size).toBe(values.length);
  });
});
