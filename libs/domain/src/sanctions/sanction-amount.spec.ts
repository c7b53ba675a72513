import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amountFaults, formatKronor, hasAmount, reductionFaults, SANCTION_AMOUNT } from './sanction-amount.js';
import { SANCTION_KINDS } from './sanction.js';

const BASIS = '2 % av månadsersättningen';
const amount = fc.integer({ min: SANCTION_AMOUNT.min, max: SANCTION_AMOUNT.max });
const outside = fc.oneof(
  fc.integer({ max: 0 }),
  fc.integer({ min: SANCTION_AMOUNT.max + 1 }),
  fc.double({ min: 1, max: 1e6, noNaN: true }).filter((value) => !Number.isInteger(value)),
  fc.constant(null),
);

describe('the amount of a sanction', () => {
  it('belongs to a price reduction and a penalty, and to nothing else', () => {
    expect(SANCTION_KINDS.filter(hasAmount)).toEqual(['price-reduction', 'penalty']);
  });

  it.each(['price-reduction', 'penalty'] as const)('is whole kronor within bounds, with its basis: %s', (kind) => {
    fc.assert(fc.property(amount, (value) => expect(amountFaults(kind, value, BASIS)).toEqual([])));
    fc.assert(
      fc.property(outside, (value) => {
        expect(amountFaults(kind, value, BASIS).map(({ field }) => field)).toEqual(['amount']);
      }),
    );
    expect(amountFaults(kind, null, ' ').map(({ field }) => field)).toEqual(['amount', 'amountBasis']);
    expect(amountFaults(kind, 1, '').map(({ field }) => field)).toEqual(['amountBasis']);
  });

  it.each(SANCTION_KINDS.filter((kind) => !hasAmount(kind)))('is neither given nor worked out for %s', (kind) => {
    expect(amountFaults(kind, null, ' ')).toEqual([]);
    expect(amountFaults(kind, 100, '').map(({ field }) => field)).toEqual(['amount']);
    expect(amountFaults(kind, null, BASIS).map(({ field }) => field)).toEqual(['amountBasis']);
  });

  it('takes the least and the greatest amount, and not one krona outside', () => {
    expect(amountFaults('penalty', 1, BASIS)).toEqual([]);
    expect(amountFaults('penalty', 100_000_000, BASIS)).toEqual([]);
    expect(amountFaults('penalty', 0, BASIS)).toHaveLength(1);
    expect(amountFaults('penalty', 100_000_001, BASIS)).toHaveLength(1);
  });
});

describe('a reduced amount', () => {
  it('is an amount, and lower than what it was', () => {
    fc.assert(
      fc.property(amount, amount, (current, reduced) => {
        expect(reductionFaults(current, reduced).length === 0).toBe(reduced < current);
      }),
    );
    expect(reductionFaults(12_500, 12_500)[0]?.message).toBe('Det nya beloppet ska vara lägre än 12\u00a0500\u00a0kr.');
    expect(reductionFaults(12_500, 0)[0]?.message).toContain('hela kronor');
    expect(reductionFaults(12_500, 100.5)[0]?.field).toBe('amount');
  });
});

describe('kronor', () => {
  it.each([
    [1, '1\u00a0kr'],
    [12_500, '12\u00a0500\u00a0kr'],
    [100_000_000, '100\u00a0000\u00a0000\u00a0kr'],
  ])('%i is written the Swedish way', (value, text) => {
    expect(formatKronor(value)).toBe(text);
  });
});
