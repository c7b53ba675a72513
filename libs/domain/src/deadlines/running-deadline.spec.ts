import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/calendar-date.js';
import { isWorkingDay } from '../calendar/swedish-holidays.js';
import { deadlineInDays, type DeadlineTerm, dueOf, reminderDates } from './deadline.js';
import { DEADLINE_KEEPER_OF, DEADLINE_KINDS, DEADLINE_STATES, isInternalDeadline } from './deadline-kinds.js';
import { DEADLINE_KIND_LABELS, DEADLINE_STATE_LABELS } from './labels.js';
import { deadlineOf, deadlineReminders, escalates, isOverdue, movedTo, rebased } from './running-deadline.js';

const day = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2089-12-01T00:00:00Z'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10));
const term: fc.Arbitrary<DeadlineTerm> = fc.record({
  baseDate: day,
  amount: fc.integer({ min: 1, max: 120 }),
  unit: fc.constantFrom('days', 'months'),
});
const kept = fc.record({ term, wanted: day, byPerson: fc.boolean() }).map(({ term, wanted, byPerson }) => {
  const ruled = deadlineOf(term);
  return byPerson ? movedTo(ruled, wanted, 'Utföraren har bett om längre tid') : ruled;
});

describe('A deadline that runs', () => {
  it('R1: falls where its term says, in days or in months', () => {
    const base = { baseDate: '2026-11-30', amount: 3 } as const;
    expect(dueOf({ ...base, unit: 'months' })).toBe('2027-03-01');
    expect(dueOf({ ...base, unit: 'days' })).toBe('2026-12-03');
    expect(deadlineOf({ ...base, unit: 'months' })).toEqual({
      ...base,
      unit: 'months',
      due: '2027-03-01',
      setReason: null,
    });
  });

  it('R1: is counted anew when its base date changes', () => {
    const plan = deadlineOf({ baseDate: '2026-11-20', amount: 30, unit: 'days' });
    expect(plan.due).toBe('2026-12-21');
    expect(rebased(plan, '2026-12-01')).toEqual({ ...plan, baseDate: '2026-12-01', due: '2027-01-04' });
  });

  it('R1: stays where a person has set it, also when its base date changes', () => {
    const plan = deadlineOf({ baseDate: '2026-11-20', amount: 30, unit: 'days' });
    const moved = movedTo(plan, '2027-01-15', ' Chefsbyte ');
    expect(moved).toEqual({ ...plan, due: '2027-01-15', setReason: 'Chefsbyte' });
    expect(rebased(moved, '2026-12-01')).toEqual({ ...moved, baseDate: '2026-12-01' });
  });

  it('R1: moves to the next working day also when a person sets it, and asks for the reason', () => {
    const plan = deadlineOf({ baseDate: '2026-11-20', amount: 30, unit: 'days' });
    expect(movedTo(plan, '2026-12-24', 'Jul').due).toBe('2026-12-28');
    expect(() => movedTo(plan, '2026-12-24', '  ')).toThrow('A due date that a person sets has a reason');
    expect(() => movedTo(plan, '2026-02-30', 'Jul')).toThrow(RangeError);
  });

  it('R1: keeps what else its row holds', () => {
    const row = { ...deadlineOf({ baseDate: '2026-11-20', amount: 30, unit: 'days' as const }), id: 'deadline' };
    expect(rebased(movedTo(row, '2027-01-15', 'Chefsbyte'), '2026-12-01').id).toBe('deadline');
  });

  it('R1: changes nothing when it is counted from the same base date', () => {
    fc.assert(fc.property(kept, (deadline) => expect(rebased(deadline, deadline.baseDate)).toEqual(deadline)));
  });

  it('R1: falls on a working day, whoever set it', () => {
    fc.assert(
      fc.property(kept, day, (deadline, newBase) => {
        expect(isWorkingDay(deadline.due)).toBe(true);
        expect(isWorkingDay(rebased(deadline, newBase).due)).toBe(true);
      }),
    );
  });

  it('R1: does not come earlier when it is counted from a later day', () => {
    fc.assert(
      fc.property(term, fc.integer({ min: 0, max: 400 }), (counted, later) => {
        const moved = { ...counted, baseDate: addDays(counted.baseDate, later) };
        expect(dueOf(moved) >= dueOf(counted)).toBe(true);
      }),
    );
  });

  it('R1: does not come earlier when it is longer', () => {
    fc.assert(
      fc.property(term, (counted) => {
        expect(dueOf({ ...counted, amount: counted.amount + 1 }) >= dueOf(counted)).toBe(true);
      }),
    );
  });
});

