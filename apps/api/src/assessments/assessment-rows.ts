import type { AssessmentView } from '@insyn/api-schema';
import type { Transaction } from '../database/transaction.js';

const ASSESSMENT = `
select a.id, a.verdict, a.text, a.version, coalesce(p.name, 'Okänd') as "updatedBy",
  to_char(a.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "updatedAt",
  (select json_agg(ac.clause_id order by c.sort_key)
    from assessment_clause ac join clause c on c.municipality_id = ac.municipality_id and c.id = ac.clause_id
    where ac.municipality_id = a.municipality_id and ac.assessment_id = a.id) as "clauseIds",
  (select coalesce(json_agg(ae.evidence_id order by ae.evidence_id), '[]') from assessment_evidence ae
    where ae.municipality_id = a.municipality_id and ae.assessment_id = a.id) as "evidenceIds"
from assessment a left join account p on p.id = a.updated_by`;

const BY_ID = `${ASSESSMENT} where a.municipality_id = $1 and a.id = $2`;

const ON_CLAUSES = `${ASSESSMENT} where a.municipality_id = $1 and a.follow_up_id = $2 and a.id in (
  select assessment_id from assessment_clause where municipality_id = $1 and follow_up_id = $2 and clause_id = any ($3))`;

/** One assessment as it is shown; undefined where there is none. */
export async function assessmentById(tx: Transaction, id: string): Promise<AssessmentView | undefined> {
  const [assessment] = await tx.query<AssessmentView>(BY_ID, [tx.municipalityId, id]);
  return assessment;
}

/** The assessments that any of these clauses has in the follow-up. */
export function assessmentsOnClauses(
  tx: Transaction,
  followUpId: string,
  clauseIds: string[],
): Promise<AssessmentView[]> {
  return tx.query<AssessmentView>(ON_CLAUSES, [tx.municipalityId, followUpId, clauseIds]);
}

/** The numbers of the clauses, in the order of the contract. */
export async function clauseNumbers(tx: Transaction, clauseIds: string[]): Promise<string[]> {
  const rows = await tx.query<{ number: string }>(
    'select number from clause where municipality_id = $1 and id = any ($2) order by sort_key, id',
    [tx.municipalityId, clauseIds],
  );
  return rows.map((row) => row.number);
}
