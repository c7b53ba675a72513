import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../../test/test-database.js';
import { createDataSource } from './data-source.js';
import { migrate } from './migrate.js';

describe('The migrations', () => {
  let database: TestDatabase;
  let migrated: TestDatabase;
  let owner: DataSource;
  beforeAll(async () => {
    database = await createEmptyDatabase();
    migrated = await createTestDatabase();
    owner = createDataSource(migrated.ownerUrl, { poolSize: 1, limits: false });
    await owner.initialize();
  });
  afterAll(async () => {
    await owner.destroy();
    await database.drop();
    await migrated.drop();
  });

  it('build an empty database, and run once however often they are asked for', async () => {
    const first = await migrate(database.ownerUrl, database.loginUrl);
    expect(first[0]).toBe('CreateFoundation1764000000000');
    expect(await migrate(database.ownerUrl, database.loginUrl)).toEqual([]);
  });

  it('leave no difference between entities and schema', async () => {
    const difference = await owner.driver.createSchemaBuilder().log();
    expect(difference.upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('go all the way down and up again', async () => {
    const count = owner.migrations.length;
    for (let step = 0; step < count; step += 1) await owner.undoLastMigration();
    const left = await owner.query<unknown[]>(
      "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration'",
    );
    expect(left).toEqual([]);
    expect(await owner.runMigrations()).toHaveLength(count);
  });
});
