import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  calendarDate,
  compareDates,
  dateParts,
  daysBetween,
  daysInMonth,
  isCalendarDate,
  isoWeek,
  stockholmDate,
  stockholmTime,
  weekday,
} from './calendar-date.js';

const date = fc
  .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10));

describe('A calendar date', () => {
  it.each(['2026-11-30', '2024-02-29', '2000-02-29', '1950-01-01'])('is %s', (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-01-00',
    '2026-12-32',
    '2026-1-1',
    ' 2026-01-01',
    '2026-01-01 ',
    '12026-01-01',
    '0999-01-01',
    '2026-01-011',
    '2026/01/01',
    '',
    null,
    20260101,
    { toString: () => '2026-01-01' },
  ])('is not %p', (value) => {
    expect(isCalendarDate(value)).toBe(false);
  });

  it('refuses to be counted on when the day does not exist', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(new RangeError('Not a calendar date (YYYY-MM-DD): "2026-02-30"'));
    expect(() => addDays('2026-02-01', 1.5)).toThrow(new RangeError('Not a whole number of days: 1.5'));
    expect(() => addMonths('2026-02-01', 0.5)).toThrow(new RangeError('Not a whole number of months: 0.5'));
    expect(() => addMonths('9999-12-01', 1)).toThrow(RangeError);
    expect(() => addDays('1000-01-01', -1)).toThrow(RangeError);
    expect(() => stockholmDate(new Date(Number.NaN))).toThrow(new RangeError('Not an instant: the Date is invalid'));
    expect(() => stockholmTime(new Date(Number.NaN))).toThrow(RangeError);
  });

  it.each([
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('R1: %s and %i months is %s', (from, months, expected) => {
    expect(addMonths(from, months)).toBe(expected);
  });

  it('R1: keeps the day of the month, or takes the last of the month', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -600, max: 600 }), (from, months) => {
        const [before, after] = [dateParts(from), dateParts(addMonths(from, months))];
        expect(after.year * 12 + after.month).toBe(before.year * 12 + before.month + months);
        expect(after.day).toBe(Math.min(before.day, daysInMonth(after.year, after.month)));
      }),
    );
  });

  it('comes back when as many days are taken as were added, and sorts as its text does', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -20_000, max: 20_000 }), (from, days) => {
        const to = addDays(from, days);
        expect(addDays(to, -days)).toBe(from);
        expect(daysBetween(from, to)).toBe(days);
        expect(Math.sign(compareDates(from, to))).toBe(from < to ? -1 : from > to ? 1 : 0);
        expect(weekday(to)).toBe(new Date(`${to}T12:00:00Z`).getUTCDay() || 7);
      }),
    );
  });

  it.each([
    ['2027-01-01', 2026, 53],
    ['2024-12-30', 2025, 1],
    ['2026-11-22', 2026, 47],
    ['2021-01-03', 2020, 53],
    ['2021-01-04', 2021, 1],
  ])('%s lies in ISO week %i-%i', (day, year, week) => {
    expect(isoWeek(day)).toEqual({ year, week });
  });

  it.each([
    ['2026-11-30T22:59:59Z', '2026-11-30', '23:59'],
    ['2026-11-30T23:00:00Z', '2026-12-01', '00:00'],
    ['2026-06-30T22:00:00Z', '2026-07-01', '00:00'],
    ['2026-12-31T23:00:00Z', '2027-01-01', '00:00'],
    ['2026-03-29T00:59:00Z', '2026-03-29', '01:59'],
    ['2026-03-29T01:00:00Z', '2026-03-29', '03:00'],
    ['2026-10-25T00:30:00Z', '2026-10-25', '02:30'],
    ['2026-10-25T01:30:00Z', '2026-10-25', '02:30'],
  ])('R1: the instant %s is %s %s in Stockholm', (instant, day, time) => {
    expect(stockholmDate(new Date(instant))).toBe(day);
    expect(stockholmTime(new Date(instant))).toBe(time);
  });

  it.each([
    [2026, 1, 31],
    [2026, 2, 28],
    [2024, 2, 29],
    [2100, 2, 28],
    [2000, 2, 29],
    [2026, 4, 30],
    [2026, 12, 31],
  ])('of year %i and month %i is one of %i days', (year, month, days) => {
    expect(daysInMonth(year, month)).toBe(days);
  });

  it('knows its day of the week, also before 1970, and its distance to another', () => {
    expect(['2026-11-23', '2026-11-29', '1950-01-01', '1969-12-31', '1970-01-01'].map(weekday)).toEqual([
      1, 7, 7, 3, 4,
    ]);
    expect([daysBetween('2026-12-31', '2027-01-01'), daysBetween('2024-03-01', '2024-02-28')]).toEqual([1, -2]);
    expect(['2026-03-01', '2025-12-31', '2026-02-01'].sort(compareDates)).toEqual([
      '2025-12-31',
      '2026-02-01',
      '2026-03-01',
    ]);
    expect(dateParts('2026-11-23')).toEqual({ year: 2026, month: 11, day: 23 });
  });

  it('is put together from a year, a month and a day', () => {
    expect(calendarDate(2026, 3, 9)).toBe('2026-03-09');
    expect(() => calendarDate(2026, 2, 29)).toThrow('2026-02-29');
  });
});
