import type { Transaction } from '../database/transaction.js';

/** Writes down who read which restricted rows, and when (R22). */
export async function logReading(tx: Transaction, subjectKind: 'signal', ids: readonly string[]): Promise<void> {
  await tx.query(
    `insert into read_log (municipality_id, id, at, account_id, subject_kind, subject_id, what)
     select $1, r.id, $2, $3, $4, r.subject_id, 'lex-sarah'
     from unnest($5::uuid[], $6::uuid[]) as r (id, subject_id)`,
    [tx.municipalityId, tx.now, tx.accountId, subjectKind, ids.map(() => tx.newId()), ids],
  );
}
