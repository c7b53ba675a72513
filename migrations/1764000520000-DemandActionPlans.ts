import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The demand for an action plan, the plan round by round, and what the provider reports as done. */
export class DemandActionPlans1764000520000 implements MigrationInterface {
  public readonly name = 'DemandActionPlans1764000520000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}

const UP = `
create table action_plan (
  municipality_id uuid not null,
  id uuid not null,
  follow_up_id uuid not null,
  provider_id uuid not null,
  state text not null,
  demand jsonb not null,
  earlier jsonb,
  lifted jsonb not null default '[]',
  record_id uuid,
  sent_on date not null,
  read_at timestamptz,
  read_by uuid,
  submitted_at timestamptz,
  accepted_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  constraint action_plan_state_ck check (state in ('demanded', 'submitted', 'returned', 'accepted', 'handed-over')),
  constraint action_plan_pk primary key (municipality_id, id),
  constraint action_plan_provider_id_fk foreign key (provider_id) references provider (id),
  constraint action_plan_read_by_fk foreign key (read_by) references account (id),
  constraint action_plan_created_by_fk foreign key (created_by) references account (id),
  constraint action_plan_follow_up_id_fk foreign key (municipality_id, follow_up_id)
    references follow_up (municipality_id, id),
  constraint action_plan_record_id_fk foreign key (municipality_id, record_id)
    references record (municipality_id, id)
);
create unique index action_plan_standing_uq on action_plan (municipality_id, follow_up_id) where state <> 'handed-over';
create index action_plan_provider_id_ix on action_plan (provider_id);
create index action_plan_read_by_ix on action_plan (read_by);
create index action_plan_created_by_ix on action_plan (created_by);
create index action_plan_follow_up_id_ix on action_plan (municipality_id, follow_up_id);
create index action_plan_record_id_ix on action_plan (municipality_id, record_id);
select insyn_protect_tenant_table('action_plan', 'select, insert, update');
select insyn_open_to_provider('action_plan', 'select');
grant update (state, read_at, read_by, submitted_at, version) on action_plan to insyn_provider;

create table action_plan_item (
  municipality_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  provider_id uuid not null,
  action_id uuid not null,
  cause text not null default '',
  measures jsonb not null default '[]',
  effect jsonb not null default '{}',
  answer text not null default '',
  changed_by uuid not null,
  changed_at timestamptz not null default now(),
  version integer not null default 1,
  constraint action_plan_item_plan_id_action_id_uq unique (municipality_id, plan_id, action_id),
  constraint action_plan_item_pk primary key (municipality_id, id),
  constraint action_plan_item_provider_id_fk foreign key (provider_id) references provider (id),
  constraint action_plan_item_changed_by_fk foreign key (changed_by) references account (id),
  constraint action_plan_item_plan_id_fk foreign key (municipality_id, plan_id)
    references action_plan (municipality_id, id),
  constraint action_plan_item_action_id_fk foreign key (municipality_id, action_id)
    references action (municipality_id, id)
);
create index action_plan_item_provider_id_ix on action_plan_item (provider_id);
create index action_plan_item_changed_by_ix on action_plan_item (changed_by);
create index action_plan_item_plan_id_ix on action_plan_item (municipality_id, plan_id);
create index action_plan_item_action_id_ix on action_plan_item (municipality_id, action_id);
select insyn_protect_tenant_table('action_plan_item', 'select, insert, update');
select insyn_open_to_provider('action_plan_item', 'select, insert, update');

create table action_plan_round (
  municipality_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  provider_id uuid not null,
  number integer not null,
  content jsonb not null,
  seal text not null,
  late boolean not null default false,
  submitted_by uuid not null,
  submitted_at timestamptz not null,
  received_at timestamptz,
  constraint action_plan_round_plan_id_number_uq unique (municipality_id, plan_id, number),
  constraint action_plan_round_pk primary key (municipality_id, id),
  constraint action_plan_round_provider_id_fk foreign key (provider_id) references provider (id),
  constraint action_plan_round_submitted_by_fk foreign key (submitted_by) references account (id),
  constraint action_plan_round_plan_id_fk foreign key (municipality_id, plan_id)
    references action_plan (municipality_id, id)
);
create index action_plan_round_provider_id_ix on action_plan_round (provider_id);
create index action_plan_round_submitted_by_ix on action_plan_round (submitted_by);
create index action_plan_round_plan_id_ix on action_plan_round (municipality_id, plan_id);
select insyn_protect_tenant_table('action_plan_round', 'select, insert, update');
select insyn_open_to_provider('action_plan_round', 'select, insert');

create table action_plan_verdict (
  municipality_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  round_id uuid not null,
  provider_id uuid not null,
  action_id uuid not null,
  verdict text not null,
  text text not null default '',
  decided_by uuid not null,
  decided_on date not null,
  constraint action_plan_verdict_verdict_ck check (verdict in ('sufficient', 'incomplete', 'rejected')),
  constraint action_plan_verdict_round_id_action_id_uq unique (municipality_id, round_id, action_id),
  constraint action_plan_verdict_pk primary key (municipality_id, id),
  constraint action_plan_verdict_provider_id_fk foreign key (provider_id) references provider (id),
  constraint action_plan_verdict_decided_by_fk foreign key (decided_by) references account (id),
  constraint action_plan_verdict_plan_id_fk foreign key (municipality_id, plan_id)
    references action_plan (municipality_id, id),
  constraint action_plan_verdict_round_id_fk foreign key (municipality_id, round_id)
    references action_plan_round (municipality_id, id),
  constraint action_plan_verdict_action_id_fk foreign key (municipality_id, action_id)
    references action (municipality_id, id)
);
create index action_plan_verdict_provider_id_ix on action_plan_verdict (provider_id);
create index action_plan_verdict_decided_by_ix on action_plan_verdict (decided_by);
create index action_plan_verdict_plan_id_ix on action_plan_verdict (municipality_id, plan_id);
create index action_plan_verdict_round_id_ix on action_plan_verdict (municipality_id, round_id);
create index action_plan_verdict_action_id_ix on action_plan_verdict (municipality_id, action_id);
select insyn_protect_tenant_table('action_plan_verdict', 'select, insert');
select insyn_open_to_provider('action_plan_verdict', 'select');

create table action_report (
  municipality_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  provider_id uuid not null,
  action_id uuid not null,
  text text not null,
  effect jsonb,
  reported_by uuid not null,
  reported_at timestamptz not null,
  settled_at timestamptz,
  constraint action_report_pk primary key (municipality_id, id),
  constraint action_report_provider_id_fk foreign key (provider_id) references provider (id),
  constraint action_report_reported_by_fk foreign key (reported_by) references account (id),
  constraint action_report_plan_id_fk foreign key (municipality_id, plan_id)
    references action_plan (municipality_id, id),
  constraint action_report_action_id_fk foreign key (municipality_id, action_id)
    references action (municipality_id, id)
);
create index action_report_provider_id_ix on action_report (provider_id);
create index action_report_reported_by_ix on action_report (reported_by);
create index action_report_plan_id_ix on action_report (municipality_id, plan_id);
create index action_report_action_id_ix on action_report (municipality_id, action_id);
select insyn_protect_tenant_table('action_report', 'select, insert, update');
select insyn_open_to_provider('action_report', 'select, insert');

create table action_plan_file (
  municipality_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  provider_id uuid not null,
  action_id uuid not null,
  report_id uuid,
  for_report boolean not null default false,
  file_name text not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null default now(),
  removed_at timestamptz,
  constraint action_plan_file_report_ck check (for_report or report_id is null),
  constraint action_plan_file_pk primary key (municipality_id, id),
  constraint action_plan_file_provider_id_fk foreign key (provider_id) references provider (id),
  constraint action_plan_file_uploaded_by_fk foreign key (uploaded_by) references account (id),
  constraint action_plan_file_plan_id_fk foreign key (municipality_id, plan_id)
    references action_plan (municipality_id, id),
  constraint action_plan_file_action_id_fk foreign key (municipality_id, action_id)
    references action (municipality_id, id),
  constraint action_plan_file_report_id_fk foreign key (municipality_id, report_id)
    references action_report (municipality_id, id)
);
create index action_plan_file_provider_id_ix on action_plan_file (provider_id);
create index action_plan_file_uploaded_by_ix on action_plan_file (uploaded_by);
create index action_plan_file_plan_id_ix on action_plan_file (municipality_id, plan_id);
create index action_plan_file_action_id_ix on action_plan_file (municipality_id, action_id);
create index action_plan_file_report_id_ix on action_plan_file (municipality_id, report_id);
select insyn_protect_tenant_table('action_plan_file', 'select, insert, update');
select insyn_open_to_provider('action_plan_file', 'select, insert');
grant update (report_id, removed_at) on action_plan_file to insyn_provider;
select pgboss.create_queue('receive-plan', jsonb_build_object(
  'policy', 'standard', 'retryLimit', 8, 'retryDelay', 2, 'retryBackoff', true, 'expireInSeconds', 120));
select pgboss.create_queue('settle-action-report', jsonb_build_object(
  'policy', 'standard', 'retryLimit', 8, 'retryDelay', 2, 'retryBackoff', true, 'expireInSeconds', 120));
`;

const DOWN = `
select pgboss.delete_queue('settle-action-report');
select pgboss.delete_queue('receive-plan');
drop table action_plan_file;
drop table action_report;
drop table action_plan_verdict;
drop table action_plan_round;
drop table action_plan_item;
drop table action_plan;
`;
