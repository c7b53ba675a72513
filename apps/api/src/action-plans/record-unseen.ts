import type { NewEvent, Transaction } from '../database/transaction.js';

/**
 * What the provider does before it hands in is an event too, but none that the history of the case tells the staff: what is
 * being written is not the municipality's to read.
 */
export function recordUnseen(tx: Transaction, event: Omit<NewEvent, 'followUpId'>): void {
  tx.appendEvent(event);
}
