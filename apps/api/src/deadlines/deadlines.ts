import {
  addDays,
  type CalendarDate,
  type Deadline as DeadlineFacts,
  DEADLINE_KIND_LABELS,
  type DeadlineKind,
  deadlineOf,
  type DeadlineTerm,
  type DeadlineUnit,
  formatDate,
  isCalendarDate,
  movedTo,
  rebased,
} from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { keepSnapshot } from '../history/keep-snapshot.js';
import { Invalid, NotFound } from '../http/problem.js';
import { termInWords } from './deadline-words.js';
import { Deadline } from './deadline.entity.js';

/** A year that was mistyped is not a deadline. */
const LONGEST_MOVE_DAYS = 730;

/** A deadline that begins to run. One that ran for the same subject before is counted anew. */
export interface NewDeadline extends DeadlineTerm {
  readonly kind: DeadlineKind;
  readonly followUpId: string;
  /** The fact check, action plan, re-check or sanction that waits. */
  readonly subjectId: string;
  /** The provider that is to keep it, which may then read it at its door. */
  readonly providerId?: string | null;
}

/** Which deadline: every subject has at most one of a kind. */
export interface DeadlineOf {
  readonly kind: DeadlineKind;
  readonly subjectId: string;
}

interface Row {
  id: string;
  kind: DeadlineKind;
  followUpId: string;
  subjectId: string;
  baseDate: CalendarDate;
  amount: number | null;
  unit: DeadlineUnit | null;
  due: CalendarDate;
  setBy: 'rule' | 'person';
  reason: string | null;
  state: string;
}

/** Sets a deadline by the rule (R1), in a transaction of the staff or of a job. */
export async function setDeadline(tx: Transaction, deadline: NewDeadline): Promise<{ id: string; due: CalendarDate }> {
  const { kind, followUpId, subjectId, providerId = null, baseDate, amount, unit } = deadline;
  const { due } = deadlineOf({ baseDate, amount, unit });
  const known = await lockDeadline(tx, { kind, subjectId });
  const id = known?.id ?? tx.newId();
  const row = { followUpId, providerId, baseDate, amount, unit, due, setBy: 'rule', reason: null } as const;
  const running = { ...row, state: 'open', toldOn: tx.today, metOn: null } as const;
  if (known === undefined) {
    const { municipalityId, now: createdAt } = tx;
    await tx.insert(Deadline, { municipalityId, id, kind, subjectId, ...running, createdAt });
  } else await tx.update(Deadline, id, null, running);
  tx.appendEvent({
    ...eventOf('set', id, followUpId),
    summary: `Sista dag för ${nameOf(kind)}: ${formatDate(due)} (${termInWords({ baseDate, amount, unit })})`,
    ...(known && { before: { due: known.due } }),
    after: { due, baseDate },
  });
  return { id, due };
}

/**
 * Moves a deadline to the day that a person has chosen, or the next working day (R1). One that was met runs again, and it
 * is reminded of and escalated anew.
 * @throws NotFound where nothing waits, Invalid at `due` for a day that has come or lies too far away, and at `reason`.
 */
export async function moveDeadline(
  tx: Transaction,
  move: DeadlineOf & { readonly due: CalendarDate; readonly reason: string },
): Promise<void> {
  const row = await requireDeadline(tx, move);
  requireComing(tx, move.due);
  if (move.reason.trim() === '') throw new Invalid([{ field: 'reason', message: 'Skriv varför dagen flyttas.' }]);
  const { due, setReason } = movedTo(factsOf(row), move.due, move.reason);
  await tx.update(Deadline, row.id, null, {
    ...{ due, setBy: 'person', reason: setReason, state: 'open', metOn: null, toldOn: tx.today },
  });
  await followRecheck(tx, row, due);
  tx.appendEvent({
    ...eventOf('moved', row.id, row.followUpId),
    summary: `Flyttade sista dag för ${nameOf(row.kind)} till ${formatDate(due)}`,
    before: { due: row.due },
    after: { due, reason: setReason },
  });
}

/**
 * Counts a deadline from another base date (R1). A day that a person has set stays. @returns the day it falls on.
 * @throws NotFound where nothing waits.
 */
export async function rebaseDeadline(
  tx: Transaction,
  change: DeadlineOf & { readonly baseDate: CalendarDate; readonly reason: string },
): Promise<CalendarDate> {
  const row = await requireDeadline(tx, change);
  const { due } = rebased(factsOf(row), change.baseDate);
  const isSame = due === row.due;
  await tx.update(Deadline, row.id, null, {
    ...{ baseDate: change.baseDate, due },
    ...(isSame ? {} : { toldOn: tx.today }),
  });
  await followRecheck(tx, row, due);
  tx.appendEvent({
    ...eventOf('rebased', row.id, row.followUpId),
    summary: isSame
      ? `Sista dag för ${nameOf(row.kind)} räknas från ${formatDate(change.baseDate)} och är kvar ${formatDate(due)}`
      : `Sista dag för ${nameOf(row.kind)} räknades om till ${formatDate(due)}`,
    before: { due: row.due, baseDate: row.baseDate },
    after: { due, baseDate: change.baseDate, reason: change.reason },
  });
  return due;
}

