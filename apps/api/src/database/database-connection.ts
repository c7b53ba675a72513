import { EventEmitter } from 'node:events';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { Settings } from '../settings/settings.js';
import { createDataSource, DATABASE_LIMITS } from './data-source.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';

/** Where the database is, and how to let go of it. */
export interface DatabaseAddress {
  readonly loginUrl: string;
  /** Missing where only the login was given, as in production. */
  readonly ownerUrl: string | undefined;
  release(): Promise<void>;
}

/** The database that the settings name, or the embedded one. */
export async function findDatabase(settings: Settings, say?: (sentence: string) => void): Promise<DatabaseAddress> {
  if (settings.DATABASE_URL !== undefined) {
    const release = (): Promise<void> => Promise.resolve();
    return { loginUrl: settings.DATABASE_URL, ownerUrl: settings.DATABASE_OWNER_URL, release };
  }
  const embedded: EmbeddedPostgres = await startEmbeddedPostgres(settings.DATA_DIR, say === undefined ? {} : { say });
  return { loginUrl: embedded.loginUrl, ownerUrl: embedded.ownerUrl, release: () => embedded.stop() };
}

/** The two ways to the same database: a pipelined pool for reads, TypeORM for writes. Closed last of all. */
@Injectable()
export class DatabaseConnection implements OnApplicationShutdown {
  /** Says in which queue a committed transaction of this process has put a job. */
  public readonly jobs = new EventEmitter<{ enqueued: [queue: string] }>();

  private constructor(
    public readonly address: DatabaseAddress,
    public readonly pool: pg.Pool,
    public readonly dataSource: DataSource,
  ) {}

  public static async open(address: DatabaseAddress): Promise<DatabaseConnection> {
    const pool = new pg.Pool({
      connectionString: address.loginUrl,
      application_name: 'insyn',
      max: 10,
      pipeline: true,
      ...DATABASE_LIMITS,
    });
    // A connection that the server closes while it rests in the pool is replaced; without this it would end the process.
    pool.on('error', () => new Logger('Database').warn('A resting connection was closed by the database.'));
    const dataSource = createDataSource(address.loginUrl);
    await dataSource.initialize();
    return new DatabaseConnection(address, pool, dataSource);
  }

  public async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
    await this.address.release();
  }
}
