import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom a municipality follows up and what they have undertaken: providers, units, contracts and their clauses. */
export class CreateContracts1764000100000 implements MigrationInterface {
  public readonly name = 'CreateContracts1764000100000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}

const UP = `
create table provider (
  id uuid not null,
  organisation_number text not null,
  legal_name text not null,
  form text not null,
  created_at timestamptz not null default now(),
  constraint provider_organisation_number_uq unique (organisation_number),
  constraint provider_form_ck check (form in (
    'company', 'association', 'foundation', 'sole-trader', 'municipal', 'own-run')),
  constraint provider_pk primary key (id)
);

create table provider_registration (
  municipality_id uuid not null,
  provider_id uuid not null,
  note text not null default '',
  created_by uuid not null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  constraint provider_registration_pk primary key (municipality_id, provider_id),
  constraint provider_registration_created_by_fk foreign key (created_by) references account (id),
  constraint provider_registration_provider_id_fk foreign key (provider_id) references provider (id),
  constraint provider_registration_municipality_id_fk foreign key (municipality_id) references municipality (id)
);
create index provider_registration_created_by_ix on provider_registration (created_by);
create index provider_registration_provider_id_ix on provider_registration (provider_id);
select insyn_protect_tenant_table('provider_registration', 'select, insert, update');

create table contact (
  municipality_id uuid not null,
  id uuid not null,
  provider_id uuid not null,
  name text not null,
  role text not null default '',
  email text,
  phone text,
  version integer not null default 1,
  constraint contact_pk primary key (municipality_id, id),
  constraint contact_provider_id_fk foreign key (provider_id) references provider (id),
  constraint contact_municipality_id_fk foreign key (municipality_id) references municipality (id)
);
create index contact_provider_id_ix on contact (provider_id);
select insyn_protect_tenant_table('contact', 'select, insert, update, delete');

create table unit (
  municipality_id uuid not null,
  id uuid not null,
  name text not null,
  service_types text[] not null,
  laws text[] not null,
  places integer,
  version integer not null default 1,
  constraint unit_pk primary key (municipality_id, id),
  constraint unit_municipality_id_fk foreign key (municipality_id) references municipality (id)
);
select insyn_protect_tenant_table('unit', 'select, insert, update');

create table unit_operator (
  municipality_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  provider_id uuid not null,
  from_date date not null,
  to_date date,
  constraint unit_operator_pk primary key (municipality_id, id),
  constraint unit_operator_provider_id_fk foreign key (provider_id) references provider (id),
  constraint unit_operator_unit_id_fk foreign key (municipality_id, unit_id)
    references unit (municipality_id, id)
);
create index unit_operator_provider_id_ix on unit_operator (provider_id);
create index unit_operator_unit_id_ix on unit_operator (municipality_id, unit_id);
select insyn_protect_tenant_table('unit_operator', 'select, insert, update');

create table contract (
  municipality_id uuid not null,
  id uuid not null,
  committee_id uuid not null,
  reference text not null,
  kind text not null,
  regime text not null,
  starts_on date not null,
  ends_on date not null,
  extension_months integer[] not null,
  latest_end date not null,
  service_types text[] not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  constraint contract_reference_uq unique (municipality_id, reference),
  constraint contract_period_ck check (starts_on <= ends_on and ends_on <= latest_end),
  constraint contract_regime_ck check (regime in ('LOU', 'LOV', 'own-run')),
  constraint contract_kind_ck check (kind in ('contract', 'assignment')),
  constraint contract_pk primary key (municipality_id, id),
  constraint contract_created_by_fk foreign key (created_by) references account (id),
  constraint contract_committee_id_fk foreign key (municipality_id, committee_id)
    references committee (municipality_id, id)
);
create index contract_created_by_ix on contract (created_by);
create index contract_committee_id_ix on contract (municipality_id, committee_id);
select insyn_protect_tenant_table('contract', 'select, insert, update');

create table contract_party (
  municipality_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  provider_id uuid not null,
  from_date date not null,
  to_date date,
  constraint contract_party_pk primary key (municipality_id, id),
  constraint contract_party_provider_id_fk foreign key (provider_id) references provider (id),
  constraint contract_party_contract_id_fk foreign key (municipality_id, contract_id)
    references contract (municipality_id, id)
);
create index contract_party_provider_id_ix on contract_party (provider_id);
create index contract_party_contract_id_ix on contract_party (municipality_id, contract_id);
select insyn_protect_tenant_table('contract_party', 'select, insert, update');

create table contract_unit (
  municipality_id uuid not null,
  contract_id uuid not null,
  unit_id uuid not null,
  constraint contract_unit_pk primary key (municipality_id, contract_id, unit_id),
  constraint contract_unit_unit_id_fk foreign key (municipality_id, unit_id)
    references unit (municipality_id, id),
  constraint contract_unit_contract_id_fk foreign key (municipality_id, contract_id)
    references contract (municipality_id, id)
);
create index contract_unit_unit_id_ix on contract_unit (municipality_id, unit_id);
create index contract_unit_contract_id_ix on contract_unit (municipality_id, contract_id);
select insyn_protect_tenant_table('contract_unit', 'select, insert, delete');

create table clause_set (
  municipality_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  number integer not null,
  frozen_at timestamptz,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  constraint clause_set_contract_id_number_uq unique (municipality_id, contract_id, number),
  constraint clause_set_pk primary key (municipality_id, id),
  constraint clause_set_contract_id_fk foreign key (municipality_id, contract_id)
    references contract (municipality_id, id)
);
create index clause_set_contract_id_ix on clause_set (municipality_id, contract_id);
select insyn_protect_tenant_table('clause_set', 'select, insert, update');

create table clause (
  municipality_id uuid not null,
  id uuid not null,
  clause_set_id uuid not null,
  number text not null,
  sort_key text not null,
  heading text not null,
  text text not null,
  kind text not null,
  focus_area text not null default '',
  critical boolean not null,
  verification text not null default '',
  version integer not null default 1,
  constraint clause_clause_set_id_number_uq unique (municipality_id, clause_set_id, number),
  constraint clause_kind_ck check (kind in ('requirement', 'tender-promise', 'goal')),
  constraint clause_pk primary key (municipality_id, id),
  constraint clause_clause_set_id_fk foreign key (municipality_id, clause_set_id)
    references clause_set (municipality_id, id)
);
create index clause_clause_set_id_ix on clause (municipality_id, clause_set_id);
select insyn_protect_tenant_table('clause', 'select, insert, update, delete');

-- Providers are global, but a municipality sees only those that it has registered: a number known to others says nothing.
alter table provider enable row level security;
alter table provider force row level security;
create policy owner on provider for all to current_user using (true) with check (true);
create policy registered on provider for select to insyn_staff, insyn_jobs
  using (id in (select provider_id from provider_registration));
grant select on provider to insyn_staff, insyn_jobs;
`;

const DOWN = `
drop policy registered on provider;
drop table clause;
drop table clause_set;
drop table contract_unit;
drop table contract_party;
drop table contract;
drop table unit_operator;
drop table unit;
drop table contact;
drop table provider_registration;
drop table provider;
`;
