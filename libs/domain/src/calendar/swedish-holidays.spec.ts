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
  ])('in %i: %s is %s', (year, name, date) => {
    expect(named(year, name)).toBe(date);
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
    expect(() => swedishHolidays(year)).toThrow(/1950–2100/);
  });
});
