import type { RemarkAnswerView, RemarkView, TextDifference } from '@insyn/api-schema';
import type { CalendarDate, FactCheckState, RemarkOutcome, RemarkPlaceKind } from '@insyn/domain';
import type { FactCheckDraftData } from '@insyn/report';
import type { Transaction } from '../database/transaction.js';
import { NotFound } from '../http/problem.js';
import { FACT_CHECK_ROW } from './fact-check.sql.js';

/** A remark as it is read. */
export interface RemarkRow {
  readonly id: string;
  readonly placeKind: RemarkPlaceKind;
  readonly placeId: string;
  readonly text: string;
  readonly person: string | null;
  readonly changedAt: string;
  readonly version: number;
}

/** An answer to a remark as it is read, or as it was frozen. */
export interface AnswerRow extends RemarkAnswerView {
  readonly remarkId: string;
  readonly outcome: RemarkOutcome;
}

/** What the provider is told when the judgement has been submitted: frozen then. */
export interface FactCheckOutcome {
  readonly answers: readonly AnswerRow[];
  readonly difference: readonly TextDifference[];
}

interface DocumentRow {
  readonly id: string;
  readonly title: string;
  readonly isRendered: boolean;
}

/** One fact check with everything that hangs on it and both doors may read. */
export interface FactCheckRow {
  readonly id: string;
  readonly municipalityId: string;
  readonly followUpId: string;
  readonly providerId: string;
  readonly number: number;
  readonly state: FactCheckState;
  /** The letter with the frozen draft. */
  readonly content: FactCheckDraftData;
  readonly outcome: FactCheckOutcome | null;
  readonly reason: string;
  readonly sentOn: CalendarDate;
  readonly due: CalendarDate;
  readonly readAt: string | null;
  readonly answeredAt: string | null;
  readonly answeredBy: string | null;
  readonly noRemarks: boolean;
  readonly late: boolean;
  readonly createdBy: string;
  readonly version: number;
  readonly remarks: readonly RemarkRow[];
  readonly files: readonly Omit<RemarkView['files'][number], 'href'>[];
  readonly document: DocumentRow | null;
  readonly receipt: DocumentRow | null;
}

/**
 * The fact check with everything that hangs on it, locked until the transaction ends, so that what the two sides do with it
 * happens one after another. @throws NotFound also for one that the door does not show.
 */
export async function lockFactCheck(tx: Transaction, id: string): Promise<FactCheckRow> {
  // Locked first and read after, or a wait for the lock would be followed by the remarks of before it.
  const locked = await tx.query(LOCK, [tx.municipalityId, id]);
  if (locked.length === 0) throw new NotFound();
  const [row] = await tx.query<FactCheckRow>(READ, [tx.municipalityId, id]);
  if (row === undefined) throw new NotFound();
  return row;
}

/** The fact check of a follow-up that nothing has ended yet, locked; or nothing. */
export async function lockRunningFactCheck(tx: Transaction, followUpId: string): Promise<FactCheckRow | null> {
  const [running] = await tx.query<{ id: string }>(RUNNING, [tx.municipalityId, followUpId]);
  return running === undefined ? null : lockFactCheck(tx, running.id);
}

/** What happened to a fact check. */
interface FactCheckEvent {
  readonly act: string;
  readonly summary: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** An event of a fact check, as the history of its case tells it. */
export function recordFactCheck(
  tx: Transaction,
  { id, followUpId }: Pick<FactCheckRow, 'id' | 'followUpId'>,
  { act, ...event }: FactCheckEvent,
): void {
  tx.appendEvent({ kind: `fact-check.${act}`, subjectKind: 'fact-check', subjectId: id, followUpId, ...event });
}

/** What the provider does before it hands in is an event too, but none that the history of the case tells the staff. */
export function recordUnseen(
  tx: Transaction,
  { id }: Pick<FactCheckRow, 'id'>,
  { act, ...event }: FactCheckEvent,
): void {
  tx.appendEvent({ kind: `fact-check.${act}`, subjectKind: 'fact-check', subjectId: id, ...event });
}

const LOCK = 'select id from fact_check where municipality_id = $1 and id = $2 for no key update';
const READ = `select ${FACT_CHECK_ROW} from fact_check c where c.municipality_id = $1 and c.id = $2`;
const RUNNING = `
select id from fact_check
where municipality_id = $1 and follow_up_id = $2 and state in ('sent', 'answered', 'silent')
order by number desc limit 1`;
