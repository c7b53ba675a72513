import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clauseSortKey, compareClauseNumbers, duplicateClauseNumbers, normaliseClauseNumber } from './clause-number.js';

describe('A clause number', () => {
  it.each([
    ['§ 12', '§ 12'],
    ['§12', '§ 12'],
    ['12 §', '§ 12'],
    ['§\u00a012', '§ 12'],
    ['4.10', '4.10'],
    [' 4.10. ', '4.10'],
    ['4 . 10', '4.10'],
    ['M1', 'M1'],
    ['m 1', 'M1'],
    ['12 b', '12 b'],
    ['12B', '12 b'],
    ['§ 12b', '§ 12 b'],
    ['2–3', '2-3'],
    ['Bilaga 3', 'Bilaga 3'],
  ])('typed as %p is written %p', (text, expected) => {
    expect(normaliseClauseNumber(text)).toBe(expected);
  });

  it.each(['', ' ', '§', '...', '4,10', '<b>', '=1+1', '1'.repeat(21)])('is not %p', (text) => {
    expect(normaliseClauseNumber(text)).toBeNull();
  });

  it('sorts by its parts: 4.9 before 4.10, § 7 before § 12, and promises after the numbers', () => {
    const sorted = [
      '4.9',
      '4.10',
      '4.10.1',
      '4.10 b',
      '4.11',
      '§ 7',
      '§ 12',
      '12.1',
      '12 a',
      '12 b',
      '100',
      'A1',
      'M1',
      'M2',
      'M10',
      'Ö1',
    ];
    expect(sorted.toReversed().sort(compareClauseNumbers)).toEqual(sorted);
  });

  it('has a sort key that plain and Swedish ordering both agree on', () => {
    const part = fc.oneof(fc.integer({ min: 0, max: 2000 }).map(String), fc.constantFrom('a', 'b', 'M'));
    const number = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));
    const swedish = new Intl.Collator('sv-SE');
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [keyA, keyB] = [clauseSortKey(a), clauseSortKey(b)];
        expect(Math.sign(swedish.compare(keyA, keyB))).toBe(compareClauseNumbers(a, b));
        expect(compareClauseNumbers(b, a)).toBe(0 - compareClauseNumbers(a, b) || 0);
      }),
    );
  });

  it('is a duplicate of the same number written in another way', () => {
    expect(duplicateClauseNumbers(['§ 7', '4.10', '7', '4.1', '4.10', '07'])).toEqual(['7', '4.10', '07']);
  });
});
