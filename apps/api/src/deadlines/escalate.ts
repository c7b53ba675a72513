import {
  type CalendarDate,
  DEADLINE_KIND_LABELS,
  daysBetween,
  escalates,
  formatDate,
  formatDateLong,
  isInternalDeadline,
} from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { type DeadlineCase, lockDeadlineCase } from './deadline-case.js';
import { agoInWords } from './deadline-words.js';
import { Deadline } from './deadline.entity.js';
import { tellManagers } from './tell-staff.js';

/** Something that is overdue, as the managers are told of it. */
interface Overdue extends Pick<DeadlineCase, 'followUpId' | 'caseNumber' | 'provider' | 'unit'> {
  /** 'Åtgärdsplan', or the title of a request. */
  readonly what: string;
  readonly due: CalendarDate;
  readonly byProvider: boolean;
}

/**
 * Tells the managers of a deadline that has passed, once for each due date: one that was extended after that is told of
 * again when the new day has passed. @returns whether they were told now.
 */
export async function escalateDeadline(tx: Transaction, deadlineId: string): Promise<boolean> {
  const deadline = await lockDeadlineCase(tx, deadlineId);
  if (deadline === undefined || !escalates(deadline, tx.today)) return false;
  const { id, kind, followUpId } = deadline;
  await tx.update(Deadline, id, null, { escalatedOn: tx.today });
  const what = DEADLINE_KIND_LABELS[kind];
  const told = await tellOfOverdue(tx, { ...deadline, what, byProvider: !isInternalDeadline(kind) });
  tx.appendEvent({
    ...{ kind: 'deadline.escalated', subjectKind: 'deadline', subjectId: id, followUpId },
    summary: `${what}: tiden gick ut ${formatDate(deadline.due)}. ${toldInWords(told)}`,
    after: { due: deadline.due, managers: told },
  });
  return true;
}

/** As {@link escalateDeadline}, of an information request. */
export async function escalateRequest(tx: Transaction, requestId: string): Promise<boolean> {
  const [request] = await tx.query<RequestRow>(REQUEST, [tx.municipalityId, requestId]);
  if (request === undefined) return false;
  const { due, escalatedOn, followUpId, title } = request;
  if (!escalates({ state: 'open', due, escalatedOn }, tx.today)) return false;
  // Not a change that the officer or the provider made: whoever has it open can still save.
  await tx.query(ESCALATED, [tx.municipalityId, requestId, tx.today]);
  const told = await tellOfOverdue(tx, { ...request, what: `Svar på ”${title}”`, byProvider: true });
  tx.appendEvent({
    ...{ kind: 'information-request.escalated', subjectKind: 'information-request', subjectId: requestId, followUpId },
    summary: `Svar på ”${title}”: tiden gick ut ${formatDate(due)}. ${toldInWords(told)}`,
    after: { due, managers: told },
  });
  return true;
}

function tellOfOverdue(tx: Transaction, overdue: Overdue): Promise<number> {
  const { what, due, provider, unit, caseNumber, byProvider, followUpId } = overdue;
  const ago = agoInWords(daysBetween(due, tx.today));
  return tellManagers(tx, {
    ...{ followUpId, kind: 'deadline-overdue', path: '/tidsfrister?urval=eskalerade' },
    subject: `Tiden har gått ut: ${what}, ärende ${caseNumber}`,
    text: [
      `${what}: sista dag var ${formatDateLong(due)}, ${ago}. ${byProvider ? `Kommunen väntar på ${provider}.` : 'Det är kommunen själv som ska göra det.'}`,
      `Det gäller ${provider}, ${unit}, ärende ${caseNumber}.`,
      'Du får det här mejlet en gång. Flyttas dagen och går ut igen får du ett nytt.',
    ],
  });
}

function toldInWords(managers: number): string {
  if (managers === 0) return 'Nämnden har ingen chef att meddela';
  return managers === 1 ? 'Ansvarig chef meddelades' : `${managers} chefer meddelades`;
}

interface RequestRow extends Pick<DeadlineCase, 'followUpId' | 'caseNumber' | 'provider' | 'unit'> {
  title: string;
  due: CalendarDate;
  escalatedOn: CalendarDate | null;
}

const REQUEST = `
select r.title, r.due::text as due, r.escalated_on::text as "escalatedOn", r.follow_up_id as "followUpId",
  f.case_number as "caseNumber", p.legal_name as provider, u.name as unit
from information_request r
  join follow_up f on f.municipality_id = r.municipality_id and f.id = r.follow_up_id
  join provider p on p.id = r.provider_id
  join unit u on u.municipality_id = f.municipality_id and u.id = f.unit_id
where r.municipality_id = $1 and r.id = $2 and r.state in ('sent', 'answering', 'returned') and f.state <> 'cancelled'
for update of r`;
const ESCALATED = 'update information_request set escalated_on = $3 where municipality_id = $1 and id = $2';
