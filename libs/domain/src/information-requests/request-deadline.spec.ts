import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, stockholmDate } from '../calendar/calendar-date.js';
import { isWorkingDay } from '../calendar/swedish-holidays.js';
import { REQUEST_STATES } from './information-request.js';
import { extendedDue, extensionFaults, isLate, requestReminders } from './request-deadline.js';
import { WAITING_STATES } from './request-workflow.js';

const day = fc
  .date({ min: new Date('1950-01-02T00:00:00Z'), max: new Date('2098-12-01T00:00:00Z'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10));

describe('A submission', () => {
  it.each<[string, string, string, boolean]>([
    ['in winter at 23:59:59', '2026-12-07T22:59:59Z', '2026-12-07', false],
    ['in winter at 00:00:01 the day after', '2026-12-07T23:00:01Z', '2026-12-07', true],
    ['in summer at 23:59:59', '2026-06-15T21:59:59Z', '2026-06-15', false],
    ['in summer at 00:00:01 the day after', '2026-06-15T22:00:01Z', '2026-06-15', true],
    [
      'at the last moment before the night when the clock goes forward',
      '2027-03-27T22:59:59.999Z',
      '2027-03-27',
      false,
    ],
    ['in the night when the clock goes forward, the day after', '2027-03-27T23:00:01Z', '2027-03-27', true],
    ['at 23:59:59 on the day when the clock has gone forward', '2027-03-28T21:59:59Z', '2027-03-28', false],
    ['at 00:00:01 after the day when the clock has gone forward', '2027-03-28T22:00:01Z', '2027-03-28', true],
    ['at 23:59:59 before the night when the clock goes back', '2026-10-24T21:59:59Z', '2026-10-24', false],
    ['at 00:00:01 in the night when the clock goes back', '2026-10-24T22:00:01Z', '2026-10-24', true],
    ['at 23:59:59 on the day when the clock has gone back', '2026-10-25T22:59:59Z', '2026-10-25', false],
    ['at 00:00:01 after the day when the clock has gone back', '2026-10-25T23:00:01Z', '2026-10-25', true],
    ['in the hour that comes twice, on the due date', '2026-10-25T00:30:00Z', '2026-10-25', false],
  ])('R1: %s (%s) is late or in time', (_case, instant, due, late) => {
    expect(isLate(new Date(instant), due)).toBe(late);
  });

  it('R1: is late exactly when its Swedish day is after the due date', () => {
    const instants = fc.date({ min: new Date('1950-01-01'), max: new Date('2100-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (instant) => {
        const date = stockholmDate(instant);
        expect(isLate(instant, date)).toBe(false);
        expect(isLate(instant, addDays(date, -1))).toBe(true);
        expect(isLate(instant, addDays(date, 1))).toBe(false);
      }),
    );
  });
});

describe('An extension', () => {
  const asked = { due: '2026-12-07', today: '2026-11-22' };

  it.each([
    ['the day after the deadline', { ...asked, wantedDue: '2026-12-08' }],
    ['today, after the deadline has passed', { ...asked, today: '2026-12-20', wantedDue: '2026-12-20' }],
    ['a year after the deadline', { ...asked, wantedDue: '2027-12-07' }],
    ['a year from today, after the deadline has passed', { ...asked, today: '2026-12-20', wantedDue: '2027-12-20' }],
  ])('may be to %s', (_case, wanted) => {
    expect(extensionFaults(wanted)).toEqual([]);
  });

  it.each([
    ['no date', { ...asked, wantedDue: '2026-02-30' }, 'Ange ett datum som finns, till exempel 2026-11-20'],
    [
      'the deadline itself',
      { ...asked, wantedDue: '2026-12-07' },
      'Den nya tiden ska gå ut efter den nuvarande, 7 december 2026',
    ],
    [
      'a day that has passed',
      { ...asked, today: '2026-12-20', wantedDue: '2026-12-19' },
      'Den nya tiden har redan gått ut',
    ],
    ['a mistyped year', { ...asked, wantedDue: '2062-12-08' }, 'Tiden kan förlängas längst till 7 december 2027'],
    [
      'a year without a calendar',
      { due: '2100-06-01', today: '2100-05-01', wantedDue: '2101-01-04' },
      'Tiden kan förlängas längst till 30 december 2100',
    ],
  ])('may not be to %s', (_case, wanted, fault) => {
    expect(extensionFaults(wanted)).toEqual([fault]);
  });

  it('R1: falls on the next working day', () => {
    expect(extendedDue('2026-12-24')).toBe('2026-12-28');
    expect(extendedDue('2026-12-28')).toBe('2026-12-28');
    fc.assert(fc.property(day, (wanted) => expect(isWorkingDay(extendedDue(wanted))).toBe(true)));
  });

  it('that may be wanted can always be granted (R1)', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -400, max: 800 }), fc.integer({ min: -100, max: 900 }), (due, since, more) => {
        const wantedDue = addDays(due, more);
        if (extensionFaults({ due, wantedDue, today: addDays(due, since) }).length === 0) {
          expect(extendedDue(wantedDue) > due).toBe(true);
        }
      }),
    );
  });
});

describe('The reminders of a request', () => {
  it.each(REQUEST_STATES)('R3: come only while it waits for the provider: %s', (state) => {
    const offsets = requestReminders('2026-12-07', '2026-11-22', state).map(({ daysBefore }) => daysBefore);
    expect(offsets).toEqual(WAITING_STATES.includes(state) ? [7, 1, -1] : []);
  });

  it('R3: come anew for an extended deadline', () => {
    expect(requestReminders('2026-12-28', '2026-11-22', 'returned').map(({ date }) => date)).toEqual([
      '2026-11-28',
      '2026-12-21',
      '2026-12-27',
      '2026-12-29',
    ]);
  });
});
