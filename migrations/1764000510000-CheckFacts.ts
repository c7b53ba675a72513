import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The draft that a provider checks the facts of, its remarks and the officer's answers. */
export class CheckFacts1764000510000 implements MigrationInterface {
  public readonly name = 'CheckFacts1764000510000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}

const UP = `
create table fact_check (
  municipality_id uuid not null,
  id uuid not null,
  follow_up_id uuid not null,
  provider_id uuid not null,
  number integer not null,
  state text not null,
  message text not null default '',
  content jsonb not null,
  content_version integer not null,
  outcome jsonb,
  reason text,
  record_id uuid,
  sent_on date not null,
  read_at timestamptz,
  read_by uuid,
  answered_at timestamptz,
  answered_by uuid,
  no_remarks boolean not null default false,
  late boolean not null default false,
  closed_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  constraint fact_check_state_ck check (state in ('sent', 'answered', 'silent', 'taken-back', 'closed')),
  constraint fact_check_follow_up_id_number_uq unique (municipality_id, follow_up_id, number),
  constraint fact_check_pk primary key (municipality_id, id),
  constraint fact_check_provider_id_fk foreign key (provider_id) references provider (id),
  constraint fact_check_read_by_fk foreign key (read_by) references account (id),
  constraint fact_check_answered_by_fk foreign key (answered_by) references account (id),
  constraint fact_check_created_by_fk foreign key (created_by) references account (id),
  constraint fact_check_follow_up_id_fk foreign key (municipality_id, follow_up_id)
    references follow_up (municipality_id, id),
  constraint fact_check_record_id_fk foreign key (municipality_id, record_id)
    references record (municipality_id, id)
);
create index fact_check_provider_id_ix on fact_check (provider_id);
create index fact_check_read_by_ix on fact_check (read_by);
create index fact_check_answered_by_ix on fact_check (answered_by);
create index fact_check_created_by_ix on fact_check (created_by);
create index fact_check_follow_up_id_ix on fact_check (municipality_id, follow_up_id);
create index fact_check_record_id_ix on fact_check (municipality_id, record_id);
select insyn_protect_tenant_table('fact_check', 'select, insert, update');
select insyn_open_to_provider('fact_check', 'select');
grant update (state, read_at, read_by, answered_at, answered_by, no_remarks, late, version) on fact_check to insyn_provider;

create table fact_check_remark (
  municipality_id uuid not null,
  id uuid not null,
  fact_check_id uuid not null,
  provider_id uuid not null,
  place_kind text not null,
  place_id text not null,
  text text not null,
  changed_by uuid not null,
  changed_at timestamptz not null default now(),
  version integer not null default 1,
  constraint fact_check_remark_place_kind_ck check (place_kind in ('section', 'clause')),
  constraint fact_check_remark_pk primary key (municipality_id, id),
  constraint fact_check_remark_provider_id_fk foreign key (provider_id) references provider (id),
  constraint fact_check_remark_changed_by_fk foreign key (changed_by) references account (id),
  constraint fact_check_remark_fact_check_id_fk foreign key (municipality_id, fact_check_id)
    references fact_check (municipality_id, id)
);
create index fact_check_remark_provider_id_ix on fact_check_remark (provider_id);
create index fact_check_remark_changed_by_ix on fact_check_remark (changed_by);
create index fact_check_remark_fact_check_id_ix on fact_check_remark (municipality_id, fact_check_id);
select insyn_protect_tenant_table('fact_check_remark', 'select, insert, update, delete');
select insyn_open_to_provider('fact_check_remark', 'select, insert, update, delete');

create table fact_check_answer (
  municipality_id uuid not null,
  id uuid not null,
  fact_check_id uuid not null,
  remark_id uuid not null,
  outcome text not null,
  text text not null,
  answered_by uuid not null,
  answered_at timestamptz not null default now(),
  version integer not null default 1,
  constraint fact_check_answer_outcome_ck check (outcome in ('accepted', 'not-accepted')),
  constraint fact_check_answer_remark_id_uq unique (municipality_id, remark_id),
  constraint fact_check_answer_pk primary key (municipality_id, id),
  constraint fact_check_answer_answered_by_fk foreign key (answered_by) references account (id),
  constraint fact_check_answer_fact_check_id_fk foreign key (municipality_id, fact_check_id)
    references fact_check (municipality_id, id),
  constraint fact_check_answer_remark_id_fk foreign key (municipality_id, remark_id)
    references fact_check_remark (municipality_id, id)
);
create index fact_check_answer_answered_by_ix on fact_check_answer (answered_by);
create index fact_check_answer_fact_check_id_ix on fact_check_answer (municipality_id, fact_check_id);
create index fact_check_answer_remark_id_ix on fact_check_answer (municipality_id, remark_id);
select insyn_protect_tenant_table('fact_check_answer', 'select, insert, update');

create table fact_check_file (
  municipality_id uuid not null,
  id uuid not null,
  fact_check_id uuid not null,
  remark_id uuid,
  provider_id uuid not null,
  file_name text not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null default now(),
  removed_at timestamptz,
  evidence_id uuid,
  constraint fact_check_file_pk primary key (municipality_id, id),
  constraint fact_check_file_provider_id_fk foreign key (provider_id) references provider (id),
  constraint fact_check_file_uploaded_by_fk foreign key (uploaded_by) references account (id),
  constraint fact_check_file_fact_check_id_fk foreign key (municipality_id, fact_check_id)
    references fact_check (municipality_id, id),
  constraint fact_check_file_remark_id_fk foreign key (municipality_id, remark_id)
    references fact_check_remark (municipality_id, id),
  constraint fact_check_file_evidence_id_fk foreign key (municipality_id, evidence_id)
    references evidence (municipality_id, id)
);
create index fact_check_file_provider_id_ix on fact_check_file (provider_id);
create index fact_check_file_uploaded_by_ix on fact_check_file (uploaded_by);
create index fact_check_file_fact_check_id_ix on fact_check_file (municipality_id, fact_check_id);
create index fact_check_file_remark_id_ix on fact_check_file (municipality_id, remark_id);
create index fact_check_file_evidence_id_ix on fact_check_file (municipality_id, evidence_id);
select insyn_protect_tenant_table('fact_check_file', 'select, insert, update');
select insyn_open_to_provider('fact_check_file', 'select, insert');
grant update (remark_id, removed_at) on fact_check_file to insyn_provider;
select pgboss.create_queue('receive-fact-check', jsonb_build_object(
  'policy', 'standard', 'retryLimit', 8, 'retryDelay', 2, 'retryBackoff', true, 'expireInSeconds', 120));
`;

const DOWN = `
select pgboss.delete_queue('receive-fact-check');
drop table fact_check_file;
drop table fact_check_answer;
drop table fact_check_remark;
drop table fact_check;
`;
