import type { CalendarDate } from '@insyn/domain';
import type { EntityManager, EntityTarget, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { StaffUser } from '../http/current-user.js';
import { NotFound, StaleVersion } from '../http/problem.js';

/** Something that happened, as the history keeps it. `summary` is Swedish and holds no personal data. */
export interface NewEvent {
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly followUpId?: string | null;
  readonly summary: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** The ids that a job is told; it reads everything else itself. */
export interface JobIds {
  readonly municipalityId: string;
  readonly ids: Readonly<Record<string, string>>;
}

/**
 * The only way to write. It belongs to one tenant, whose rows are all it can see, and to one person or to a job. Events
 * and jobs are written last, so that the lock on the tenant's history is held for a moment only.
 */
export class Transaction {
  readonly #user: StaffUser | null;
  readonly #accountId: string | null;
  readonly #events: NewEvent[] = [];
  readonly #queues = new Set<string>();
  readonly #jobs: { queue: string; ids: Readonly<Record<string, string>> }[] = [];

  public constructor(
    public readonly manager: EntityManager,
    who: { readonly user: StaffUser | null; readonly accountId: string | null },
    public readonly municipalityId: string,
    public readonly now: Date,
    public readonly today: CalendarDate,
    /** Where the installation is reached, without a slash at the end; letters and mail lead there. */
    public readonly publicUrl: string,
  ) {
    this.#user = who.user;
    this.#accountId = who.accountId;
  }

  /** The person who acts at the staff door. A job and a person of a provider have none. */
  public get user(): StaffUser {
    if (this.#user === null) throw new Error('This transaction belongs to no person of the staff.');
    return this.#user;
  }

  /** The account of the person who acts, at whatever door. A job has none. */
  public get accountId(): string {
    if (this.#accountId === null) throw new Error('This transaction belongs to a job, not to a person.');
    return this.#accountId;
  }

  /** A new UUIDv7, which sorts by the time it was made. */
  public newId(): string {
    return uuidv7();
  }

  /** Runs SQL with placeholders; the rows it returns. */
  public async query<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const { queryRunner } = this.manager;
    if (queryRunner === undefined) throw new Error('The transaction has no connection.');
    const result = await queryRunner.query(text, [...values], true);
    return result.records as Row[];
  }

  public async insert<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    values: QueryDeepPartialEntity<Entity> | QueryDeepPartialEntity<Entity>[],
  ): Promise<void> {
    await this.manager.createQueryBuilder().insert().into(entity).values(values).updateEntity(false).execute();
  }

  /**
   * Changes one row of this tenant, by its id. With a version the row must still have it; the version goes up by one.
   * @param version null where the row is locked already or has no version.
   * @returns the new version, or 0 where the row has none.
   * @throws NotFound when there is no such row, StaleVersion when somebody changed it.
   */
  public async update<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    id: string,
    version: number | null,
    patch: QueryDeepPartialEntity<Entity>,
  ): Promise<number> {
    const metadata = this.manager.dataSource.getMetadata(entity);
    const versioned = metadata.findColumnWithPropertyName('version') !== undefined;
    const tenanted = metadata.findColumnWithPropertyName('municipalityId') !== undefined;
    const set: Record<string, unknown> = { ...patch };
    if (versioned) set['version'] = () => 'version + 1';
    const update = this.manager
      .createQueryBuilder()
      .update(entity)
      .set(set as QueryDeepPartialEntity<Entity>)
      .where('id = :id', { id });
    if (tenanted) update.andWhere('municipality_id = :municipalityId', { municipalityId: this.municipalityId });
    if (version !== null) update.andWhere('version = :version', { version });
    if (versioned) update.returning('version');
    const result = await update.execute();
    if (result.affected === 0) await this.#explainMiss(metadata.tableName, id, versioned);
    return versioned ? Number((result.raw as { version: number }[])[0]?.version) : 0;
  }

  async #explainMiss(table: string, id: string, versioned: boolean): Promise<never> {
    const statement = this.manager.dataSource.createQueryBuilder().select(versioned ? 'r.version' : '0', 'version');
    const rows = await this.query<{ version: number }>(statement.from(table, 'r').where('r.id = $1').getQuery(), [id]);
    const row = rows[0];
    if (row === undefined) throw new NotFound();
    // The history is the municipality's: a person of a provider is told that there is a newer version, and not by whom.
    if (this.#user === null)
      throw new StaleVersion({ version: row.version, changedBy: null, changedAt: null, change: null });
    const [last] = await this.query<{ name: string | null; at: Date; summary: string | null }>(
      `select a.name, e.at, v.content ->> 'summary' as summary
       from event e
         left join account a on a.id = e.account_id
         left join event_value v on v.municipality_id = e.municipality_id and v.event_id = e.id
       where e.municipality_id = $1 and e.subject_id = $2
       order by e.sequence desc limit 1`,
      [this.municipalityId, id],
    );
    throw new StaleVersion({
      version: row.version,
      changedBy: last?.name ?? null,
      changedAt: last?.at.toISOString() ?? null,
      change: last?.summary ?? null,
    });
  }

  /** Adds to the history; written when the work is done, in the order of the calls (R22). */
  public appendEvent(event: NewEvent): void {
    this.#events.push(event);
  }

  /** Puts a job in a queue; it runs only if the transaction is committed. */
  public enqueue(queue: string, job: JobIds): void {
    if (job.municipalityId !== this.municipalityId) throw new Error('A job belongs to the tenant that asks for it.');
    this.#jobs.push({ queue, ids: job.ids });
  }

  /** Writes the events and jobs that were asked for. Called by Database before it commits. */
  public async flush(): Promise<void> {
    for (const event of this.#events.splice(0)) {
      const content: Record<string, unknown> = { summary: event.summary };
      // The staff does not know a provider's people: what says so here is all that the history tells of who it was.
      if (this.#user === null && this.#accountId !== null) content['door'] = 'provider';
      if (event.before !== undefined) content['before'] = event.before;
      if (event.after !== undefined) content['after'] = event.after;
      await this.query('select append_event($1, $2, $3, $4, $5, $6, $7)', [
        uuidv7(),
        this.now,
        event.kind,
        event.subjectKind,
        event.subjectId,
        event.followUpId ?? null,
        JSON.stringify(content),
      ]);
    }
    for (const job of this.#jobs.splice(0)) {
      await this.query('select enqueue($1, $2)', [job.queue, JSON.stringify(job.ids)]);
      this.#queues.add(job.queue);
    }
  }

  /** The queues that hold a job of this transaction once it is committed. */
  public get queues(): ReadonlySet<string> {
    return this.#queues;
  }
}
