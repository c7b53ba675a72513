import { Injectable } from '@nestjs/common';
import type { QueryRunner } from 'typeorm';
import type { ProviderUser, StaffUser } from '../http/current-user.js';
import { AlreadyDone, idempotencyClaims } from '../http/idempotency-claim.js';
import { Clock } from '../settings/clock.js';
import { Settings } from '../settings/settings.js';
import { DatabaseConnection } from './database-connection.js';
import type { DatabaseRole } from './migrate.js';
import { ENTER, scopedRead } from './scoped-read.js';
import { Transaction } from './transaction.js';

/** A read with a name: PostgreSQL keeps its plan. The text never changes for a name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/** Runs one statement inside a transaction that somebody else opened. */
export type Query = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

/** Who a statement is run for: the tenant, the person, the person's providers; empty where there is none. */
interface Scope {
  readonly municipality?: string;
  readonly account?: string;
  /** An array of ids as PostgreSQL writes it. */
  readonly provider?: string;
}

/**
 * Every statement of the API goes through here, under the role of one door and the tenant of one person. Role and tenant
 * are set inside a transaction and are gone with it, so nothing can leak through the pool.
 */
@Injectable()
export class Database {
  public constructor(
    private readonly connection: DatabaseConnection,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** Runs `work` in one transaction for a person at the staff door; all of it happens or nothing. */
  public transaction<T>(user: StaffUser, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#write('insyn_staff', user, { municipality: user.municipalityId, account: user.accountId }, work);
  }

  /**
   * Runs `work` in one transaction for a person of a provider, in the municipality that the request came from. The rows of
   * the person's providers are all it can see, in whatever municipality; what it writes belongs to this one.
   */
  public providerTransaction<T>(
    provider: ProviderUser,
    municipalityId: string,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    return this.#write('insyn_provider', null, { municipality: municipalityId, ...scopeOf(provider) }, work);
  }

  /** Runs `work` in one transaction for a job, in the tenant that the job names. */
  public jobs<T>(municipalityId: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#write('insyn_jobs', null, { municipality: municipalityId }, work);
  }

  /** One read for a person at the staff door, in one round trip. */
  public read<Row>(user: StaffUser, statement: Statement): Promise<Row[]> {
    const scope = {
      municipality: user.municipalityId,
      account: user.accountId,
    };
    return this.#read<Row>('insyn_staff', scope, statement);
  }

  /** One read for anyone, of what is published. */
  public publicRead<Row>(statement: Statement): Promise<Row[]> {
    return this.#read<Row>('insyn_public', {}, statement);
  }

  /** One read for a person of a provider, of what was sent to it or written by it. */
  public providerRead<Row>(provider: ProviderUser, statement: Statement): Promise<Row[]> {
    return this.#read<Row>('insyn_provider', scopeOf(provider), statement);
  }

  /** One read across the tenants' accounts, before any tenant is known. */
  public authRead<Row>(statement: Statement): Promise<Row[]> {
    return this.#read<Row>('insyn_auth', {}, statement);
  }

  /** The municipalities of the installation, for a job that works for each. */
  public municipalities(): Promise<{ id: string; name: string }[]> {
    const text = 'select id, name from municipality order by name, id';
    return this.#read('insyn_jobs', {}, { name: 'municipalities', text, values: [] });
  }

  /** Accounts, memberships and sessions, in one transaction and before any tenant is known. */
  public async auth<T>(work: (query: Query) => Promise<T>): Promise<T> {
    const client = await this.connection.pool.connect();
    let broken: Error | undefined;
    try {
      await Promise.all([client.query('begin'), client.query(ENTER.text, ['insyn_auth', '', '', ''])]);
      const answer = await work(async <Row>(text: string, values: readonly unknown[] = []) => {
        const result = await client.query(text, [...values]);
        return result.rows as Row[];
      });
      await client.query('commit');
      return answer;
    } catch (error) {
      await client.query('rollback').catch((fault: Error) => {
        broken = fault;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async #read<Row>(role: DatabaseRole, scope: Scope, statement: Statement): Promise<Row[]> {
    const client = await this.connection.pool.connect();
    let broken: Error | undefined;
    try {
      const { municipality = '', account = '', provider = '' } = scope;
      return await scopedRead<Row>(client, [role, municipality, account, provider], statement);
    } catch (error) {
      broken = toError(error);
      throw broken;
    } finally {
      client.release(broken);
    }
  }

  async #write<T>(
    role: DatabaseRole,
    user: StaffUser | null,
    scope: Scope & { readonly municipality: string },
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    const { municipality, account = '', provider = '' } = scope;
    const runner = this.connection.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      await runner.query(ENTER.text, [role, municipality, account, provider]);
      const who = { user, accountId: account === '' ? null : account };
      const { clock, settings } = this;
      const tx = new Transaction(runner.manager, who, municipality, clock.now(), clock.today(), settings.PUBLIC_URL);
      const claim = account === '' ? undefined : await claimKey(tx, runner);
      const result = await work(tx);
      await tx.flush();
      if (claim !== undefined) await keepAnswer(tx, claim, result);
      await runner.commitTransaction();
      for (const queue of tx.queues) this.connection.jobs.emit('enqueued', queue);
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/** The first transaction of a request with an Idempotency-Key writes the key; a second one at once waits and then stops. */
async function claimKey(tx: Transaction, runner: QueryRunner): Promise<string | undefined> {
  const claim = idempotencyClaims.getStore();
  if (claim === undefined || claim.claimed) return undefined;
  const inserted = await runner.query(
    `insert into idempotency_key (municipality_id, account_id, key, route, body_hash, status, created_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning key`,
    [tx.municipalityId, claim.accountId, claim.key, claim.route, claim.bodyHash, claim.status, tx.now],
    true,
  );
  if (inserted.records.length === 0) throw new AlreadyDone();
  claim.claimed = true;
  return claim.key;
}

async function keepAnswer(tx: Transaction, key: string, answer: unknown): Promise<void> {
  await tx.query(
    'update idempotency_key set response = $4 where municipality_id = $1 and account_id = $2 and key = $3',
    [tx.municipalityId, tx.accountId, key, answer === undefined ? null : JSON.stringify(answer)],
  );
}

function scopeOf({ accountId, providerIds }: ProviderUser): Scope {
  return { account: accountId, provider: '{' + providerIds.join(',') + '}' };
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
