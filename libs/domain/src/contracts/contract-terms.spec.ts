import { describe, expect, it } from '@jest/globals';
import { type ContractTerms, contractTermProblems, extendedEnd } from './contract-terms.js';

const terms = (change: Partial<ContractTerms>): ContractTerms => ({
  start: '2023-01-01',
  end: '2026-12-31',
  extensionOptions: [{ months: 12 }, { months: 12 }],
  latestEnd: '2028-12-31',
  ...change,
});

describe('The terms of a contract', () => {
  it.each<[string, Partial<ContractTerms>, string[]]>([
    ['hold together when the options reach the latest end', {}, []],
    ['hold together when an option does not reach the latest end', { latestEnd: '2031-12-31' }, []],
    ['hold together without an end', { end: null, extensionOptions: [], latestEnd: null }, []],
    ['hold together for one day', { end: '2023-01-01', extensionOptions: [], latestEnd: null }, []],
    ['refuse an end before the start', { end: '2022-12-31', extensionOptions: [] }, ['end:end-before-start']],
    [
      'refuse an option beyond the latest end',
      { latestEnd: '2028-06-30' },
      ['extensionOptions.1:option-past-latest-end'],
    ],
    [
      'refuse a date option beyond the latest end',
      { extensionOptions: [{ until: '2029-01-01' }] },
      ['extensionOptions.0:option-past-latest-end'],
    ],
    [
      'refuse an option that ends before the contract does',
      { extensionOptions: [{ until: '2026-12-31' }] },
      ['extensionOptions.0:option-not-later'],
    ],
    ['refuse an option of no months', { extensionOptions: [{ months: 0 }] }, ['extensionOptions.0:option-invalid']],
    [
      'refuse an option of half a month',
      { extensionOptions: [{ months: 1.5 }] },
      ['extensionOptions.0:option-invalid'],
    ],
    [
      'refuse an option until a day that does not exist',
      { extensionOptions: [{ until: '2027-02-29' }] },
      ['extensionOptions.0:option-invalid'],
    ],
    [
      'refuse an option where there is no end',
      { end: null },
      ['extensionOptions.0:option-without-end', 'extensionOptions.1:option-without-end'],
    ],
    [
      'refuse a latest end before the end',
      { latestEnd: '2026-06-30', extensionOptions: [] },
      ['latestEnd:latest-end-before-end'],
    ],
    [
      'refuse dates that do not exist',
      { start: 'x', end: '2026-02-30', latestEnd: '' },
      ['start:start-invalid', 'end:end-invalid', 'latestEnd:latest-end-invalid'],
    ],
  ])('%s', (_, change, expected) => {
    expect(contractTermProblems(terms(change)).map(({ code, field }) => `${field}:${code}`)).toEqual(expected);
  });

  it.each([
    ['2026-12-31', 12, '2027-12-31'],
    ['2026-02-28', 24, '2028-02-29'],
    ['2026-06-30', 6, '2026-12-31'],
    ['2026-01-30', 1, '2026-02-28'],
    ['2026-05-15', 6, '2026-11-15'],
  ])('extend %s by %i months to %s', (end, months, expected) => {
    expect(extendedEnd(end, { months })).toBe(expected);
  });
});
