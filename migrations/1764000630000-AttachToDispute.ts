import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The files that a provider lays beside what it says against a sanction. */
export class AttachToDispute1764000630000 implements MigrationInterface {
  public readonly name = 'AttachToDispute1764000630000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}

const UP = `
create table sanction_file (
  municipality_id uuid not null,
  id uuid not null,
  sanction_id uuid not null,
  provider_id uuid not null,
  file_name text not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null default now(),
  removed_at timestamptz,
  record_id uuid,
  constraint sanction_file_pk primary key (municipality_id, id),
  constraint sanction_file_provider_id_fk foreign key (provider_id) references provider (id),
  constraint sanction_file_uploaded_by_fk foreign key (uploaded_by) references account (id),
  constraint sanction_file_sanction_id_fk foreign key (municipality_id, sanction_id)
    references sanction (municipality_id, id),
  constraint sanction_file_record_id_fk foreign key (municipality_id, record_id)
    references record (municipality_id, id)
);
create index sanction_file_provider_id_ix on sanction_file (provider_id);
create index sanction_file_uploaded_by_ix on sanction_file (uploaded_by);
create index sanction_file_sanction_id_ix on sanction_file (municipality_id, sanction_id);
create index sanction_file_record_id_ix on sanction_file (municipality_id, record_id);
select insyn_protect_tenant_table('sanction_file', 'select');
grant update (record_id) on sanction_file to insyn_jobs;
select insyn_open_to_provider('sanction_file', 'select, insert');
grant update (removed_at) on sanction_file to insyn_provider;
`;

const DOWN = `
drop table sanction_file;
`;
