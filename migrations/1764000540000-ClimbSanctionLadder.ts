import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A contract's own sanction ladder, the steps taken and what became of them. */
export class ClimbSanctionLadder1764000540000 implements MigrationInterface {
  public readonly name = 'ClimbSanctionLadder1764000540000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}

const UP = `
create table sanction_step (
  municipality_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  position integer not null,
  kind text not null,
  label text not null,
  terms text not null default '',
  amount_rule text not null default '',
  clause_number text,
  removed_at timestamptz,
  version integer not null default 1,
  constraint sanction_step_kind_ck check (kind in ('warning', 'correction', 'price-reduction', 'penalty', 'withdrawn-assignment', 'termination', 'other')),
  constraint sanction_step_pk primary key (municipality_id, id),
  constraint sanction_step_contract_id_fk foreign key (municipality_id, contract_id)
    references contract (municipality_id, id)
);
create index sanction_step_contract_id_ix on sanction_step (municipality_id, contract_id);
select insyn_protect_tenant_table('sanction_step', 'select, insert, update');

create table sanction (
  municipality_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  follow_up_id uuid not null,
  step_id uuid not null,
  kind text not null,
  label text not null,
  provider_id uuid,
  severe boolean not null default false,
  severe_reason text,
  grounds text not null,
  amount integer,
  amount_basis text,
  reduced_amount integer,
  state text not null,
  decided_by uuid not null,
  decided_on date not null,
  delegation_id uuid,
  committee_decision_id uuid,
  letter jsonb,
  sent_on date,
  read_at timestamptz,
  read_by uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  constraint sanction_kind_ck check (kind in ('warning', 'correction', 'price-reduction', 'penalty', 'withdrawn-assignment', 'termination', 'other')),
  constraint sanction_state_ck check (state in ('decided', 'sent', 'disputed', 'answered', 'upheld', 'reduced', 'withdrawn')),
  constraint sanction_amount_ck check (amount is null or amount between 1 and 100000000),
  constraint sanction_pk primary key (municipality_id, id),
  constraint sanction_provider_id_fk foreign key (provider_id) references provider (id),
  constraint sanction_decided_by_fk foreign key (decided_by) references account (id),
  constraint sanction_read_by_fk foreign key (read_by) references account (id),
  constraint sanction_contract_id_fk foreign key (municipality_id, contract_id)
    references contract (municipality_id, id),
  constraint sanction_follow_up_id_fk foreign key (municipality_id, follow_up_id)
    references follow_up (municipality_id, id),
  constraint sanction_step_id_fk foreign key (municipality_id, step_id)
    references sanction_step (municipality_id, id),
  constraint sanction_delegation_id_fk foreign key (municipality_id, delegation_id)
    references delegation (municipality_id, id),
  constraint sanction_committee_decision_id_fk foreign key (municipality_id, committee_decision_id)
    references committee_decision (municipality_id, id)
);
create index sanction_provider_id_ix on sanction (provider_id);
create index sanction_decided_by_ix on sanction (decided_by);
create index sanction_read_by_ix on sanction (read_by);
create index sanction_contract_id_ix on sanction (municipality_id, contract_id);
create index sanction_follow_up_id_ix on sanction (municipality_id, follow_up_id);
create index sanction_step_id_ix on sanction (municipality_id, step_id);
create index sanction_delegation_id_ix on sanction (municipality_id, delegation_id);
create index sanction_committee_decision_id_ix on sanction (municipality_id, committee_decision_id);
select insyn_protect_tenant_table('sanction', 'select, insert, update');
select insyn_open_to_provider('sanction', 'select');
grant update (state, read_at, read_by, version) on sanction to insyn_provider;

create table sanction_action (
  municipality_id uuid not null,
  sanction_id uuid not null,
  action_id uuid not null,
  constraint sanction_action_pk primary key (municipality_id, sanction_id, action_id),
  constraint sanction_action_sanction_id_fk foreign key (municipality_id, sanction_id)
    references sanction (municipality_id, id),
  constraint sanction_action_action_id_fk foreign key (municipality_id, action_id)
    references action (municipality_id, id)
);
create index sanction_action_sanction_id_ix on sanction_action (municipality_id, sanction_id);
create index sanction_action_action_id_ix on sanction_action (municipality_id, action_id);
select insyn_protect_tenant_table('sanction_action', 'select, insert');

create table sanction_event (
  municipality_id uuid not null,
  id uuid not null,
  sanction_id uuid not null,
  provider_id uuid,
  action text not null,
  to_state text not null,
  happened_on date not null,
  text text not null default '',
  amount integer,
  record_id uuid,
  account_id uuid,
  at timestamptz not null default now(),
  constraint sanction_event_to_state_ck check (to_state in ('decided', 'sent', 'disputed', 'answered', 'upheld', 'reduced', 'withdrawn')),
  constraint sanction_event_pk primary key (municipality_id, id),
  constraint sanction_event_provider_id_fk foreign key (provider_id) references provider (id),
  constraint sanction_event_account_id_fk foreign key (account_id) references account (id),
  constraint sanction_event_sanction_id_fk foreign key (municipality_id, sanction_id)
    references sanction (municipality_id, id),
  constraint sanction_event_record_id_fk foreign key (municipality_id, record_id)
    references record (municipality_id, id)
);
create index sanction_event_provider_id_ix on sanction_event (provider_id);
create index sanction_event_account_id_ix on sanction_event (account_id);
create index sanction_event_sanction_id_ix on sanction_event (municipality_id, sanction_id);
create index sanction_event_record_id_ix on sanction_event (municipality_id, record_id);
select insyn_protect_tenant_table('sanction_event', 'select, insert');
select insyn_open_to_provider('sanction_event', 'select');

create table sanction_dispute (
  municipality_id uuid not null,
  id uuid not null,
  sanction_id uuid not null,
  provider_id uuid not null,
  text text not null,
  disputed_by uuid not null,
  disputed_at timestamptz not null,
  late boolean not null default false,
  received_at timestamptz,
  constraint sanction_dispute_pk primary key (municipality_id, id),
  constraint sanction_dispute_provider_id_fk foreign key (provider_id) references provider (id),
  constraint sanction_dispute_disputed_by_fk foreign key (disputed_by) references account (id),
  constraint sanction_dispute_sanction_id_fk foreign key (municipality_id, sanction_id)
    references sanction (municipality_id, id)
);
create index sanction_dispute_provider_id_ix on sanction_dispute (provider_id);
create index sanction_dispute_disputed_by_ix on sanction_dispute (disputed_by);
create index sanction_dispute_sanction_id_ix on sanction_dispute (municipality_id, sanction_id);
select insyn_protect_tenant_table('sanction_dispute', 'select, insert, update');
select insyn_open_to_provider('sanction_dispute', 'select, insert');
select pgboss.create_queue('receive-dispute', jsonb_build_object(
  'policy', 'standard', 'retryLimit', 8, 'retryDelay', 2, 'retryBackoff', true, 'expireInSeconds', 120));
`;

const DOWN = `
select pgboss.delete_queue('receive-dispute');
drop table sanction_dispute;
drop table sanction_event;
drop table sanction_action;
drop table sanction;
drop table sanction_step;
`;
