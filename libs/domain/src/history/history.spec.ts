import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changesInWords } from './changes-in-words.js';
import { eventKindsOf, HISTORY_GROUPS, historyGroupOf } from './history-group.js';
import { HISTORY_GROUP_LABELS } from './labels.js';

describe('What an event of a case has to do with', () => {
  it.each([
    ['follow-up.start', 'workflow'],
    ['follow-up.approve', 'decision'],
    ['follow-up.send-for-fact-check', 'provider'],
    ['evidence.added', 'evidence'],
    ['assessment.changed', 'assessment'],
    ['action.added', 'assessment'],
    ['action.moved', 'plan'],
    ['answer.changed', 'provider'],
    ['action-plan.submitted', 'plan'],
    ['sanction.decided', 'sanction'],
    ['mail.sent', 'communication'],
    ['publication.published', 'publication'],
    ['deadline.moved', 'deadline'],
    ['information-request.reminded', 'deadline'],
    ['information-request.sent', 'provider'],
  ])('%s: %s', (kind, group) => {
    expect(historyGroupOf(kind)).toBe(group);
  });

  it('is not known for what happens outside cases', () => {
    expect(historyGroupOf('contract.created')).toBeUndefined();
    expect(historyGroupOf('follow-ups.start')).toBeUndefined();
    expect(historyGroupOf('')).toBeUndefined();
  });

  it('has a name and something in it, for each group', () => {
    for (const group of HISTORY_GROUPS) {
      expect(HISTORY_GROUP_LABELS[group]).toMatch(/^[A-ZÅÄÖ]/);
      expect(eventKindsOf(group).nouns.length).toBeGreaterThan(0);
    }
  });

  it('can be looked for: the same kinds are found by the group as the group is told of', () => {
    for (const kind of ['follow-up.approve', 'follow-up.start', 'action.moved', 'action.added', 'deadline.set']) {
      const found = HISTORY_GROUPS.filter((group) => {
        const { nouns, kinds, exceptKinds } = eventKindsOf(group);
        return kinds.includes(kind) || (nouns.includes(kind.split('.')[0] ?? '') && !exceptKinds.includes(kind));
      });
      expect(found).toEqual([historyGroupOf(kind)]);
    }
  });
});

