import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { InformationLetter } from '@insyn/api-schema';
import {
  type CalendarDate,
  compareDates,
  daysBetween,
  formatDate,
  formatDateLong,
  type Reminder,
  requestReminders,
  type RequestState,
} from '@insyn/domain';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { mailProvider } from '../information-requests/mail-provider.js';
import { JobsService } from '../jobs/jobs.service.js';

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

/** What a run did, in all municipalities. */
export interface RemindersSent {
  municipalities: number;
  reminded: number;
}

/**
 * Reminds of the deadlines of requests (R3), every morning. A row for each deadline, its date and the distance to it decides
 * that it is done once, however often and by however many processes this is run.
 */
@Injectable()
export class RequestRemindersService implements OnModuleInit {
  public constructor(
    private readonly db: Database,
    private readonly jobs: JobsService,
  ) {}

  public onModuleInit(): void {
    this.jobs.registerNightly('send-reminders', '0 7 * * *', async () => {
      await this.remind();
    });
  }

  /**
   * Sends the reminders that are due today, and the nearest one that a missed day left behind.
   * @throws AggregateError after all of them, with what went wrong; it can be run again.
   */
  public async remind(): Promise<RemindersSent> {
    const municipalities = await this.db.municipalities();
    let reminded = 0;
    const faults: unknown[] = [];
    for (const { id } of municipalities) {
      const waiting = await this.db.jobs(id, (tx) => tx.query<{ id: string }>(WAITING, [id]));
      for (const request of waiting) {
        // A transaction each: what goes wrong with one request keeps no other from being reminded.
        try {
          if (await this.db.jobs(id, (tx) => remindOf(tx, request.id))) reminded += 1;
        } catch (fault) {
          faults.push(fault);
        }
      }
    }
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} requests could not be reminded of.`);
    return { municipalities: municipalities.length, reminded };
  }
}

async function remindOf(tx: Transaction, requestId: string): Promise<boolean> {
  const [request] = await tx.query<WaitingRequest>(READ, [tx.municipalityId, requestId]);
  if (request === undefined) return false;
  const reminder = reminderToday(request, tx.today);
  if (reminder === null) return false;
  const { due, followUpId, title } = request;
  const taken = await tx.query(TAKE, [tx.municipalityId, requestId, due, reminder.daysBefore, tx.today]);
  if (taken.length === 0) return false;
  const days = daysBetween(tx.today, due);
  await mailProvider(tx, request, {
    kind: 'reminder',
    subject: days < 0 ? `Svarstiden har gått ut: ${title}` : `Påminnelse: ${title}, svar senast ${formatDate(due)}`,
    text: [
      days < 0
        ? `${request.letter.municipality} väntar på era svar på ”${title}”. Svarstiden gick ut ${formatDateLong(due)}.`
        : `${request.letter.municipality} väntar på era svar på ”${title}”. Svara senast ${formatDateLong(due)} (${dayWords(days)}).`,
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

/** The nearest reminder whose day has come: earlier ones that were missed are never sent beside it. */
function reminderToday({ due, toldOn, state }: WaitingRequest, today: CalendarDate): Reminder | null {
  const come = requestReminders(due, toldOn, state).filter(({ date }) => date <= today);
  return come.sort((a, b) => compareDates(a.date, b.date)).at(-1) ?? null;
}

function dayWords(days: number): string {
  if (days === 0) return 'i dag';
  return days === 1 ? 'i morgon' : `om ${days} dagar`;
}

const WAITING = `select id from information_request
  where municipality_id = $1 and state in ('sent', 'answering', 'returned') order by id`;

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
const TAKE = `
insert into deadline_reminder (municipality_id, subject_kind, subject_id, due, days_before, reminded_on)
values ($1, 'information-request', $2, $3, $4, $5) on conflict do nothing returning subject_id`;
