import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/calendar-date.js';
import { proposesInDepth, type SignalFacts } from './in-depth-proposal.js';
import { SIGNAL_KINDS, SIGNAL_STATES } from './signal.js';

const TODAY = '2026-11-22';
const signal = (receivedOn: string, kind: SignalFacts['kind'] = 'complaint', state: SignalFacts['state'] = 'open') => ({
  kind,
  receivedOn,
  state,
});

describe('An in-depth follow-up', () => {
  it.each<[string, SignalFacts[], string, number]>([
    [
      'three signals within six months, the first and last day with them',
      [signal('2026-05-22'), signal('2026-09-01', 'tip'), signal(TODAY, 'deviation')],
      '3 signaler sedan 22 maj 2026',
      3,
    ],
    [
      'a lex Sarah report and one more',
      [signal('2026-10-01', 'lex-sarah'), signal('2026-11-01')],
      '2 signaler sedan 22 maj 2026, bland dem Lex Sarah-rapport',
      2,
    ],
    [
      'a decision by IVO and a lex Sarah report',
      [signal('2026-10-01', 'ivo-decision'), signal('2026-11-01', 'lex-sarah')],
      '2 signaler sedan 22 maj 2026, bland dem Lex Sarah-rapport och beslut av IVO',
      2,
    ],
    [
      'three of which two are handled',
      [signal('2026-10-01'), signal('2026-10-02', 'tip', 'handled'), signal('2026-10-03', 'tip', 'handled')],
      '3 signaler sedan 22 maj 2026',
      3,
    ],
  ])('is proposed by %s', (_case, signals, because, counted) => {
    expect(proposesInDepth(signals, TODAY)).toEqual({ proposed: true, because, counted });
  });

  it.each<[string, SignalFacts[], number]>([
    ['nothing', [], 0],
    ['two complaints', [signal('2026-10-01'), signal('2026-11-01')], 2],
    ['a lex Sarah report alone', [signal('2026-10-01', 'lex-sarah')], 1],
    ['a third that is too old', [signal('2026-05-21'), signal('2026-10-01'), signal('2026-11-01')], 2],
    ['a lex Sarah report that is too old', [signal('2026-05-21', 'lex-sarah'), signal('2026-11-01')], 1],
    ['a third that has not come yet', [signal('2026-11-23'), signal('2026-10-01'), signal('2026-11-01')], 2],
    ['three that are all handled', [1, 2, 3].map(() => signal('2026-10-01', 'tip', 'handled')), 3],
  ])('is not proposed by %s', (_case, signals, counted) => {
    expect(proposesInDepth(signals, TODAY)).toEqual({ proposed: false, because: '', counted });
  });

  it('is never taken back by one more open signal, nor changed by their order', () => {
    const signals = fc.array(
      fc.record({
        kind: fc.constantFrom(...SIGNAL_KINDS),
        receivedOn: fc.integer({ min: -250, max: 20 }).map((days) => addDays(TODAY, days)),
        state: fc.constantFrom(...SIGNAL_STATES),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(signals, (all) => {
        const proposal = proposesInDepth(all, TODAY);
        expect(proposesInDepth([...all].reverse(), TODAY)).toEqual(proposal);
        if (proposal.proposed) expect(proposesInDepth([...all, signal(TODAY)], TODAY).proposed).toBe(true);
      }),
    );
  });
});
