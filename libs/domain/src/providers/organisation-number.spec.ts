import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  formatOrganisationNumber,
  generateOrganisationNumber,
  parseOrganisationNumber,
} from './organisation-number.js';

describe('An organisation number', () => {
  it.each(['556012-5790', '5560125790', '165560125790', '16 556012-5790', ' 556012 5790 ', '556012–5790'])(
    'is the same however it is typed in: %s',
    (text) => {
      expect(parseOrganisationNumber(text)).toEqual({
        ok: true,
        value: { digits: '5560125790', formatted: '556012-5790', personal: false },
      });
    },
  );

  // Invented persons: the tax agency's test series and its like.
  it.each([
    ['19121212-1212', '1212121212', '121212-1212'],
    ['121212+1212', '1212121212', '121212+1212'],
    ['121212-1212', '1212121212', '121212-1212'],
    ['20121212-1212', '1212121212', '121212-1212'],
    ['701063-2391', '7010632391', '701063-2391'],
  ])('of a sole trader is a personal identity number, and flagged: %s', (text, digits, formatted) => {
    expect(parseOrganisationNumber(text)).toEqual({ ok: true, value: { digits, formatted, personal: true } });
  });

  it.each([
    ['', 'missing'],
    ['   ', 'missing'],
    ['556012-579', 'format'],
    ['556012-57901', 'format'],
    ['55601a-5790', 'format'],
    ['5560-125790', 'format'],
    ['556012+5790', 'format'],
    ['556012-5791', 'check-digit'],
    ['556021-5790', 'check-digit'],
    ['195560125790', 'century'],
    ['161212121212', 'century'],
    ['121312-1212', 'date'],
    ['120230-1212', 'date'],
    ['19000229-1212', 'date'],
    ['121212-1213', 'check-digit'],
  ])('is not %p: %s', (text, error) => {
    expect(parseOrganisationNumber(text)).toEqual({ ok: false, error });
  });

  it('with one digit wrong is never valid as a legal entity', () => {
    const seed = fc.integer({ min: 0, max: 299_999 });
    fc.assert(
      fc.property(seed, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (from, place, by) => {
        const digits = [...generateOrganisationNumber(from)];
        digits[place] = String((Number(digits[place]) + by) % 10);
        expect(parseOrganisationNumber(digits.join('')).ok).toBe(false);
      }),
    );
  });

  it('is invented for demonstration: valid, no person, and another for every seed', () => {
    const numbers = Array.from({ length: 20_000 }, (_, seed) => generateOrganisationNumber(seed));
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const digits of [...numbers.slice(0, 2000), generateOrganisationNumber(299_999)]) {
      expect(parseOrganisationNumber(digits)).toEqual({
        ok: true,
        value: { digits, formatted: formatOrganisationNumber(digits), personal: false },
      });
    }
    expect(() => generateOrganisationNumber(300_000)).toThrow(RangeError);
  });
});
