import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { recordSilence } from '../fact-checks/record-silence.js';
import { JobsService } from '../jobs/jobs.service.js';
import { escalateDeadline, escalateRequest } from './escalate.js';
import { remindOfDeadline } from './remind-of-deadline.js';
import { remindOfRequest, WAITING_REQUESTS } from './remind-of-request.js';

/** What a run did, in all municipalities. */
export interface DeadlinesWatched {
  readonly municipalities: number;
  readonly reminded: number;
  /** Fact checks whose provider kept silent. */
  readonly silent: number;
  readonly escalated: number;
}

/** One thing that is done to each of the rows that a statement finds; it says itself whether there was anything to do. */
interface Task {
  readonly counts: keyof Omit<DeadlinesWatched, 'municipalities'>;
  readonly of: string;
  readonly work: (tx: Transaction, id: string) => Promise<boolean>;
}

/**
 * Watches every deadline, day by day: reminds of those that come (R3), and tells the managers of those that have passed.
 * However often and by however many processes it is run, each thing is done once: the rows decide, each in a transaction of
 * its own, so that what goes wrong with one keeps no other from being watched.
 */
@Injectable()
export class DeadlineWatchService implements OnModuleInit {
  public constructor(
    private readonly db: Database,
    private readonly jobs: JobsService,
  ) {}

  public onModuleInit(): void {
    this.jobs.registerNightly('watch-deadlines', '0 6 * * *', async () => {
      await this.escalate();
    });
    this.jobs.registerNightly('send-reminders', '0 7 * * *', async () => {
      await this.remind();
    });
  }

  /** All that is due today. @throws AggregateError as {@link remind}. */
  public async watch(): Promise<DeadlinesWatched> {
    return this.#run([...ESCALATIONS, ...REMINDERS]);
  }

  /**
   * Sends the reminders that are due today, and the nearest one that a missed day left behind.
   * @throws AggregateError after all of them, with what went wrong; it can be run again.
   */
  public async remind(): Promise<DeadlinesWatched> {
    return this.#run(REMINDERS);
  }

  /** Writes down who kept silent, and tells the managers of what is overdue. @throws AggregateError as {@link remind}. */
  public async escalate(): Promise<DeadlinesWatched> {
    return this.#run(ESCALATIONS);
  }

  async #run(tasks: readonly Task[]): Promise<DeadlinesWatched> {
    const municipalities = await this.db.municipalities();
    const done = { reminded: 0, silent: 0, escalated: 0 };
    const faults: unknown[] = [];
    for (const { id } of municipalities) {
      for (const { counts, of, work } of tasks) {
        const rows = await this.db.jobs(id, (tx) => tx.query<{ id: string }>(of, [id, tx.today]));
        for (const row of rows) {
          try {
            if (await this.db.jobs(id, (tx) => work(tx, row.id))) done[counts] += 1;
          } catch (fault) {
            faults.push(fault);
          }
        }
      }
    }
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} deadlines could not be watched.`);
    return { municipalities: municipalities.length, ...done };
  }
}

// $1 municipality, $2 today.
const SILENT = `
select subject_id as id from deadline
where municipality_id = $1 and kind = 'fact-check' and state = 'open' and due < $2::date order by id`;
const OVERDUE = `
select id from deadline
where municipality_id = $1 and state = 'open' and due < $2::date and (escalated_on is null or escalated_on <= due)
order by id`;
const OVERDUE_REQUESTS = `
select id from information_request
where municipality_id = $1 and state in ('sent', 'answering', 'returned') and due < $2::date
  and (escalated_on is null or escalated_on <= due)
order by id`;
/** Reminders begin thirty days before, and the day after is the last one. */
const COMING = `
select id from deadline
where municipality_id = $1 and state = 'open' and due <= $2::date + 30 and told_on < $2::date order by id`;

const ESCALATIONS: readonly Task[] = [
  { counts: 'silent', of: SILENT, work: recordSilence },
  { counts: 'escalated', of: OVERDUE, work: escalateDeadline },
  { counts: 'escalated', of: OVERDUE_REQUESTS, work: escalateRequest },
];
const REMINDERS: readonly Task[] = [
  { counts: 'reminded', of: WAITING_REQUESTS, work: remindOfRequest },
  { counts: 'reminded', of: COMING, work: remindOfDeadline },
];
