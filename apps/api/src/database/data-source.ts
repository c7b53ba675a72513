import { DataSource } from 'typeorm';
import { migrations } from '#migrations';
import { entities } from './entities.js';
import { SnakeCaseNaming } from './naming-strategy.js';

/** How long a statement, a lock and an idle transaction may take, in milliseconds; and how long to wait for a socket. */
export const DATABASE_LIMITS = {
  statement_timeout: 15_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 30_000,
  connectionTimeoutMillis: 5_000,
} as const;

/** TypeORM's view of the database behind `url`: as the login for the API, as the owner for migrations. */
export function createDataSource(url: string, options: { poolSize?: number; limits?: boolean } = {}): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeCaseNaming(),
    synchronize: false,
    migrationsRun: false,
    logging: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    extra: {
      max: options.poolSize ?? 10,
      application_name: 'insyn',
      ...(options.limits === false ? {} : DATABASE_LIMITS),
    },
  });
}
