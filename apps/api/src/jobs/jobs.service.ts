import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type Job, PgBoss } from 'pg-boss';
import { DatabaseConnection } from '../database/database-connection.js';
import { Settings } from '../settings/settings.js';

/**
 * How often a queue is asked for a job that another process put there, or that is tried again; its own jobs a process starts at
 * once. Asking twice a second cost a process that did nothing else three per cent of a core.
 */
const POLL_SECONDS = 2;
const NIGHTLY_POLL_SECONDS = 5;

/** What a job is told: the tenant and ids; the handler reads the rest in `database.jobs(municipalityId, …)`. */
export type JobData = { readonly municipalityId: string } & Readonly<Record<string, string>>;

/** Does one job. It may be called again for the same job, so it must be able to find that it is done. */
export type JobHandler = (job: { id: string; data: JobData }) => Promise<void>;

/**
 * Works the queues. The schema and the queues come by migration; the connection has the jobs role and nothing else. Jobs
 * are put in by `tx.enqueue`, in the transaction of the command, so a job exists exactly when its command does.
 */
@Injectable()
export class JobsService implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #logger = new Logger('Jobs');
  readonly #handlers = new Map<string, JobHandler>();
  readonly #nightly = new Map<string, string>();
  #boss: PgBoss | undefined;

  public constructor(
    private readonly connection: DatabaseConnection,
    private readonly settings: Settings,
  ) {}

  /** Says who does the jobs of a queue. Call it from a module's onModuleInit. */
  public register(queue: string, handler: JobHandler): void {
    if (this.#handlers.has(queue)) throw new Error('The queue ' + queue + ' has a handler already.');
    this.#handlers.set(queue, handler);
  }

  /**
   * Says who does a task of every night, for all tenants, and when: a cron expression in Swedish time. However many processes
   * there are, it is done once; one that fails is tried again.
   */
  public registerNightly(queue: string, cron: string, task: () => Promise<void>): void {
    this.register(queue, task);
    this.#nightly.set(queue, cron);
  }

  /** True when the queue answers. */
  public async isReady(): Promise<boolean> {
    return this.#boss !== undefined && (await this.#boss.isInstalled());
  }

  public async onApplicationBootstrap(): Promise<void> {
    if (this.settings.NODE_ENV === 'test' && this.#handlers.size === 0) return;
    const boss = new PgBoss({
      connectionString: this.connection.address.loginUrl,
      options: '-c role=insyn_jobs',
      application_name: 'insyn-jobs',
      schema: 'pgboss',
      max: 3,
      migrate: false,
      createSchema: false,
      schedule: this.#nightly.size > 0,
      persistQueueStats: false,
      reindex: false,
      monitorVacuum: false,
    });
    boss.on('error', (error) => this.#logger.error({ message: error.message }, 'The queue reports an error'));
    await boss.start();
    this.#boss = boss;
    for (const [queue, cron] of this.#nightly) await boss.schedule(queue, cron, null, { tz: 'Europe/Stockholm' });
    const workers = new Map<string, string>();
    for (const [queue, handler] of this.#handlers) {
      const pollingIntervalSeconds = this.#nightly.has(queue) ? NIGHTLY_POLL_SECONDS : POLL_SECONDS;
      const options = { pollingIntervalSeconds, batchSize: 1 };
      const worker = await boss.work<JobData>(queue, options, async ([job]: Job<JobData>[]) => {
        if (job !== undefined) await this.#run(queue, handler, job);
      });
      workers.set(queue, worker);
    }
    this.connection.jobs.on('enqueued', (queue) => {
      const worker = workers.get(queue);
      if (worker !== undefined) boss.notifyWorker(worker);
    });
  }

  /** Waits for what is being done, for at most twenty seconds. What is left runs after the next start. */
  public async onModuleDestroy(): Promise<void> {
    await this.#boss?.stop({ graceful: true, timeout: 20_000 });
    this.#boss = undefined;
  }

  async #run(queue: string, handler: JobHandler, job: Job<JobData>): Promise<void> {
    try {
      await handler({ id: job.id, data: job.data });
    } catch (error) {
      this.#logger.error({ queue, jobId: job.id, err: error }, 'A job failed and is tried again');
      throw error;
    }
  }
}