/**
 * What was waited for is done, on another day than today where it came before it was entered; nothing happens where no such
 * deadline runs. Also at the provider's door.
 */
export async function meetDeadline(
  tx: Transaction,
  kind: DeadlineKind,
  subjectId: string,
  on: CalendarDate = tx.today,
): Promise<void> {
  const [met] = await tx.query<{ id: string; followUpId: string; due: CalendarDate }>(MEET, [
    ...[tx.municipalityId, kind, subjectId, on],
  ]);
  if (met === undefined) return;
  const late = met.due < on;
  tx.appendEvent({
    ...eventOf('met', met.id, met.followUpId),
    summary: `${DEADLINE_KIND_LABELS[kind]}: klar ${late ? `efter sista dag ${formatDate(met.due)}` : 'i tid'}`,
    before: { state: 'open' },
    after: { state: 'met', due: met.due, late },
  });
}

/** The deadline no longer applies; nothing happens where no such deadline runs. */
export async function cancelDeadline(tx: Transaction, kind: DeadlineKind, subjectId: string): Promise<void> {
  const [cancelled] = await tx.query<{ id: string; followUpId: string }>(CANCEL, [tx.municipalityId, kind, subjectId]);
  if (cancelled === undefined) return;
  tx.appendEvent({
    ...eventOf('cancelled', cancelled.id, cancelled.followUpId),
    summary: `Sista dag för ${nameOf(kind)} gäller inte längre`,
    before: { state: 'open' },
    after: { state: 'cancelled' },
  });
}

async function lockDeadline(tx: Transaction, { kind, subjectId }: DeadlineOf): Promise<Row | undefined> {
  const [row] = await tx.query<Row>(LOCK, [tx.municipalityId, kind, subjectId]);
  return row;
}

async function requireDeadline(tx: Transaction, which: DeadlineOf): Promise<Row> {
  const row = await lockDeadline(tx, which);
  if (row === undefined || row.state === 'cancelled') throw new NotFound();
  return row;
}

/** The cases of a re-check and of its first follow-up show the day too. */
async function followRecheck(tx: Transaction, { kind, subjectId, due: before }: Row, due: CalendarDate): Promise<void> {
  if (kind !== 'recheck' || due === before) return;
  const [recheck] = await tx.query<{ parentId: string | null }>(RECHECK, [tx.municipalityId, subjectId]);
  if (recheck === undefined || recheck.parentId === null) return;
  await keepSnapshot(tx, subjectId);
  await keepSnapshot(tx, recheck.parentId);
  await tx.query(RECHECK_DUE, [tx.municipalityId, subjectId, due]);
  await tx.query(ROOT_RECHECK_DUE, [tx.municipalityId, recheck.parentId, due]);
}

/** A row without a term was set by a person, and stays where it is. */
function factsOf({ baseDate, amount, unit, due, setBy, reason }: Row): DeadlineFacts {
  const setReason = setBy === 'person' || amount === null ? (reason ?? '') : null;
  return { baseDate, amount: amount ?? 0, unit: unit ?? 'days', due, setReason };
}

function requireComing(tx: Transaction, due: CalendarDate): void {
  const latest = addDays(tx.today, LONGEST_MOVE_DAYS);
  const fault = !isCalendarDate(due)
    ? 'Ange ett datum som finns, till exempel 2026-11-20.'
    : due <= tx.today
      ? 'Välj en dag efter i dag.'
      : due > latest
        ? `Välj en dag senast ${formatDate(latest)}.`
        : null;
  if (fault !== null) throw new Invalid([{ field: 'due', message: fault }]);
}

function nameOf(kind: DeadlineKind): string {
  return DEADLINE_KIND_LABELS[kind].toLowerCase();
}

function eventOf(act: string, id: string, followUpId: string) {
  return { kind: `deadline.${act}`, subjectKind: 'deadline', subjectId: id, followUpId };
}

const LOCK = `
select id, kind, follow_up_id as "followUpId", subject_id as "subjectId", base_date::text as "baseDate", amount, unit, due::text as due,
  set_by as "setBy", reason, state
from deadline where municipality_id = $1 and kind = $2 and subject_id = $3 for update`;
const MEET = `
update deadline set state = 'met', met_on = $4, version = version + 1
where municipality_id = $1 and kind = $2 and subject_id = $3 and state = 'open'
returning id, follow_up_id as "followUpId", due::text as due`;
const CANCEL = `
update deadline set state = 'cancelled', version = version + 1
where municipality_id = $1 and kind = $2 and subject_id = $3 and state = 'open'
returning id, follow_up_id as "followUpId"`;
const RECHECK = 'select parent_id as "parentId" from follow_up where municipality_id = $1 and id = $2';
const RECHECK_DUE = 'update follow_up set decision_due = $3 where municipality_id = $1 and id = $2';
const ROOT_RECHECK_DUE = 'update follow_up set recheck_due = $3 where municipality_id = $1 and id = $2';
