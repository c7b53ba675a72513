import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The queue of the nightly job that removes old idempotency keys, and the rights it takes: the job reads and removes keys and
 * writes none, the staff's door writes them and removes none.
 */
export class PruneIdempotencyKeys1764000310000 implements MigrationInterface {
  public readonly name = 'PruneIdempotencyKeys1764000310000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}

const UP = `
select pgboss.create_queue('prune-idempotency-keys', jsonb_build_object(
  'policy', 'standard', 'retryLimit', 5, 'retryDelay', 60, 'retryBackoff', true, 'expireInSeconds', 600));
revoke insert, update on idempotency_key from insyn_jobs;
revoke delete on idempotency_key from insyn_staff;
`;

const DOWN = `
grant delete on idempotency_key to insyn_staff;
grant insert, update on idempotency_key to insyn_jobs;
select pgboss.delete_queue('prune-idempotency-keys');
`;
