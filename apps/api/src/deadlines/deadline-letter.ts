import {
  type CalendarDate,
  type ContractKind,
  type DeadlineKind,
  formatDate,
  formatDateLong,
  type ProviderForm,
  recordOf,
} from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { issueDocument } from '../documents/issue-document.js';
import { NotFound } from '../http/problem.js';
import { recordTitle } from '../information-requests/request-origin.js';
import { tellProvider } from '../mails/tell-provider.js';
import { registerRecord } from '../records/register-record.js';
import { AWAITED } from './deadline-words.js';

/** A day towards a provider that a person has moved. */
export interface MovedDay {
  readonly followUpId: string;
  readonly providerId: string;
  readonly subjectId: string;
  readonly before: CalendarDate;
  readonly due: CalendarDate;
  readonly reason: string;
}

/** What waits for the provider, whose page shows the letter. */
interface Awaited {
  readonly subjectKind: 'fact-check' | 'action-plan' | 'sanction' | 'information-request';
  /** 'åtgärdsplan': as in "sista dag för åtgärdsplan". */
  readonly name: string;
  /** What the reader is asked to do: 'Lämna in planen'. */
  readonly ask: string;
}

/** What each deadline that a provider keeps is about. */
const SUBJECT_OF = { 'fact-check': 'fact-check', 'action-plan': 'action-plan', 'sanction-answer': 'sanction' } as const;

/** Whether a deadline is one that a provider keeps, and is written to about. */
export function isProvidersDeadline(kind: DeadlineKind): kind is keyof typeof SUBJECT_OF {
  return kind in SUBJECT_OF;
}

/**
 * The letter "Ändrad tidsfrist" about a deadline, in the transaction that moves it: registered (R16; internal for an own-run
 * unit), drawn up for both sides, told in the history, and mailed to everybody who answers for the provider.
 */
export async function sendDeadlineLetter(
  tx: Transaction,
  kind: keyof typeof SUBJECT_OF,
  moved: MovedDay,
): Promise<void> {
  const { name, ask } = AWAITED[kind];
  const { unit, caseNumber } = await issueDeadlineLetter(tx, { subjectKind: SUBJECT_OF[kind], name, ask }, moved);
  const { followUpId, providerId, due, reason } = moved;
  await tellProvider(tx, {
    ...{ followUpId, providerId, kind: 'extension-decision' },
    subject: `Ny sista dag för ${name}: ${formatDate(due)}, ärende ${caseNumber}`,
    text: [
      `Sista dag för ${name} är nu ${formatDateLong(due)}. ${ask} senast då.`,
      `Skäl: ${reason}`,
      `Det gäller ${unit}, ärende ${caseNumber}. Brevet om den nya dagen ligger i portalen.`,
    ],
  });
}

/** The same letter without the mail, where the caller has a mail of its own. @returns what the case is called. */
export async function issueDeadlineLetter(
  tx: Transaction,
  { subjectKind, name, ask }: Awaited,
  { followUpId, providerId, subjectId, before, due, reason }: MovedDay,
): Promise<{ readonly unit: string; readonly caseNumber: string }> {
  const [origin] = await tx.query<Origin>(ORIGIN, [tx.municipalityId, followUpId, providerId]);
  if (origin === undefined) throw new NotFound();
  const { year, form, ...head } = origin;
  const what = name.charAt(0).toUpperCase() + name.slice(1);
  const recordId = await registerRecord(tx, {
    ...{ followUpId, counterpart: head.provider, ...recordOf('deadline-change', form === 'own-run') },
    publicTitle: recordTitle(`Ändrad tidsfrist för ${name}`, { unit: head.unit, year }),
  });
  const { name: sender, title, email } = tx.user;
  await issueDocument(tx, {
    ...{ kind: 'deadline-change', subjectId, followUpId, providerId, recordId },
    title: `Ändrad tidsfrist: ${what}`,
    content: {
      ...head,
      ...{ what, ask, before, due, reason, sentOn: tx.today, address: `${tx.publicUrl}/utforare` },
      sender: { name: sender, title: title ?? '', email },
    },
  });
  tx.appendEvent({
    ...{ kind: 'deadline.letter-sent', subjectKind, subjectId, followUpId },
    summary: `Skickade brev om ändrad tidsfrist för ${name}: ${formatDate(due)} i stället för ${formatDate(before)}`,
    after: { recordId },
  });
  return head;
}

interface Origin {
  readonly municipality: string;
  readonly committee: string;
  readonly letterhead: string;
  readonly caseNumber: string;
  readonly title: string;
  readonly year: number;
  readonly provider: string;
  readonly form: ProviderForm;
  readonly unit: string;
  readonly contract: { readonly reference: string; readonly kind: ContractKind };
}

const ORIGIN = `
select m.name as municipality, k.name as committee,
  case when m.letterhead is null then '' else m.letterhead end as letterhead, f.case_number as "caseNumber", f.title,
  f.year, p.legal_name as provider, p.form, u.name as unit,
  json_build_object('reference', c.reference, 'kind', c.kind) as contract
from follow_up f
  join committee k on k.municipality_id = f.municipality_id and k.id = f.committee_id
  join municipality m on m.id = f.municipality_id
  join provider p on p.id = $3
  join unit u on u.municipality_id = f.municipality_id and u.id = f.unit_id
  join contract c on c.municipality_id = f.municipality_id and c.id = f.contract_id
where f.municipality_id = $1 and f.id = $2`;
