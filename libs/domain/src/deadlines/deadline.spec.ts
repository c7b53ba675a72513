import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, dateParts, daysBetween, daysInMonth, stockholmDate } from '../calendar/calendar-date.js';
import { isWorkingDay, nextWorkingDay, swedishHolidays } from '../calendar/swedish-holidays.js';
import { deadlineInDays, deadlineInMonths, recheckDue, reminderDates } from './deadline.js';

const from = fc
  .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2089-12-01T00:00:00Z'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10));

describe('A deadline', () => {
  it.each([
    ['2026-11-30', 3, '2027-03-01', 'the 28th of February is a Sunday'],
    ['2027-11-30', 3, '2028-02-29', 'a leap year has the 29th'],
    ['2026-10-14', 3, '2027-01-14', 'an ordinary Thursday'],
    ['2026-09-24', 3, '2026-12-28', 'julafton, two holidays and a Sunday'],
    ['2026-03-19', 3, '2026-06-22', 'midsommarafton is a Friday'],
    ['2026-09-30', 3, '2026-12-30', 'the day before nyårsafton'],
    ['2026-12-31', 6, '2027-06-30', 'June has 30 days'],
    ['2027-01-31', 1, '2027-03-01', 'February has 28 days, and the 28th is a Sunday'],
    ['2028-01-31', 1, '2028-02-29', 'February has 29 days'],
    ['2025-11-30', 3, '2026-03-02', 'the 28th of February is a Saturday'],
    ['2026-01-03', 3, '2026-04-07', 'långfredagen, and all of Easter'],
    ['2026-12-28', 3, '2027-03-30', 'påskdagen, and annandag påsk'],
    ['2026-07-31', 3, '2026-11-02', 'alla helgons dag is a Saturday'],
    ['2026-02-14', 3, '2026-05-15', 'Kristi himmelsfärdsdag is a Thursday'],
    ['2026-02-01', 3, '2026-05-04', 'första maj is a Friday'],
    ['2025-10-06', 3, '2026-01-07', 'trettondedag jul is a Tuesday'],
    ['2029-03-06', 3, '2029-06-07', 'nationaldagen is a Wednesday'],
    ['2004-02-29', 3, '2004-06-01', 'annandag pingst was a holiday until 2005'],
    ['2005-02-16', 3, '2005-05-16', 'and is none after'],
    ['2100-11-30', 1, '2100-12-30', 'the last working day that is known'],
  ])('R1: from %s in %i months is %s: %s', (start, months, due) => {
    expect(deadlineInMonths(start, months)).toBe(due);
  });

  it.each([
    ['2026-11-22', 14, '2026-12-07', 'the Sunday after two weeks moves'],
    ['2026-11-23', 14, '2026-12-07', 'the day of sending is not counted'],
    ['2026-12-17', 14, '2027-01-04', 'nyårsafton, nyårsdagen and the week-end'],
    ['2026-03-25', 10, '2026-04-07', 'Easter'],
    ['2026-06-18', 1, '2026-06-22', 'midsommarafton, midsommardagen and a Sunday'],
    ['2026-10-30', 1, '2026-11-02', 'alla helgons dag and a Sunday'],
    ['2025-12-23', 1, '2025-12-29', 'the longest of all: five days'],
    ['1950-01-01', 1, '1950-01-02', 'the first day that is known'],
  ])('R1: from %s in %i days is %s: %s', (start, days, due) => {
    expect(deadlineInDays(start, days)).toBe(due);
  });

  it('R1: is the first working day on or after the counted day', () => {
    fc.assert(
      fc.property(from, fc.integer({ min: 1, max: 120 }), (start, length) => {
        for (const [due, counted] of [
          [deadlineInMonths(start, length), addMonths(start, length)],
          [deadlineInDays(start, length), addDays(start, length)],
        ] as const) {
          expect(isWorkingDay(due)).toBe(true);
          for (let day = counted; day < due; day = addDays(day, 1)) expect(isWorkingDay(day)).toBe(false);
          expect(due >= counted).toBe(true);
        }
      }),
    );
  });

  it.each([
    ['2026-03-28T22:59:59Z', '2026-04-14', 'the last second of the 28th'],
    ['2026-03-28T23:00:00Z', '2026-04-15', 'the 29th, an hour that is lost'],
    ['2026-03-29T21:59:59Z', '2026-04-15', 'its last second, in summer time'],
    ['2026-03-29T22:00:00Z', '2026-04-16', 'the 30th'],
    ['2026-10-24T21:59:59Z', '2026-11-10', 'the last second of the 24th'],
    ['2026-10-24T22:00:00Z', '2026-11-11', 'the 25th, an hour that comes twice'],
    ['2026-10-25T22:59:59Z', '2026-11-11', 'its last second, in winter time'],
    ['2026-10-25T23:00:00Z', '2026-11-12', 'the 26th'],
  ])('R1: in 17 days from %s is %s: %s', (instant, due) => {
    expect(deadlineInDays(stockholmDate(new Date(instant)), 17)).toBe(due);
  });

  it('R1: is never more than five days after the counted day', () => {
    const waits = new Set([0]);
    for (let year = 2000; year <= 2100; year += 1) {
      for (const { date } of swedishHolidays(year).filter(({ date }) => date <= '2100-12-29')) {
        for (const day of [addDays(date, -2), addDays(date, -1), date])
          waits.add(daysBetween(day, nextWorkingDay(day)));
      }
    }
    expect([...waits].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('R1: in months keeps the day of the month or takes its last, where that is a working day', () => {
    fc.assert(
      fc.property(from, fc.integer({ min: 1, max: 120 }), (start, months) => {
        const due = dateParts(deadlineInMonths(start, months));
        const wanted = Math.min(dateParts(start).day, daysInMonth(due.year, due.month));
        const moved = due.day !== wanted;
        expect(moved).toBe(!isWorkingDay(addMonths(start, months)));
      }),
    );
  });

  it('R2: of a re-check is three months after the approval, or as the municipality has set', () => {
    expect(recheckDue('2026-11-30')).toBe('2027-03-01');
    expect(recheckDue('2026-11-30', 6)).toBe('2027-05-31');
  });

  it.each([
    ['2026-13-01', 3],
    ['2026-11-30', 0],
    ['2026-11-30', -1],
    ['2026-11-30', 1.5],
    ['2026-11-30', 1801],
    ['1949-12-31', 3],
    ['2100-11-30', 3],
    ['2100-12-31', 1],
  ])('R1: is refused outside what can be counted (%s, %d)', (start, months) => {
    expect(() => deadlineInMonths(start, months)).toThrow(RangeError);
  });

  it('R1: says in its refusal what it can count', () => {
    expect(() => deadlineInDays('2100-12-30', 5)).toThrow('The deadline must lie in the years 1950–2100: 2101-01-04');
    expect(() => deadlineInMonths('2026-11-30', 0)).toThrow('A deadline is 1–1800 whole months, not 0');
    expect(() => deadlineInMonths('30 november', 3)).toThrow('The date to count from is not a date');
    expect(() => deadlineInDays('30 november', 3)).toThrow('The date to count from is not a date');
    expect(() => deadlineInDays('2026-11-30', 1.5)).toThrow('A deadline is 1–55000 whole days, not 1.5');
    expect(() => reminderDates('i mars', '2026-11-30')).toThrow('The due date is not a date (YYYY-MM-DD): "i mars"');
    expect(() => reminderDates('2027-03-01', 'nu')).toThrow('The day of sending is not a date');
  });

  it('R1: may be as long as the calendar reaches', () => {
    expect(deadlineInMonths('1950-01-31', 1800)).toBe('2100-02-01');
    expect(() => deadlineInMonths('1950-01-31', 1801)).toThrow('whole months, not 1801');
    expect(deadlineInDays('1950-01-01', 55_000)).toBe('2100-08-02');
    expect(() => deadlineInDays('1950-01-01', 55_001)).toThrow('whole days, not 55001');
  });
});

describe('Reminders of a deadline', () => {
  it('R3: come 30, 7 and 1 days before and the day after', () => {
    expect(reminderDates('2027-03-01', '2026-11-30')).toEqual([
      { date: '2027-01-30', daysBefore: 30 },
      { date: '2027-02-22', daysBefore: 7 },
      { date: '2027-02-28', daysBefore: 1 },
      { date: '2027-03-02', daysBefore: -1 },
    ]);
  });

  it('R3: do not come on or before the day of sending', () => {
    expect(reminderDates('2026-12-07', '2026-11-30').map((reminder) => reminder.daysBefore)).toEqual([1, -1]);
    expect(reminderDates('2026-12-07', '2026-11-29').map((reminder) => reminder.daysBefore)).toEqual([7, 1, -1]);
  });

  it('R3: come anew for an extended deadline', () => {
    const before = reminderDates('2026-12-07', '2026-11-23').map((reminder) => reminder.date);
    const after = reminderDates('2026-12-21', '2026-11-23').map((reminder) => reminder.date);
    expect(after.filter((date) => before.includes(date))).toEqual([]);
    expect(after).toHaveLength(3);
  });

  it('R3: are each on their own day, in order, whatever the dates', () => {
    fc.assert(
      fc.property(from, fc.integer({ min: 1, max: 100 }), (sentOn, days) => {
        const dates = reminderDates(deadlineInDays(sentOn, days), sentOn).map((reminder) => reminder.date);
        expect([...new Set(dates)].sort()).toEqual(dates);
        expect(dates.every((date) => date > sentOn)).toBe(true);
      }),
    );
  });
});
