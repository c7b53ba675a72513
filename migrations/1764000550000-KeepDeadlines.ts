import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deadlines of every kind (R1–R3), and a follow-up as it was on an earlier day. */
export class KeepDeadlines1764000550000 implements MigrationInterface {
  public readonly name = 'KeepDeadlines1764000550000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}

const UP = `
create table deadline (
  municipality_id uuid not null,
  id uuid not null,
  follow_up_id uuid not null,
  provider_id uuid,
  kind text not null,
  subject_id uuid not null,
  base_date date not null,
  amount integer,
  unit text,
  due date not null,
  set_by text not null,
  reason text,
  state text not null,
  told_on date not null,
  met_on date,
  escalated_on date,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  constraint deadline_kind_ck check (kind in ('fact-check', 'action-plan', 'plan-evaluation', 'recheck', 'sanction-answer')),
  constraint deadline_unit_ck check (unit in ('days', 'months')),
  constraint deadline_set_by_ck check (set_by in ('rule', 'person')),
  constraint deadline_state_ck check (state in ('open', 'met', 'cancelled')),
  constraint deadline_rule_ck check ((amount is null) = (unit is null)),
  constraint deadline_kind_subject_id_uq unique (municipality_id, kind, subject_id),
  constraint deadline_pk primary key (municipality_id, id),
  constraint deadline_provider_id_fk foreign key (provider_id) references provider (id),
  constraint deadline_follow_up_id_fk foreign key (municipality_id, follow_up_id)
    references follow_up (municipality_id, id)
);
create index deadline_provider_id_ix on deadline (provider_id);
create index deadline_follow_up_id_ix on deadline (municipality_id, follow_up_id);
create index deadline_state_due_ix on deadline (municipality_id, state, due);
select insyn_protect_tenant_table('deadline', 'select, insert, update');
select insyn_open_to_provider('deadline', 'select');
grant update (state, met_on, version) on deadline to insyn_provider;

create table follow_up_snapshot (
  municipality_id uuid not null,
  follow_up_id uuid not null,
  day date not null,
  content jsonb not null,
  saved_at timestamptz not null default now(),
  constraint follow_up_snapshot_pk primary key (municipality_id, follow_up_id, day),
  constraint follow_up_snapshot_follow_up_id_fk foreign key (municipality_id, follow_up_id)
    references follow_up (municipality_id, id)
);
create index follow_up_snapshot_follow_up_id_ix on follow_up_snapshot (municipality_id, follow_up_id);
select insyn_protect_tenant_table('follow_up_snapshot', 'select, insert');

alter table information_request add column escalated_on date;
select pgboss.create_queue('watch-deadlines', jsonb_build_object(
  'policy', 'standard', 'retryLimit', 5, 'retryDelay', 60, 'retryBackoff', true, 'expireInSeconds', 600));
`;

const DOWN = `
select pgboss.delete_queue('watch-deadlines');
alter table information_request drop column escalated_on;
drop table follow_up_snapshot;
drop table deadline;
`;
