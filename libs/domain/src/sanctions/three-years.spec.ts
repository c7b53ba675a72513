import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, dateParts } from '../calendar/calendar-date.js';
import { threeYearsFrom, withinThreeYears } from './three-years.js';

const day = fc.integer({ min: 0, max: 27_000 }).map((days) => addDays('2016-01-01', days));

describe('the three years of a contract (LOU 13:3 a)', () => {
  it.each([
    ['2023-11-22', '2026-11-22', true],
    ['2023-11-21', '2026-11-22', false],
    ['2026-11-22', '2026-11-22', true],
    ['2026-11-23', '2026-11-22', false],
    ['2024-02-29', '2027-02-28', true],
    ['2024-02-29', '2027-03-01', false],
    ['2025-02-28', '2028-02-28', true],
    ['2025-02-28', '2028-02-29', false],
    ['2025-03-01', '2028-02-29', true],
    ['2023-12-31', '2026-12-31', true],
    ['2023-12-31', '2027-01-01', false],
  ])('what was done on %s lies within them on %s: %s', (date, today, within) => {
    expect(withinThreeYears(date, today)).toBe(within);
  });

  it('begin on the first day that is not yet three years old', () => {
    expect(threeYearsFrom('2026-11-22')).toBe('2023-11-22');
    expect(threeYearsFrom('2028-02-29')).toBe('2025-03-01');
    expect(threeYearsFrom('2027-02-28')).toBe('2024-02-28');
  });

  it('hold a day exactly until it is three years old, counted from the day itself (R1)', () => {
    fc.assert(
      fc.property(day, day, (date, today) => {
        expect(withinThreeYears(date, today)).toBe(date <= today && addMonths(date, 36) >= today);
      }),
    );
  });

  it('never move backwards when a day passes', () => {
    fc.assert(
      fc.property(day, (today) => {
        const [from, next] = [threeYearsFrom(today), threeYearsFrom(addDays(today, 1))];
        expect(next >= from).toBe(true);
        expect(dateParts(today).year - dateParts(from).year).toBe(3);
      }),
    );
  });

  it('ask for days that exist', () => {
    expect(() => threeYearsFrom('2026-02-30')).toThrow(RangeError);
  });
});
