import type { InformationLetter } from '@insyn/api-schema';
import {
  type CalendarDate,
  daysBetween,
  formatDate,
  formatDateLong,
  requestReminders,
  type RequestState,
} from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { mailProvider } from '../information-requests/mail-provider.js';
import { daysInWords } from './deadline-words.js';
import { nearestReminder, takeReminder } from './taken-reminder.js';

/** A request that waits for its provider. */
interface WaitingRequest {
  id: string;
  followUpId: string;
  providerId: string;
  createdBy: string;
  letter: InformationLetter;
  title: string;
  state: RequestState;
  due: CalendarDate;
  /** The latest of the day of sending, of a return and of the day when the deadline was moved: the provider was told then. */
  toldOn: CalendarDate;
}

/** Reminds of one request, if that is due today and has not been done. @returns whether it was. */
export async function remindOfRequest(tx: Transaction, requestId: string): Promise<boolean> {
  const [request] = await tx.query<WaitingRequest>(READ, [tx.municipalityId, requestId]);
  if (request === undefined) return false;
  const reminder = nearestReminder(requestReminders(request.due, request.toldOn, request.state), tx.today);
  if (reminder === null) return false;
  const { due, followUpId, title } = request;
  if (!(await takeReminder(tx, { kind: 'information-request', id: requestId, due }, reminder))) return false;
  const days = daysBetween(tx.today, due);
  await mailProvider(tx, request, {
    kind: 'reminder',
    subject: days < 0 ? `Svarstiden har gått ut: ${title}` : `Påminnelse: ${title}, svar senast ${formatDate(due)}`,
    text: [
      days < 0
        ? `${request.letter.municipality} väntar på era svar på ”${title}”. Svarstiden gick ut ${formatDateLong(due)}.`
        : `${request.letter.municipality} väntar på era svar på ”${title}”. Svara senast ${formatDateLong(due)} (${daysInWords(days)}).`,
      days < 0
        ? 'Lämna in svaren så snart ni kan. De tas emot även om svarstiden har gått ut.'
        : 'Hinner ni inte? Be om längre svarstid när ni har loggat in, och skriv varför.',
      `Det gäller ${request.letter.unit.name}, ärende ${request.letter.caseNumber}.`,
    ],
  });
  tx.appendEvent({
    kind: 'information-request.reminded',
    subjectKind: 'information-request',
    subjectId: requestId,
    followUpId,
    summary: `Påminde om ”${title}”, svar senast ${formatDate(due)}`,
    after: { due, daysBefore: reminder.daysBefore },
  });
  return true;
}

/** The requests of a municipality, $1, that wait for their provider and that there is a reminder of on the day $2. */
export const WAITING_REQUESTS = `
select id from information_request
where municipality_id = $1 and state in ('sent', 'answering', 'returned') and due <= $2::date + 30 order by id`;

/** Locked, so that a request which is handed in at this moment is not reminded of. */
const READ = `
select r.id, r.follow_up_id as "followUpId", r.provider_id as "providerId", r.created_by as "createdBy", r.letter, r.title,
  r.state, r.due::text as due,
  greatest(r.sent_on,
    (select max((q.created_at at time zone 'Europe/Stockholm')::date) from returned_question q
      where q.municipality_id = r.municipality_id and q.request_id = r.id),
    (select max((x.decided_at at time zone 'Europe/Stockholm')::date) from due_extension x
      where x.municipality_id = r.municipality_id and x.request_id = r.id and x.decision = 'granted'))::text as "toldOn"
from information_request r
  join follow_up f on f.municipality_id = r.municipality_id and f.id = r.follow_up_id
where r.municipality_id = $1 and r.id = $2 and r.state in ('sent', 'answering', 'returned') and f.state <> 'cancelled'
for update of r`;
