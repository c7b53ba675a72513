import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { RuleViolation } from '../follow-ups/rule-violation.js';
import { FACT_CHECK_ACTIONS, FACT_CHECK_STATES, type FactCheckAction, type FactCheckState } from './fact-check.js';
import {
  factCheckActions,
  factCheckDiagram,
  handInFault,
  HELD_FACT_CHECK_STATES,
  OPEN_FACT_CHECK_STATES,
  silenceText,
  takeFactCheckAction,
} from './fact-check-workflow.js';

const no = 'refused' as const;
/** What each act leads to, in each state. */
const EXPECTED: Record<FactCheckAction, Record<FactCheckState, FactCheckState | typeof no>> = {
  remark: { sent: 'sent', answered: no, silent: 'silent', 'taken-back': no, closed: no },
  'hand-in': { sent: 'answered', answered: no, silent: 'answered', 'taken-back': no, closed: no },
  extend: { sent: 'sent', answered: no, silent: 'sent', 'taken-back': no, closed: no },
  answer: { sent: no, answered: 'answered', silent: no, 'taken-back': no, closed: no },
  'fall-silent': { sent: 'silent', answered: no, silent: no, 'taken-back': no, closed: no },
  'take-back': { sent: 'taken-back', answered: 'taken-back', silent: 'taken-back', 'taken-back': no, closed: no },
  close: { sent: 'closed', answered: 'closed', silent: 'closed', 'taken-back': no, closed: no },
};

describe('A fact check', () => {
  const pairs = FACT_CHECK_ACTIONS.flatMap((action) => FACT_CHECK_STATES.map((state) => [action, state] as const));

  it.each(pairs)('%s in the state %s leads where the table says', (action, state) => {
    const expected = EXPECTED[action][state];
    if (expected !== no) expect(takeFactCheckAction(action, state)).toBe(expected);
    else expect(() => takeFactCheckAction(action, state)).toThrow(RuleViolation);
  });

  it('is drawn in docs/fact-check-states.md exactly as the table says', () => {
    const page = fileURLToPath(new URL('../../../../docs/fact-check-states.md', import.meta.url));
    expect(readFileSync(page, 'utf8')).toBe(factCheckDiagram());
  });

  it('says what was wanted and where it stands when it refuses', () => {
    expect(() => takeFactCheckAction('hand-in', 'taken-back')).toThrow(
      'Lämna in går inte när faktakontrollen är i läget återtagen',
    );
  });

  it.each<[FactCheckState, FactCheckAction[], FactCheckAction[]]>([
    ['sent', ['remark', 'hand-in'], ['extend', 'take-back']],
    ['answered', [], ['answer', 'take-back']],
    ['silent', ['remark', 'hand-in'], ['extend', 'take-back']],
    ['taken-back', [], []],
    ['closed', [], []],
  ])('offers in the state %s to the provider %j and to the officer %j', (state, provider, officer) => {
    expect(factCheckActions(state, 'provider')).toEqual(provider);
    expect(factCheckActions(state, 'officer')).toEqual(officer);
  });

  it('is open for the provider also after silence, and has been held once it was answered or let pass', () => {
    expect(OPEN_FACT_CHECK_STATES).toEqual(['sent', 'silent']);
    expect(HELD_FACT_CHECK_STATES).toEqual(['answered', 'silent', 'closed']);
  });
});

describe('What is handed in', () => {
  it.each<[number, boolean, string | null]>([
    [1, false, null],
    [0, true, null],
    [0, false, 'Skriv minst en synpunkt, eller ange att ni inte har några synpunkter.'],
    [1, true, 'Ta bort synpunkterna först om ni inte vill lämna några.'],
  ])('with %i remarks and "inga synpunkter" %s is taken or refused', (remarks, noRemarks, fault) => {
    expect(handInFault(remarks, noRemarks)).toBe(fault);
  });
});

describe('Silence past the deadline', () => {
  it('is told in plain Swedish', () => {
    expect(silenceText('Omsorg AB', '7 december 2026')).toBe(
      'Omsorg AB svarade inte på faktakontrollen inom svarstiden, som gick ut 7 december 2026',
    );
  });
});
