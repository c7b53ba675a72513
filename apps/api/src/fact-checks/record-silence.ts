import { formatDate, silenceText } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { lockFactCheck, recordFactCheck } from './fact-check-row.js';
import { FactCheck } from './fact-check.entity.js';

/**
 * Writes down that the provider said nothing before its time ran out; exactly once, however often it is asked, and never
 * before the day after the deadline. An answer that comes later is still taken. In a transaction of the staff or of a job.
 * @returns whether it was written now. @throws NotFound
 */
export async function recordSilence(tx: Transaction, factCheckId: string): Promise<boolean> {
  const row = await lockFactCheck(tx, factCheckId);
  const { id, state, due } = row;
  if (state !== 'sent' || due >= tx.today) return false;
  await tx.update(FactCheck, id, null, { state: 'silent' });
  recordFactCheck(tx, row, {
    act: 'silent',
    summary: silenceText(row.content.provider, formatDate(due)),
    before: { state },
    after: { state: 'silent', due },
  });
  return true;
}
