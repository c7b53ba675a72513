import { type CalendarDate, compareDates, type Reminder } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';

/** What is reminded of: one due date of a request or of a deadline. */
export interface RemindedOf {
  readonly kind: 'information-request' | 'deadline';
  readonly id: string;
  readonly due: CalendarDate;
}

/** The nearest reminder whose day has come: earlier ones that were missed are never sent beside it. */
export function nearestReminder(reminders: readonly Reminder[], today: CalendarDate): Reminder | null {
  const come = reminders.filter(({ date }) => date <= today);
  return come.sort((a, b) => compareDates(a.date, b.date)).at(-1) ?? null;
}

/**
 * Takes a reminder to be sent by this transaction and no other: its row decides that it is sent once for this due date and
 * this distance to it, however often and by however many processes that is tried (R3). @returns false where it is taken.
 */
export async function takeReminder(
  tx: Transaction,
  { kind, id, due }: RemindedOf,
  { daysBefore }: Reminder,
): Promise<boolean> {
  const taken = await tx.query(TAKE, [tx.municipalityId, kind, id, due, daysBefore, tx.today]);
  return taken.length > 0;
}

const TAKE = `
insert into deadline_reminder (municipality_id, subject_kind, subject_id, due, days_before, reminded_on)
values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning subject_id`;
