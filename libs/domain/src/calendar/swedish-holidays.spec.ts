import { describe, expect, it } from '@jest/globals';
import Holidays from 'date-holidays';
import { addDays, weekday } from './calendar-date.js';
import { easterSunday, isWorkingDay, nextWorkingDay, swedishHolidays } from './swedish-holidays.js';

const named = (year: number, name: string): string | undefined =>
  swedishHolidays(year).find((holiday) => holiday.name === name)?.date;

describe('Swedish holidays', () => {
  const judge = new Holidays('SE');

  it('are those of date-holidays for 2000–2100, but for annandag pingst before 2005', () => {
    for (let year = 2000; year <= 2100; year += 1) {
      const whitMonday = addDays(easterSunday(year), 50);
      const theirs = new Set(
        judge
          .getHolidays(year)
          .filter((holiday) => holiday.type === 'public' || holiday.type === 'bank')
          .map((holiday) => holiday.date.slice(0, 10)),
      );
      if (year < 2005) theirs.add(whitMonday);
      const ours = new Set(swedishHolidays(year).map((holiday) => holiday.date));
      expect([year, ...[...ours].sort()]).toEqual([year, ...[...theirs].sort()]);
    }
  });

  it.each([
    [2026, 'påskdagen', '2026-04-05'],
    [2026, 'Kristi himmelsfärdsdag', '2026-05-14'],
    [2026, 'midsommarafton', '2026-06-19'],
    [2026, 'midsommardagen', '2026-06-20'],
    [2026, 'alla helgons dag', '2026-10-31'],
    [2027, 'påskdagen', '2027-03-28'],
    [2004, 'annandag pingst', '2004-05-31'],
    [2005, 'nationaldagen', '2005-06-06'],
    [1952, 'midsommardagen', '1952-06-24'],
    [1951, 'Marie bebådelsedag', '1951-03-18'],
    [1950, 'Marie bebådelsedag', '1950-03-25'],
    [1953, 'Marie bebådelsedag', undefined],
    [1953, 'midsommardagen', '1953-06-20'],
    [1953, 'alla helgons dag', '1953-10-31'],
  ])('in %i: %s is %s', (year, name, date: string | undefined) => {
    expect(named(year, name)).toBe(date);
  });

  it.each([
    [
      2026,
      [
        ['2026-01-01', 'nyårsdagen'],
        ['2026-01-06', 'trettondedag jul'],
        ['2026-04-03', 'långfredagen'],
        ['2026-04-05', 'påskdagen'],
        ['2026-04-06', 'annandag påsk'],
        ['2026-05-01', 'första maj'],
        ['2026-05-14', 'Kristi himmelsfärdsdag'],
        ['2026-05-24', 'pingstdagen'],
        ['2026-06-06', 'nationaldagen'],
        ['2026-06-19', 'midsommarafton'],
        ['2026-06-20', 'midsommardagen'],
        ['2026-10-31', 'alla helgons dag'],
        ['2026-12-24', 'julafton'],
        ['2026-12-25', 'juldagen'],
        ['2026-12-26', 'annandag jul'],
        ['2026-12-31', 'nyårsafton'],
      ],
    ],
    [
      1952,
      [
        ['1952-01-01', 'nyårsdagen'],
        ['1952-01-06', 'trettondedag jul'],
        ['1952-03-25', 'Marie bebådelsedag'],
        ['1952-04-11', 'långfredagen'],
        ['1952-04-13', 'påskdagen'],
        ['1952-04-14', 'annandag påsk'],
        ['1952-05-01', 'första maj'],
        ['1952-05-22', 'Kristi himmelsfärdsdag'],
        ['1952-06-01', 'pingstdagen'],
        ['1952-06-02', 'annandag pingst'],
        ['1952-06-23', 'midsommarafton'],
        ['1952-06-24', 'midsommardagen'],
        ['1952-11-02', 'alla helgons dag'],
        ['1952-12-24', 'julafton'],
        ['1952-12-25', 'juldagen'],
        ['1952-12-26', 'annandag jul'],
        ['1952-12-31', 'nyårsafton'],
      ],
    ],
  ])('of %i are, in the order of the calendar', (year, expected) => {
    expect(swedishHolidays(year).map(({ date, name }) => [date, name])).toEqual(expected);
  });

  it.each([
    [1950, '1950-04-09'],
    [1954, '1954-04-18'],
    [1961, '1961-04-02'],
    [1976, '1976-04-18'],
    [1981, '1981-04-19'],
    [1999, '1999-04-04'],
    [2008, '2008-03-23'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
    [2100, '2100-03-28'],
  ])('of %i count from Easter on %s', (year, date) => {
    expect(easterSunday(year)).toBe(date);
  });

  it('changed places in 2005: annandag pingst out, nationaldagen in', () => {
    expect(named(2004, 'nationaldagen')).toBeUndefined();
    expect(named(2005, 'annandag pingst')).toBeUndefined();
  });

  it('count the three eves, which are no public holidays', () => {
    const eves = swedishHolidays(2026).filter((holiday) => holiday.eve);
    expect(eves.map((holiday) => holiday.name)).toEqual(['midsommarafton', 'julafton', 'nyårsafton']);
    expect(eves.every((holiday) => !isWorkingDay(holiday.date))).toBe(true);
  });

  it.each([
    ['2026-11-22', '2026-11-23'],
    ['2026-11-23', '2026-11-23'],
    ['2026-12-24', '2026-12-28'],
    ['2026-12-31', '2027-01-04'],
    ['2026-04-02', '2026-04-02'],
    ['2026-04-03', '2026-04-07'],
    ['2026-06-19', '2026-06-22'],
    ['2026-05-14', '2026-05-15'],
  ])('R1: the next working day from %s is %s', (from, expected) => {
    expect(nextWorkingDay(from)).toBe(expected);
  });

  it('leave midsummer and All Saints on a Saturday from 1953', () => {
    for (let year = 1953; year <= 2100; year += 1) {
      expect(weekday(named(year, 'midsommardagen') as string)).toBe(6);
      expect(weekday(named(year, 'alla helgons dag') as string)).toBe(6);
    }
  });

  it.each([1949, 2101, 2026.5, Number.NaN])('are not known for %d', (year) => {
    const refusal = new RangeError(`Swedish holidays are known for the years 1950–2100, not for ${year}`);
    expect(() => swedishHolidays(year)).toThrow(refusal);
    expect(() => swedishHolidays(year)).toThrow(RangeError);
  });

  it('are known from the first year to the last, and worked out once', () => {
    expect([swedishHolidays(1950).length, swedishHolidays(2100).length]).toEqual([17, 16]);
    expect(swedishHolidays(2031)).toBe(swedishHolidays(2031));
  });
});
