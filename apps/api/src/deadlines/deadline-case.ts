import { type CalendarDate, type DeadlineKind, type DeadlineState } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';

/** A deadline with the case that it belongs to, as mails about it name it. */
export interface DeadlineCase {
  readonly id: string;
  readonly kind: DeadlineKind;
  readonly subjectId: string;
  readonly followUpId: string;
  readonly providerId: string | null;
  readonly due: CalendarDate;
  readonly toldOn: CalendarDate;
  readonly state: DeadlineState;
  readonly escalatedOn: CalendarDate | null;
  readonly title: string;
  readonly caseNumber: string;
  readonly provider: string;
  readonly unit: string;
  readonly committeeId: string;
  readonly municipality: string;
  readonly version: number;
}

/** A deadline of a case that has not been cancelled, locked until the transaction ends. */
export async function lockDeadlineCase(tx: Transaction, deadlineId: string): Promise<DeadlineCase | undefined> {
  const [row] = await tx.query<DeadlineCase>(READ, [tx.municipalityId, deadlineId]);
  return row;
}

const READ = `
select d.id, d.kind, d.subject_id as "subjectId", d.follow_up_id as "followUpId", d.provider_id as "providerId",
  d.due::text as due, d.told_on::text as "toldOn", d.state, d.escalated_on::text as "escalatedOn", f.title,
  f.case_number as "caseNumber", p.legal_name as provider, u.name as unit, f.committee_id as "committeeId",
  m.name as municipality, d.version
from deadline d
  join follow_up f on f.municipality_id = d.municipality_id and f.id = d.follow_up_id
  join unit u on u.municipality_id = f.municipality_id and u.id = f.unit_id
  join provider p on p.id = case when d.provider_id is null then f.provider_id else d.provider_id end
  join municipality m on m.id = d.municipality_id
where d.municipality_id = $1 and d.id = $2 and f.state <> 'cancelled'
for update of d`;
