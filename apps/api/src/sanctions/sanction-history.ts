import type { SanctionEventKind, SanctionState } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { SanctionEvent } from './sanction-event.entity.js';

/** What happened to a sanction, as its own history keeps it. */
export interface NewSanctionEvent {
  readonly action: SanctionEventKind;
  readonly to: SanctionState;
  readonly text?: string;
  readonly amount?: number | null;
  readonly recordId?: string | null;
  /** Whose doing it was and when, where a job writes it down; otherwise the person who acts, now. */
  readonly by?: { readonly accountId: string; readonly at: Date; readonly on: string };
}

/**
 * Adds to the history of a sanction. `providerId` is null for what the provider may not read: everything before it is sent.
 */
export async function appendSanctionEvent(
  tx: Transaction,
  sanction: { readonly id: string; readonly providerId: string | null },
  event: NewSanctionEvent,
): Promise<void> {
  const { action, to: toState, text = '', amount = null, recordId = null, by } = event;
  await tx.insert(SanctionEvent, {
    ...{ municipalityId: tx.municipalityId, id: tx.newId(), sanctionId: sanction.id, providerId: sanction.providerId },
    ...{ action, toState, text, amount, recordId, happenedOn: by?.on ?? tx.today, at: by?.at ?? tx.now },
    accountId: by?.accountId ?? tx.accountId,
  });
}

/** Adds to the history of the case (R22). */
export function tellHistory(
  tx: Transaction,
  { id, followUpId }: { readonly id: string; readonly followUpId: string },
  act: string,
  summary: string,
  values: { readonly before?: unknown; readonly after?: unknown },
): void {
  tx.appendEvent({ kind: `sanction.${act}`, subjectKind: 'sanction', subjectId: id, followUpId, summary, ...values });
}
