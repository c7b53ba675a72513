import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the portal's door needs to name the provider that an invitation, or the person who signs in, is for. */
export class OpenPortal1764000420000 implements MigrationInterface {
  public readonly name = 'OpenPortal1764000420000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('create policy auth_reads on provider for select to insyn_auth using (true)');
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop policy auth_reads on provider');
  }
}
