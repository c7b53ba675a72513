import type { CalendarDate, SignalKind, SignalState } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { requirePermission, visibleFor } from '../http/permitted-committees.js';
import { NotFound } from '../http/problem.js';

/** A signal whose row is locked until the transaction ends. */
export interface SignalRow {
  id: string;
  committeeId: string;
  unitId: string;
  kind: SignalKind;
  state: SignalState;
  receivedOn: CalendarDate;
  title: string;
  text: string;
  source: string;
  fromProvider: boolean;
  evidenceId: string | null;
  createdBy: string;
  version: number;
}

/** Locks a signal. @throws NotFound for one that the person does not see, a lex Sarah report of others among them. */
export async function lockSignal(tx: Transaction, id: string): Promise<SignalRow> {
  const [signal] = await tx.query<SignalRow>(
    `select id, committee_id as "committeeId", unit_id as "unitId", kind, state, received_on::text as "receivedOn", title,
       text, source, from_provider as "fromProvider", evidence_id as "evidenceId", created_by as "createdBy", version
     from signal
     where municipality_id = $1 and id = $2 and ($3::uuid[] is null or committee_id = any ($3))
     for update`,
    [tx.municipalityId, id, visibleFor(tx.user, 'signal.write')],
  );
  if (signal === undefined) throw new NotFound();
  requirePermission(tx.user, 'signal.write', signal.committeeId);
  return signal;
}

/** Names more readers of a lex Sarah report. */
export async function addReaders(tx: Transaction, signal: SignalRow, readerIds: readonly string[]): Promise<void> {
  await tx.query(
    `insert into signal_reader (municipality_id, signal_id, account_id)
     select $1, $2, r.account_id from unnest($3::uuid[]) as r (account_id) on conflict do nothing`,
    [tx.municipalityId, signal.id, readersOf(signal, readerIds)],
  );
}

/** Takes all others away. */
export async function removeOtherReaders(
  tx: Transaction,
  signal: SignalRow,
  readerIds: readonly string[],
): Promise<void> {
  await tx.query(
    'delete from signal_reader where municipality_id = $1 and signal_id = $2 and account_id <> all ($3::uuid[])',
    [tx.municipalityId, signal.id, readersOf(signal, readerIds)],
  );
}

/** The one of the staff who registered a report is always among its readers. */
function readersOf({ fromProvider, createdBy }: SignalRow, readerIds: readonly string[]): string[] {
  return [...new Set(fromProvider ? readerIds : [...readerIds, createdBy])];
}

/**
 * Adds to the history of the municipality. Of a lex Sarah report it holds that somebody did something to a signal, and
 * nothing else: the history is read by many.
 */
export function recordSignal(
  tx: Transaction,
  { id, kind }: Pick<SignalRow, 'id' | 'kind'>,
  act: 'added' | 'changed' | 'handled',
  summary: string,
  values: { before?: object; after?: object },
): void {
  const told = kind === 'lex-sarah' ? {} : values;
  tx.appendEvent({ kind: `signal.${act}`, subjectKind: 'signal', subjectId: id, summary, ...told });
}