describe('A deadline that has passed', () => {
  it('R1: is overdue the day after, not on the due date', () => {
    expect(isOverdue('2026-12-07', '2026-12-06')).toBe(false);
    expect(isOverdue('2026-12-07', '2026-12-07')).toBe(false);
    expect(isOverdue('2026-12-07', '2026-12-08')).toBe(true);
  });

  it.each([
    ['is escalated the day after', 'open', '2026-12-07', null, '2026-12-08', true],
    ['is escalated also where nobody looked for a week', 'open', '2026-12-07', null, '2026-12-14', true],
    ['is not escalated on its due date', 'open', '2026-12-07', null, '2026-12-07', false],
    ['is escalated once', 'open', '2026-12-07', '2026-12-08', '2026-12-09', false],
    ['is not escalated twice on the same day', 'open', '2026-12-07', '2026-12-08', '2026-12-08', false],
    ['is left alone once it is met', 'met', '2026-12-07', null, '2026-12-08', false],
    ['is left alone once it is cancelled', 'cancelled', '2026-12-07', null, '2026-12-08', false],
    ['that was extended waits for its new date', 'open', '2026-12-21', '2026-12-08', '2026-12-09', false],
    ['that was extended is escalated again', 'open', '2026-12-21', '2026-12-08', '2026-12-22', true],
    [
      'that was extended to the day it was escalated is so again',
      'open',
      '2026-12-08',
      '2026-12-08',
      '2026-12-09',
      true,
    ],
  ] as const)('%s', (_case, state, due, escalatedOn, today, expected) => {
    expect(escalates({ state, due, escalatedOn }, today)).toBe(expected);
  });

  it('is escalated exactly once for each due date, however often the watch runs', () => {
    fc.assert(
      fc.property(day, fc.array(fc.integer({ min: -3, max: 10 }), { maxLength: 20 }), (from, days) => {
        const due = deadlineInDays(from, 5);
        let escalatedOn: string | null = null;
        let times = 0;
        for (const offset of [...days].sort((a, b) => a - b)) {
          const today = addDays(due, offset);
          if (!escalates({ state: 'open', due, escalatedOn }, today)) continue;
          escalatedOn = today;
          times += 1;
        }
        expect(times).toBe(days.some((offset) => offset > 0) ? 1 : 0);
      }),
    );
  });
});

describe('The reminders of a deadline that runs', () => {
  it('R3: are those of its due date while it is open, and none after', () => {
    expect(deadlineReminders({ state: 'open', due: '2027-03-01' }, '2026-11-30')).toEqual(
      reminderDates('2027-03-01', '2026-11-30'),
    );
    for (const state of DEADLINE_STATES.filter((state) => state !== 'open')) {
      expect(deadlineReminders({ state, due: '2027-03-01' }, '2026-11-30')).toEqual([]);
    }
  });

  it('R3: come strictly after the sending, each offset at most once, and always the day after', () => {
    fc.assert(
      fc.property(kept, (deadline) => {
        const { due } = deadline;
        const reminders = deadlineReminders({ state: 'open', due }, deadline.baseDate);
        expect(reminders.every(({ date }) => date > deadline.baseDate)).toBe(true);
        expect(reminders.every(({ date, daysBefore }) => addDays(date, daysBefore) === due)).toBe(true);
        const offsets = reminders.map(({ daysBefore }) => daysBefore);
        expect(new Set(offsets).size).toBe(offsets.length);
        if (due >= deadline.baseDate) expect(offsets).toContain(-1);
      }),
    );
  });
});

describe('The kinds of deadline', () => {
  it('are kept by the provider, but for judging a plan and holding a re-check (R3)', () => {
    expect(DEADLINE_KINDS.filter((kind) => isInternalDeadline(kind))).toEqual(['plan-evaluation', 'recheck']);
    expect(DEADLINE_KINDS.filter((kind) => DEADLINE_KEEPER_OF[kind] === 'provider')).toEqual([
      'fact-check',
      'action-plan',
      'sanction-answer',
    ]);
  });

  it('and the states have words of their own', () => {
    expect(new Set(Object.values(DEADLINE_KIND_LABELS)).size).toBe(DEADLINE_KINDS.length);
    expect(new Set(Object.values(DEADLINE_STATE_LABELS)).size).toBe(DEADLINE_STATES.length);
  });
});
