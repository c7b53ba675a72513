import type { Saved } from '@insyn/api-schema';
import type { Transaction } from '../database/transaction.js';

/** One change of a row that a follow-up holds, as the history tells it. */
export interface ContentEvent {
  followUpId: string;
  /** 'finding', 'figure' … */
  noun: string;
  id: string;
  act: 'added' | 'changed' | 'removed' | 'replaced' | 'split';
  summary: string;
  before?: unknown;
  after?: unknown;
}

/** Adds the event of a change to the history of its follow-up (R22). */
export function recordChange(tx: Transaction, event: ContentEvent): void {
  const { followUpId, noun, id, act, summary, before, after } = event;
  tx.appendEvent({ kind: `${noun}.${act}`, subjectKind: noun, subjectId: id, followUpId, summary, before, after });
}

/** The answer to a row that was just made. */
export function savedNew(id: string): Saved {
  return { id, version: 1 };
}

/** The place after the last, for rows that the officer sees in the order in which they were added. */
export async function nextPosition(
  tx: Transaction,
  table: 'figure' | 'finding' | 'action',
  followUpId: string,
): Promise<number> {
  const [row] = await tx.query<{ position: number }>(NEXT_POSITION[table], [tx.municipalityId, followUpId]);
  return row?.position ?? 1;
}

const NEXT_POSITION = {
  figure:
    'select coalesce(max(position), 0) + 1 as position from figure where municipality_id = $1 and follow_up_id = $2',
  finding:
    'select coalesce(max(position), 0) + 1 as position from finding where municipality_id = $1 and follow_up_id = $2',
  action:
    'select coalesce(max(position), 0) + 1 as position from action where municipality_id = $1 and follow_up_id = $2',
} as const;
