import { describe, expect, it } from '@jest/globals';
import {
  formatDate,
  formatDateLong,
  formatDateShort,
  formatInstant,
  formatNumber,
  formatPercent,
} from './swedish-format.js';

describe('Swedish writing', () => {
  it('writes a date long, plain and short', () => {
    expect(formatDateLong('2027-01-11')).toBe('måndag 11 januari 2027');
    expect(formatDate('2027-01-11')).toBe('11 januari 2027');
    expect(formatDateShort('2026-11-20')).toBe('20 nov');
  });

  it('writes an instant in Swedish time', () => {
    expect(formatInstant(new Date('2026-12-31T23:05:00Z'))).toBe('1 januari 2027 kl. 00:05');
  });

  it.each([
    [0, '0'],
    [1.5, '1,5'],
    [999, '999'],
    [1000, '1\u00a0000'],
    [1234567.891, '1\u00a0234\u00a0567,89'],
    [-12.5, '\u221212,5'],
    [-0.001, '0'],
    [100, '100'],
  ])('writes %d as %s', (value, expected) => {
    expect(formatNumber(value)).toBe(expected);
  });

  it('writes a percentage with its decimals only when asked', () => {
    expect(formatPercent((7 / 9) * 100)).toBe('78\u00a0%');
    expect(formatPercent((7 / 9) * 100, 1)).toBe('77,8\u00a0%');
  });

  it('refuses what is no number', () => {
    expect(() => formatNumber(Number.NaN)).toThrow(RangeError);
  });
});
