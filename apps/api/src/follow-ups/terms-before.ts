import type { Transaction } from '../database/transaction.js';

/** What a follow-up says of itself before it is changed: of the fields that are changed, for the history. */
export async function termsBefore(
  tx: Transaction,
  followUpId: string,
  changed: readonly string[],
): Promise<Record<string, unknown>> {
  const [row = {}] = await tx.query<Record<string, unknown>>(TERMS, [tx.municipalityId, followUpId]);
  return Object.fromEntries(changed.flatMap((field) => (field in row ? [[field, row[field]]] : [])));
}

const TERMS = `
select f.title, f.background, f.purpose, f.summary, f.report_date::text as "reportDate",
  f.decision_due::text as "decisionDue",
  (select coalesce(json_agg(m.account_id order by m.account_id), '[]') from follow_up_team_member m
    where m.municipality_id = $1 and m.follow_up_id = f.id) as "teamIds"
from follow_up f where f.municipality_id = $1 and f.id = $2`;
