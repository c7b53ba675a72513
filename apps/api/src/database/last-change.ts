import { StaleVersion } from '../http/problem.js';
import type { Transaction } from './transaction.js';

/** Says that a row has got another version, and who gave it that: the newest event about any of the subjects. */
export async function staleVersion(tx: Transaction, version: number, subjectIds: string[]): Promise<StaleVersion> {
  const [last] = await tx.query<{ name: string | null; at: Date; summary: string | null }>(
    `select a.name, e.at, v.content ->> 'summary' as summary
     from event e
       left join account a on a.id = e.account_id
       left join event_value v on v.municipality_id = e.municipality_id and v.event_id = e.id
     where e.municipality_id = $1 and e.subject_id = any($2::uuid[])
     order by e.sequence desc limit 1`,
    [tx.municipalityId, subjectIds],
  );
  const changedAt = last === undefined ? null : new Date(last.at).toISOString();
  return new StaleVersion({ version, changedBy: last?.name ?? null, changedAt, change: last?.summary ?? null });
}
