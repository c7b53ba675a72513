import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RuleViolation } from '../follow-ups/rule-violation.js';
import { REQUEST_ACTIONS, REQUEST_STATES, type RequestAction, type RequestState } from './information-request.js';
import { isLate } from './request-deadline.js';
import { REQUEST_WORKFLOW, requestActions, requestDiagram, takeRequestAction } from './request-workflow.js';

// Every move that is allowed, written out once more by hand.
const ALLOWED: [RequestAction, RequestState, RequestState][] = [
  ['answer', 'sent', 'answering'],
  ['answer', 'answering', 'answering'],
  ['answer', 'returned', 'returned'],
  ['submit', 'answering', 'answered'],
  ['submit', 'returned', 'answered'],
  ['return', 'answered', 'returned'],
  ['close', 'answered', 'closed'],
  ['reopen', 'closed', 'answered'],
  ['withdraw', 'sent', 'withdrawn'],
  ['withdraw', 'answering', 'withdrawn'],
  ['withdraw', 'returned', 'withdrawn'],
  ['withdraw', 'answered', 'withdrawn'],
];

describe('the workflow of an information request', () => {
  it('is drawn in docs/information-request-states.md exactly as the table says', () => {
    const page = fileURLToPath(new URL('../../../../docs/information-request-states.md', import.meta.url));
    expect(readFileSync(page, 'utf8')).toBe(requestDiagram());
  });

  const pairs = REQUEST_ACTIONS.flatMap((action) => REQUEST_STATES.map((state) => [action, state] as const));

  it.each(pairs)('takes or refuses %s from %s as the table says', (action, state) => {
    const allowed = ALLOWED.find(([name, from]) => name === action && from === state);
    if (allowed) expect(takeRequestAction(action, state)).toBe(allowed[2]);
    else expect(() => takeRequestAction(action, state)).toThrow(RuleViolation);
  });

  it('says in Swedish what cannot be done, and where the request stands', () => {
    expect(() => takeRequestAction('submit', 'closed')).toThrow(
      'Lämna in går inte när informationsbegäran är i läget avslutad',
    );
  });

  it.each(['answering', 'returned'] as const)(
    'accepts a late submission from %s: it is marked, not refused',
    (state) => {
      expect(isLate(new Date('2030-01-01T00:00:00Z'), '2026-12-07')).toBe(true);
      expect(takeRequestAction('submit', state)).toBe('answered');
    },
  );

  it('reaches every state from sent', () => {
    const reached = new Set<RequestState>(['sent']);
    for (const state of reached) {
      for (const action of REQUEST_ACTIONS) {
        if (REQUEST_WORKFLOW[action].from.includes(state)) reached.add(takeRequestAction(action, state));
      }
    }
    expect([...reached].sort()).toEqual([...REQUEST_STATES].sort());
  });

  it.each<[RequestState, RequestAction[], RequestAction[]]>([
    ['sent', ['answer'], ['answer', 'withdraw']],
    ['answering', ['answer', 'submit'], ['answer', 'submit', 'withdraw']],
    ['returned', ['answer', 'submit'], ['answer', 'submit', 'withdraw']],
    ['answered', [], ['return', 'close', 'withdraw']],
    ['closed', [], ['reopen']],
    ['withdrawn', [], []],
  ])('gives the two sides their acts in %s; the officer may answer on behalf', (state, provider, officer) => {
    expect(requestActions(state, 'provider')).toEqual(provider);
    expect(requestActions(state, 'officer')).toEqual(officer);
  });
});