describe('What an event changed', () => {
  it('is told from what to what, in the words of the screen', () => {
    const before = { verdict: 'partly-met', text: 'Sju av nio.', clauseIds: ['a'], evidenceIds: [] };
    const after = { verdict: 'met', text: 'Sju av nio.', clauseIds: ['a', 'b'], evidenceIds: ['c'] };
    expect(changesInWords('assessment.changed', [before], after)).toEqual([
      { field: 'Bedömning', from: 'Uppfylls delvis', to: 'Uppfylls' },
      { field: 'Avtalspunkter', from: '1 avtalspunkt', to: '2 avtalspunkter' },
      { field: 'Stöds av', from: 'inga', to: '1 underlag' },
    ]);
  });

  it('names states by what they are states of', () => {
    const change = { before: { state: 'answered' }, after: { state: 'closed' } };
    expect(changesInWords('information-request.closed', change.before, change.after)).toEqual([
      { field: 'Läge', from: 'Besvarad', to: 'Avslutad' },
    ]);
    expect(changesInWords('action.moved', { state: 'open' }, { state: 'reported-done' })).toEqual([
      { field: 'Läge', from: 'Öppet', to: 'Anmält som åtgärdat' },
    ]);
  });

  it('writes dates, instants, numbers and sums as Swedes do', () => {
    expect(changesInWords('deadline.moved', { due: '2026-12-07' }, { due: '2027-01-11', reason: 'Sjukdom.' })).toEqual([
      { field: 'Skäl', from: null, to: 'Sjukdom.' },
      { field: 'Sista dag', from: '7 december 2026', to: '11 januari 2027' },
    ]);
    expect(changesInWords('evidence.changed', {}, { startsAt: '2026-12-01T08:00:00.000Z' })).toEqual([
      { field: 'Börjar', from: null, to: '1 december 2026 kl. 09:00' },
    ]);
    expect(changesInWords('sanction.decided', null, { amount: 25000 })).toEqual([
      { field: 'Belopp', from: null, to: '25\u00a0000\u00a0kronor' },
    ]);
    expect(changesInWords('figure.changed', { found: 7 }, { found: 1800.5 })).toEqual([
      { field: 'Antal', from: '7', to: '1\u00a0800,5' },
    ]);
  });

  it('names what was decided of plans, remarks, re-checks and sanctions', () => {
    const verdicts = ['sufficient', 'incomplete', 'sufficient'].map((verdict) => ({ actionId: 'a', verdict }));
    const judged = { state: 'returned', verdicts, roundId: 'r' };
    expect(changesInWords('action-plan.returned', { state: 'submitted' }, judged)).toEqual([
      { field: 'Läge', from: 'Inlämnad', to: 'Återlämnad' },
      { field: 'Bedömning av planen', from: null, to: '2 tillräcklig, 1 behöver kompletteras' },
    ]);
    const answered = { outcome: 'not-accepted', text: 'Mötet hölls inte.' };
    expect(changesInWords('fact-check.remark-answered', undefined, answered)).toEqual([
      { field: 'Svar', from: null, to: 'Godtas inte' },
      { field: 'Text', from: null, to: 'Mötet hölls inte.' },
    ]);
    const [tried, tells] = [
      { verdict: null, before: null },
      { verdict: 'verified', before: { k: 5, n: 9 } },
    ];
    expect(changesInWords('recheck-action.changed', tried, tells)).toEqual([
      { field: 'Effekt före', from: null, to: '5 av 9' },
      { field: 'Bedömning', from: null, to: expect.stringMatching(/^[A-ZÅÄÖ]/) },
    ]);
    expect(changesInWords('sanction.upheld', { state: 'disputed' }, { state: 'upheld' })).toEqual([
      { field: 'Läge', from: 'Bestridd', to: 'Står fast' },
    ]);
  });

  it('of what a provider drafts is not told before it is handed in', () => {
    expect(changesInWords('answer.added', undefined, { comment: 'Ett utkast.', source: 'provider' })).toEqual([]);
    expect(changesInWords('action-plan-item.saved', { cause: 'Tidigare.' }, { cause: 'Senare.' })).toEqual([]);
  });

  it('of what is gone is what it was, and of what is not named again is nothing', () => {
    expect(changesInWords('finding.removed', { title: 'Brist', kind: 'deficiency' }, undefined)).toEqual([
      { field: 'Slag', from: 'Brist', to: null },
      { field: 'Titel', from: 'Brist', to: null },
    ]);
    expect(changesInWords('finding.changed', { title: 'Gammal', text: 'Kvar.' }, { title: 'Ny' })).toEqual([
      { field: 'Titel', from: 'Gammal', to: 'Ny' },
    ]);
    expect(changesInWords('mail.sent', undefined, undefined)).toEqual([]);
  });

  it('tells a long text by its beginning', () => {
    const [change] = changesInWords('finding.added', undefined, { text: `${'Lång text.\n'.repeat(60)}` });
    expect(change?.to).toMatch(/^(Lång text\. )+Lång text …$/);
    expect(change?.to?.length).toBeLessThan(250);
  });

  it('never shows a code, an id or a field without a name', () => {
    const code = fc.constantFrom('partly-met', 'reported-done', 'someday', '0198c7e2-0000-7000-8000-000000000001');
    const field = fc.constantFrom('verdict', 'state', 'kind', 'outcome', 'severity', 'submissionId', 'seal', 'source');
    fc.assert(
      fc.property(fc.constantFrom('action.moved', 'finding.changed', 'x.y'), field, code, code, (kind, name, a, b) => {
        const told = changesInWords(kind, { [name]: a }, { [name]: b });
        for (const { field: label, from, to } of told) {
          expect(label).toMatch(/^[A-ZÅÄÖ][a-zåäö ]+$/);
          for (const words of [from, to]) if (words !== null) expect(words).toMatch(/^[A-ZÅÄÖ]/);
        }
      }),
    );
  });
});
