import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may decide what, what the committee keeps for itself, who has a conflict of interest, and which manager decides. */
export class RegisterDelegations1764000500000 implements MigrationInterface {
  public readonly name = 'RegisterDelegations1764000500000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}

const UP = `
create table delegation (
  municipality_id uuid not null,
  id uuid not null,
  committee_id uuid not null,
  account_id uuid not null,
  matter text not null,
  point text not null default '',
  reference text not null,
  decided_on date not null,
  valid_from date not null,
  valid_to date,
  revoked_on date,
  revoke_reason text,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  constraint delegation_matter_ck check (matter in ('judgement', 'publication', 'sanction')),
  constraint delegation_period_ck check (valid_to is null or valid_to >= valid_from),
  constraint delegation_pk primary key (municipality_id, id),
  constraint delegation_account_id_fk foreign key (account_id) references account (id),
  constraint delegation_created_by_fk foreign key (created_by) references account (id),
  constraint delegation_committee_id_fk foreign key (municipality_id, committee_id)
    references committee (municipality_id, id)
);
create index delegation_account_id_ix on delegation (account_id);
create index delegation_created_by_ix on delegation (created_by);
create index delegation_committee_id_ix on delegation (municipality_id, committee_id);
select insyn_protect_tenant_table('delegation', 'select, insert, update');

create table committee_decision (
  municipality_id uuid not null,
  id uuid not null,
  committee_id uuid not null,
  follow_up_id uuid not null,
  matter text not null,
  subject_id uuid,
  decided_on date not null,
  reference text not null,
  text text not null default '',
  record_id uuid,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  constraint committee_decision_matter_ck check (matter in ('judgement', 'sanction')),
  constraint committee_decision_pk primary key (municipality_id, id),
  constraint committee_decision_created_by_fk foreign key (created_by) references account (id),
  constraint committee_decision_committee_id_fk foreign key (municipality_id, committee_id)
    references committee (municipality_id, id),
  constraint committee_decision_follow_up_id_fk foreign key (municipality_id, follow_up_id)
    references follow_up (municipality_id, id),
  constraint committee_decision_record_id_fk foreign key (municipality_id, record_id)
    references record (municipality_id, id)
);
create index committee_decision_created_by_ix on committee_decision (created_by);
create index committee_decision_committee_id_ix on committee_decision (municipality_id, committee_id);
create index committee_decision_follow_up_id_ix on committee_decision (municipality_id, follow_up_id);
create index committee_decision_record_id_ix on committee_decision (municipality_id, record_id);
select insyn_protect_tenant_table('committee_decision', 'select, insert');

create table delegation_report (
  municipality_id uuid not null,
  id uuid not null,
  committee_id uuid not null,
  meeting_on date not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  constraint delegation_report_pk primary key (municipality_id, id),
  constraint delegation_report_created_by_fk foreign key (created_by) references account (id),
  constraint delegation_report_committee_id_fk foreign key (municipality_id, committee_id)
    references committee (municipality_id, id)
);
create index delegation_report_created_by_ix on delegation_report (created_by);
create index delegation_report_committee_id_ix on delegation_report (municipality_id, committee_id);
select insyn_protect_tenant_table('delegation_report', 'select, insert');

create table delegation_decision (
  municipality_id uuid not null,
  id uuid not null,
  committee_id uuid not null,
  delegation_id uuid not null,
  follow_up_id uuid not null,
  matter text not null,
  subject_id uuid not null,
  decided_by uuid not null,
  decided_on date not null,
  summary text not null,
  report_id uuid,
  constraint delegation_decision_matter_ck check (matter in ('judgement', 'publication', 'sanction')),
  constraint delegation_decision_pk primary key (municipality_id, id),
  constraint delegation_decision_decided_by_fk foreign key (decided_by) references account (id),
  constraint delegation_decision_committee_id_fk foreign key (municipality_id, committee_id)
    references committee (municipality_id, id),
  constraint delegation_decision_delegation_id_fk foreign key (municipality_id, delegation_id)
    references delegation (municipality_id, id),
  constraint delegation_decision_follow_up_id_fk foreign key (municipality_id, follow_up_id)
    references follow_up (municipality_id, id),
  constraint delegation_decision_report_id_fk foreign key (municipality_id, report_id)
    references delegation_report (municipality_id, id)
);
create index delegation_decision_decided_by_ix on delegation_decision (decided_by);
create index delegation_decision_committee_id_ix on delegation_decision (municipality_id, committee_id);
create index delegation_decision_delegation_id_ix on delegation_decision (municipality_id, delegation_id);
create index delegation_decision_follow_up_id_ix on delegation_decision (municipality_id, follow_up_id);
create index delegation_decision_report_id_ix on delegation_decision (municipality_id, report_id);
select insyn_protect_tenant_table('delegation_decision', 'select, insert, update');

alter table committee add column delegated_matters text[] not null default '{}';
alter table committee add column reserved_matters text[] not null default '{}';
alter table follow_up add column decider_id uuid;
alter table follow_up add constraint follow_up_decider_id_fk foreign key (decider_id) references account (id);
create index follow_up_decider_id_ix on follow_up (decider_id);
alter table judgement add column delegation_id uuid;
alter table judgement add constraint judgement_delegation_id_fk foreign key (municipality_id, delegation_id)
  references delegation (municipality_id, id);
create index judgement_delegation_id_ix on judgement (municipality_id, delegation_id);
alter table judgement add column committee_decision_id uuid;
alter table judgement add constraint judgement_committee_decision_id_fk foreign key (municipality_id, committee_decision_id)
  references committee_decision (municipality_id, id);
create index judgement_committee_decision_id_ix on judgement (municipality_id, committee_decision_id);
-- A comment may be tied to a text of the report, which has a name and no id.
alter table return_comment alter column place_id type text using place_id::text;
alter table return_comment add column settled_at timestamptz;
grant update (settled_at) on return_comment to insyn_staff;
alter table conflict_declaration add column reason text not null default '';
alter table conflict_declaration add column lifted_by uuid;
alter table conflict_declaration add column lifted_at timestamptz;
alter table conflict_declaration add constraint conflict_declaration_lifted_by_fk foreign key (lifted_by) references account (id);
create index conflict_declaration_lifted_by_ix on conflict_declaration (lifted_by);

alter table mail drop constraint mail_kind_ck;
alter table mail add constraint mail_kind_ck check (kind in (
  'invitation', 'information-request', 'reminder', 'extension-decision', 'answers-returned', 'answers-received', 'meeting-invitation', 'fact-check', 'fact-check-answers', 'taken-back', 'action-plan-demand', 'plan-judged', 'plan-submitted', 'action-reported', 'sanction', 'sanction-answer', 'decision-handed-over', 'deadline-overdue'));
alter table issued_document drop constraint issued_document_kind_ck;
alter table issued_document add constraint issued_document_kind_ck check (kind in (
  'information-letter', 'receipt', 'minutes', 'fact-check-draft', 'fact-check-receipt', 'action-plan-demand', 'action-plan', 'sanction-letter', 'official-letter'));

-- Who can sign in for a provider, to mail them. Asked of providers that the municipality has registered only, and answered
-- with ids that say nothing by themselves.
create function provider_accounts(p_provider uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$
  select m.account_id from membership m
  where m.provider_id = p_provider and m.role = 'provider'
    and exists (select 1 from provider_registration r where r.provider_id = p_provider
      and r.municipality_id = nullif(current_setting('app.municipality', true), '')::uuid)
$$;
revoke execute on function provider_accounts(uuid) from public;
grant execute on function provider_accounts(uuid) to insyn_staff, insyn_jobs;
`;

const DOWN = `
drop function provider_accounts(uuid);
delete from issued_document where kind not in ('information-letter', 'receipt', 'minutes');
alter table issued_document drop constraint issued_document_kind_ck;
alter table issued_document add constraint issued_document_kind_ck check (kind in ('information-letter', 'receipt', 'minutes'));
delete from mail where kind not in (
  'invitation', 'information-request', 'reminder', 'extension-decision', 'answers-returned', 'answers-received', 'meeting-invitation');
alter table mail drop constraint mail_kind_ck;
alter table mail add constraint mail_kind_ck check (kind in (
  'invitation', 'information-request', 'reminder', 'extension-decision', 'answers-returned', 'answers-received', 'meeting-invitation'));
alter table conflict_declaration drop column lifted_at;
alter table conflict_declaration drop column lifted_by;
alter table conflict_declaration drop column reason;
revoke update (settled_at) on return_comment from insyn_staff;
alter table return_comment drop column settled_at;
alter table return_comment alter column place_id type uuid
  using case when place_id ~ '^[0-9a-f]{8}-' then place_id::uuid end;
alter table judgement drop column committee_decision_id;
alter table judgement drop column delegation_id;
alter table follow_up drop column decider_id;
alter table committee drop column reserved_matters;
alter table committee drop column delegated_matters;
drop table delegation_decision;
drop table delegation_report;
drop table committee_decision;
drop table delegation;
`;
