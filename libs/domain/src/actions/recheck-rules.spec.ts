import { describe, expect, it } from '@jest/globals';
import { aRecheck, aRecheckAction } from '../follow-ups/a-follow-up.js';
import type { FollowUpFacts, RecheckActionFacts } from '../follow-ups/follow-up-facts.js';
import { recheckActionBlockers } from './recheck-rules.js';

function recheckOf(...actions: Partial<RecheckActionFacts>[]): FollowUpFacts {
  return aRecheck({
    recheck: { previousOutcome: null, actions: actions.map((changes) => aRecheckAction(changes)) },
  });
}

describe('the requirements that a re-check judges (R6, R7)', () => {
  it.each<[string, Partial<RecheckActionFacts>, string[]]>([
    ['a verdict with a text and evidence', {}, []],
    ['one that remains, with a text and evidence', { verdict: 'remains' }, []],
    ['no verdict yet', { verdict: null, note: '', evidenceIds: [] }, ['recheck-action-unjudged']],
    ['a verdict without a text', { note: '  ' }, ['recheck-action-without-note']],
    ['a verdict without evidence', { evidenceIds: [] }, ['recheck-action-without-evidence']],
    ['a verdict on the evidence of another round', { evidenceIds: ['old'] }, ['recheck-action-without-evidence']],
    ['a verdict on old evidence and new', { evidenceIds: ['old', 'meeting'] }, []],
    [
      'a verdict with neither',
      { note: '', evidenceIds: [] },
      ['recheck-action-without-note', 'recheck-action-without-evidence'],
    ],
  ])('with %s', (_case, changes, codes) => {
    expect(recheckActionBlockers(recheckOf(changes)).map(({ code }) => code)).toEqual(codes);
  });

  it('are named, each in its place', () => {
    const long = 'Se till att varje person som får stöd har en genomförandeplan som är aktuell';
    const facts = recheckOf(
      { id: 'a', verdict: null, text: long },
      { id: 'b', note: '', text: '' },
      { id: 'c', evidenceIds: [] },
    );
    expect(recheckActionBlockers(facts)).toEqual([
      {
        code: 'recheck-action-unjudged',
        message: 'Kravet ”Se till att varje person som får stöd …” är inte bedömt',
        place: { kind: 'action', id: 'a' },
      },
      {
        code: 'recheck-action-without-note',
        message: 'Kravet utan text saknar text till bedömningen',
        place: { kind: 'action', id: 'b' },
      },
      {
        code: 'recheck-action-without-evidence',
        message: 'Kravet ”Uppdatera planerna” saknar underlag från återkontrollen',
        place: { kind: 'action', id: 'c' },
      },
    ]);
    expect(recheckActionBlockers(aRecheck({ recheck: null }))).toEqual([]);
  });
});
