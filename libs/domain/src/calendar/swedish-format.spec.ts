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

  it('has a word for every month and every day of the week', () => {
    const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}-05`);
    expect(months.map((date) => formatDate(date).split(' ')[1])).toEqual([
      ...['januari', 'februari', 'mars', 'april', 'maj', 'juni'],
      ...['juli', 'augusti', 'september', 'oktober', 'november', 'december'],
    ]);
    expect(months.map(formatDateShort)).toEqual([
      ...['5 jan', '5 feb', '5 mars', '5 apr', '5 maj', '5 juni'],
      ...['5 juli', '5 aug', '5 sep', '5 okt', '5 nov', '5 dec'],
    ]);
    const week = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29'];
    expect(week.map((date) => formatDateLong(date).split(' ')[0])).toEqual([
      ...['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
    ]);
  });

  it('writes an instant in Swedish time', () => {
    expect(formatInstant(new Date('2026-12-31T23:05:00Z'))).toBe('1 januari 2027 kl. 00:05');
  });

  it.each([
    [0, '0'],
    [1.5, '1,5'],
    [1.05, '1,05'],
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

  it('writes as many decimals as asked for, and no zeros at the end', () => {
    expect([formatNumber(1.005, 0), formatNumber(2.5, 1), formatNumber(100.1, 2), formatNumber(1.25, 10)]).toEqual([
      ...['1', '2,5', '100,1', '1,25'],
    ]);
    expect([formatNumber(-1000), formatNumber(12_345_678), formatNumber(0.1)]).toEqual([
      ...['\u22121\u00a0000', '12\u00a0345\u00a0678', '0,1'],
    ]);
  });

  it('refuses what is no number', () => {
    expect(() => formatNumber(Number.NaN)).toThrow(new RangeError('Not a number that can be written: NaN'));
    expect(() => formatNumber(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});
