import type { CalendarDate, RecordDirection } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { Record as CaseRecord } from './record.entity.js';

/** A document to be registered in a case (R16). */
export interface NewRecord {
  readonly followUpId: string;
  readonly direction: RecordDirection;
  /** Who sent or received it; the committee itself for what is drawn up. */
  readonly counterpart: string;
  /** The title that anyone may read; it names no person and nothing secret. */
  readonly publicTitle: string;
  /** True for what stays within the authority, and for all that goes to or comes from its own run units (TF 2:11). */
  readonly internal?: boolean;
  /** The day it came in, where it is entered on a later one; today otherwise. */
  readonly arrivedOn?: CalendarDate;
  /** Whose doing it was, where a job registers it; otherwise the person who acts. */
  readonly createdBy?: string;
}

/** Registers a document in a case (R16). @returns the record's id. */
export async function registerRecord(tx: Transaction, record: NewRecord): Promise<string> {
  const id = tx.newId();
  const { followUpId, direction, counterpart, publicTitle, internal = false, createdBy = tx.accountId } = record;
  const { arrivedOn: recordedOn = tx.today } = record;
  await tx.insert(CaseRecord, {
    municipalityId: tx.municipalityId,
    id,
    followUpId,
    direction,
    recordedOn,
    counterpart,
    publicTitle,
    internal,
    createdBy,
    createdAt: tx.now,
  });
  return id;
}
