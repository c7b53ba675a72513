import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quotedStart, startOfText } from './start-of-text.js';

describe('The beginning of a text', () => {
  it.each([
    ['Utse ansvarig', 60, 'Utse ansvarig'],
    ['Utse ansvarig', 4, 'Utse'],
    ['Bra 😀 och mer', 5, 'Bra '],
    ['Bra 😀 och mer', 6, 'Bra 😀'],
    ['', 3, ''],
  ])('of %j in %d is %j', (text, length, start) => {
    expect(startOfText(text, length)).toBe(start);
  });

  it('is the beginning of what it was, fits, and holds no half character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 30 }), (text, length) => {
        const start = startOfText(text, length);
        expect(text.startsWith(start)).toBe(true);
        expect(start.length).toBeLessThanOrEqual(length);
        expect(start.length).toBeGreaterThanOrEqual(Math.min(text.length, length) - 1);
        expect(start.isWellFormed()).toBe(text.isWellFormed());
      }),
    );
  });

  it('is quoted with a sign where there is more', () => {
    expect(quotedStart('Utse ansvarig')).toBe('Utse ansvarig');
    expect(quotedStart('Utse ansvarig', 4)).toBe('Utse …');
    expect(quotedStart('x'.repeat(60))).toBe('x'.repeat(60));
    expect(quotedStart(`${'x'.repeat(59)}😀`)).toBe(`${'x'.repeat(59)} …`);
  });
});
