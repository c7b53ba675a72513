import { describe, expect, it } from '@jest/globals';
import { contractEnd, contractStanding, type ContractStanding } from './contract-end.js';

describe('The end of a contract', () => {
  const withOption = { endsOn: '2026-11-24', latestEnd: '2028-11-24' };
  const without = { endsOn: '2026-11-24', latestEnd: '2026-11-24' };

  it.each<[string, string, ContractStanding, string]>([
    ['before its end', '2026-11-23', 'running', '2026-11-24'],
    ['on its last day', '2026-11-24', 'running', '2026-11-24'],
    ['the day after', '2026-11-25', 'may-run-on', '2028-11-24'],
    ['on the last day of its options', '2028-11-24', 'may-run-on', '2028-11-24'],
    ['after the last day of its options', '2028-11-25', 'ended', '2026-11-24'],
  ])('with options, %s', (_when, today, standing, end) => {
    expect([contractStanding(withOption, today), contractEnd(withOption, today)]).toEqual([standing, end]);
  });

  it('without options comes with its own end', () => {
    expect(contractStanding(without, '2026-11-24')).toBe('running');
    expect(contractStanding(without, '2026-11-25')).toBe('ended');
    expect(contractEnd(without, '2026-11-25')).toBe('2026-11-24');
  });
});
