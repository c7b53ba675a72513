import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One round from plan to judgement: the follow-up, what is gathered, assessed, found and decided in it. */
export class CreateFollowUps1764000110000 implements MigrationInterface {
  public readonly name = 'CreateFollowUps1764000110000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}

const UP = `
create table follow_up (
  municipality_id uuid not null,
  id uuid not null,
  committee_id uuid not null,
  contract_id uuid not null,
  unit_id uuid not null,
  provider_id uuid not null,
  clause_set_id uuid not null,
  parent_id uuid,
  kind text not null,
  year integer not null,
  state text not null,
  case_number text not null,
  title text not null,
  background text not null default '',
  purpose text not null default '',
  summary text not null default '',
  report_date date,
  decision_due date,
  no_fact_check_reason text,
  approved_on date,
  recheck_due date,
  content_version integer not null default 1,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  constraint follow_up_year_ck check (year between 1990 and 2100),
  constraint follow_up_state_ck check (state in (
    'planned', 'gathering', 'assessing', 'fact-check', 'deciding', 'remedying', 'rechecking', 'closed', 'cancelled')),
  constraint follow_up_kind_ck check (kind in ('planned', 'in-depth', 'thematic', 're-check')),
  constraint follow_up_pk primary key (municipality_id, id),
  constraint follow_up_created_by_fk foreign key (created_by) references account (id),
  constraint follow_up_provider_id_fk foreign key (provider_id) references provider (id),
  constraint follow_up_parent_id_fk foreign key (municipality_id, parent_id)
    references follow_up (municipality_id, id),
  constraint follow_up_clause_set_id_fk foreign key (municipality_id, clause_set_id)
    references clause_set (municipality_id, id),
  constraint follow_up_unit_id_fk foreign key (municipality_id, unit_id) references unit (municipality_id, id),
  constraint follow_up_contract_id_fk foreign key (municipality_id, contract_id)
    references contract (municipality_id, id),
  constraint follow_up_committee_id_fk foreign key (municipality_id, committee_id)
    references committee (municipality_id, id)
);
create unique index follow_up_case_number_uq on follow_up (municipality_id, case_number) where parent_id is null;
create index follow_up_created_by_ix on follow_up (created_by);
create index follow_up_provider_id_ix on follow_up (provider_id);
create index follow_up_parent_id_ix on follow_up (municipality_id, parent_id);
create index follow_up_clause_set_id_ix on follow_up (municipality_id, clause_set_id);
create index follow_up_unit_id_ix on follow_up (municipality_id, unit_id);
create index follow_up_contract_id_ix on follow_up (municipality_id, contract_id);
create index follow_up_committee_id_ix on follow_up (municipality_id, committee_id);
select insyn_protect_tenant_table('follow_up', 'select, insert, update');

create table follow_up_team_member (
  municipality_id uuid not null,
  follow_up_id uuid not null,
  account_id uuid not null,
  constraint follow_up_team_member_pk primary key (municipality_id, follow_up_id, account_id),
  constraint follow_up_team_member_account_id_fk foreign key (account_id) references account (id),
  constraint follow_up_team_member_follow_up_id_fk foreign key (municipality_id, follow_up_id)
    references follow_up (municipality_id, id)
);
create index follow_up_team_member_account_id_ix on follow_up_team_member (account_id);
create index follow_up_team_member_follow_up_id_ix on follow_up_team_member (municipality_id, follow_up_id);
select insyn_protect_tenant_table('follow_up_team_member', 'select, insert, delete');

create table follow_up_clause (
  municipality_id uuid not null,
  follow_up_id uuid not null,
  clause_id uuid not null,
  constraint follow_up_clause_pk primary key (municipality_id, follow_up_id, clause_id),
  constraint follow_up_clause_clause_id_fk foreign key (municipality_id, clause_id)
    references clause (municipality_id, id),
  constraint follow_up_clause_follow_up_id_fk foreign key (municipality_id, follow_up_id)
    references follow_up (municipality_id, id)
);
create index follow_up_clause_clause_id_ix on follow_up_clause (municipality_id, clause_id);
create index follow_up_clause_follow_up_id_ix on follow_up_clause (municipality_id, follow_up_id);
select insyn_protect_tenant_table('follow_up_clause', 'select, insert');

create table follow_up_transition (
  municipality_id uuid not null,
  id uuid not null,
  follow_up_id uuid not null,
  action text not null,
  from_state text not null,
  to_state text not null,
  reason text,
  account_id uuid,
  happened_on date not null,
  at timestamptz not null default now(),
  constraint follow_up_transition_to_state_ck check (to_state in (
    'planned', 'gathering', 'assessing', 'fact-check', 'deciding', 'remedying', 'rechecking', 'closed', 'cancelled')),
  constraint follow_up_transition_from_state_ck check (from_state in (
    'planned', 'gathering', 'assessing', 'fact-check', 'deciding', 'remedying', 'rechecking', 'closed', 'cancelled')),
  constraint follow_up_transition_action_ck check (action in (
    'start', 'assess', 'gather-more', 'send-for-fact-check', 'take-back', 'submit', 'return', 'approve', 'recheck-opened', 'recheck-closed', 'close', 'cancel')),
  constraint follow_up_transition_pk primary key (municipality_id, id),
  constraint follow_up_transition_account_id_fk foreign key (account_id) references account (id),
  constraint follow_up_transition_follow_up_id_fk foreign key (municipality_id, follow_up_id)
    references follow_up (municipality_id, id)
);
create index follow_up_transition_account_id_ix on follow_up_transition (account_id);
create index follow_up_transition_follow_up_id_ix on follow_up_transition (municipality_id, follow_up_id);
select insyn_protect_tenant_table('follow_up_transition', 'select, insert');

create table evidence (
  municipality_id uuid not null,
  id uuid not null,
  follow_up_id uuid not null,
  kind text not null,
  held_on date not null,
  title text not null,
  text text not null default '',
  created_by uuid not null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  constraint evidence_kind_ck check (kind in (
    'meeting', 'document-review', 'document', 'observation', 'interview', 'signal')),
  constraint evidence_pk primary key (municipality_id, id),
  constraint evidence_created_by_fk foreign key (created_by) references account (id),
  constraint evidence_follow_up_id_fk foreign key (municipality_id, follow_up_id)
    references follow_up (municipality_id, id)
);
create index evidence_created_by_ix on evidence (created_by);
create index evidence_follow_up_id_ix on evidence (municipality_id, follow_up_id);
select insyn_protect_tenant_table('evidence', 'select, insert, update, delete');

create table meeting (
  municipality_id uuid not null,
  evidence_id uuid not null,
  form text not null,
  constraint meeting_form_ck check (form in ('digital', 'at-provider', 'at-municipality', 'unannounced')),
  constraint meeting_pk primary key (municipality_id, evidence_id),
  constraint meeting_evidence_id_fk foreign key (municipality_id, evidence_id)
    references evidence (municipality_id, id)
);
create index meeting_evidence_id_ix on meeting (municipality_id, evidence_id);
select insyn_protect_tenant_table('meeting', 'select, insert, update, delete');

create table meeting_participant (
  municipality_id uuid not null,
  id uuid not null,
  evidence_id uuid not null,
  side text not null,
  name text not null,
  role text not null,
  constraint meeting_participant_side_ck check (side in ('municipality', 'provider')),
  constraint meeting_participant_pk primary key (municipality_id, id),
  constraint meeting_participant_evidence_id_fk foreign key (municipality_id, evidence_id)
    references evidence (municipality_id, id)
);
create index meeting_participant_evidence_id_ix on meeting_participant (municipality_id, evidence_id);
select insyn_protect_tenant_table('meeting_participant', 'select, insert, update, delete');

create table document_review (
  municipality_id uuid not null,
  evidence_id uuid not null,
  method text not null,
  population integer not null,
  size integer not null,
  seed text,
  algorithm text,
  questions jsonb not null,
  constraint document_review_size_ck check (size between 1 and population),
  constraint document_review_method_ck check (method in ('random', 'census', 'drawn-elsewhere')),
  constraint document_review_pk primary key (municipality_id, evidence_id),
  constraint document_review_evidence_id_fk foreign key (municipality_id, evidence_id)
    references evidence (municipality_id, id)
);
create index document_review_evidence_id_ix on document_review (municipality_id, evidence_id);
select insyn_protect_tenant_table('document_review', 'select, insert, update, delete');

create table reviewed_file (
  municipality_id uuid not null,
  id uuid not null,
  evidence_id uuid not null,
  file_number integer not null,
  replaces integer,
  replacement_reason text,
  replaced boolean not null default false,
  results jsonb not null,
  note text not null default '',
  version integer not null default 1,
  constraint reviewed_file_evidence_id_file_number_uq unique (municipality_id, evidence_id, file_number),
  constraint reviewed_file_pk primary key (municipality_id, id),
  constraint reviewed_file_evidence_id_fk foreign key (municipality_id, evidence_id)
    references evidence (municipality_id, id)
);
create index reviewed_file_evidence_id_ix on reviewed_file (municipality_id, evidence_id);
select insyn_protect_tenant_table('reviewed_file', 'select, insert, update, delete');

create table attachment (
  municipality_id uuid not null,
  id uuid not null,
  follow_up_id uuid not null,
  evidence_id uuid,
  file_name text not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  constraint attachment_pk primary key (municipality_id, id),
  constraint attachment_created_by_fk foreign key (created_by) references account (id),
  constraint attachment_evidence_id_fk foreign key (municipality_id, evidence_id)
    references evidence (municipality_id, id),
  constraint attachment_follow_up_id_fk foreign key (municipality_id, follow_up_id)
    references follow_up (municipality_id, id)
);
create index attachment_created_by_ix on attachment (created_by);
create index attachment_evidence_id_ix on attachment (municipality_id, evidence_id);
create index attachment_follow_up_id_ix on attachment (municipality_id, follow_up_id);
select insyn_protect_tenant_table('attachment', 'select, insert, update, delete');

create table figure (
  municipality_id uuid not null,
  id uuid not null,
  follow_up_id uuid not null,
  name text not null,
  unit text not null,
  period text not null,
  source text not null,
  found integer,
  total integer,
  reported_words text,
  reported_by text,
  about_persons boolean not null,
  position integer not null,
  version integer not null default 1,
  constraint figure_value_ck check ((source = 'counted' and found is not null and (total is null or found <= total) and reported_words is null) or (source = 'reported' and reported_words is not null and found is null and total is null)),
  constraint figure_source_ck check (source in ('counted', 'reported')),
  constraint figure_unit_ck check (unit in ('persons', 'share', 'days', 'number', 'percent')),
  constraint figure_pk primary key (municipality_id, id),
  constraint figure_follow_up_id_fk foreign key (municipality_id, follow_up_id)
    references follow_up (municipality_id, id)
);
create index figure_follow_up_id_ix on figure (municipality_id, follow_up_id);
select insyn_protect_tenant_table('figure', 'select, insert, update, delete');

create table assessment (
  municipality_id uuid not null,
  id uuid not null,
  follow_up_id uuid not null,
  verdict text,
  text text not null default '',
  updated_by uuid not null,
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  constraint assessment_verdict_ck check (verdict in (
    'met', 'partly-met', 'not-met', 'cannot-be-assessed', 'not-applicable')),
  constraint assessment_pk primary key (municipality_id, id),
  constraint assessment_updated_by_fk foreign key (updated_by) references account (id),
  constraint assessment_follow_up_id_fk foreign key (municipality_id, follow_up_id)
    references follow_up (municipality_id, id)
);
create index assessment_updated_by_ix on assessment (updated_by);
create index assessment_follow_up_id_ix on assessment (municipality_id, follow_up_id);
select insyn_protect_tenant_table('assessment', 'select, insert, update, delete');

create table assessment_clause (
  municipality_id uuid not null,
  follow_up_id uuid not null,
  clause_id uuid not null,
  assessment_id uuid not null,
  constraint assessment_clause_pk primary key (municipality_id, follow_up_id, clause_id),
  constraint assessment_clause_assessment_id_fk foreign key (municipality_id, assessment_id)
    references assessment (municipality_id, id),
  constraint assessment_clause_clause_id_fk foreign key (municipality_id, clause_id)
    references clause (municipality_id, id),
  constraint assessment_clause_follow_up_id_fk foreign key (municipality_id, follow_up_id)
    references follow_up (municipality_id, id)
);
create index assessment_clause_assessment_id_ix on assessment_clause (municipality_id, assessment_id);
create index assessment_clause_clause_id_ix on assessment_clause (municipality_id, clause_id);
create index assessment_clause_follow_up_id_ix on assessment_clause (municipality_id, follow_up_id);
select insyn_protect_tenant_table('assessment_clause', 'select, insert, update, delete');

create table assessment_evidence (
  municipality_id uuid not null,
  assessment_id uuid not null,
  evidence_id uuid not null,
  constraint assessment_evidence_pk primary key (municipality_id, assessment_id, evidence_id),
  constraint assessment_evidence_evidence_id_fk foreign key (municipality_id, evidence_id)
    references evidence (municipality_id, id),
  constraint assessment_evidence_assessment_id_fk foreign key (municipality_id, assessment_id)
    references assessment (municipality_id, id)
);
create index assessment_evidence_evidence_id_ix on assessment_evidence (municipality_id, evidence_id);
create index assessment_evidence_assessment_id_ix on assessment_evidence (municipality_id, assessment_id);
select insyn_protect_tenant_table('assessment_evidence', 'select, insert, update, delete');

create table finding (
  municipality_id uuid not null,
  id uuid not null,
  follow_up_id uuid not null,
  kind text not null,
  severity text,
  title text not null,
  text text not null default '',
  legal_ground text,
  remedied text,
  position integer not null,
  version integer not null default 1,
  constraint finding_severity_of_deficiency_ck check ((kind = 'deficiency') = (severity is not null)),
  constraint finding_severity_ck check (severity in ('serious', 'minor')),
  constraint finding_kind_ck check (kind in ('deficiency', 'improvement-area', 'strength')),
  constraint finding_pk primary key (municipality_id, id),
  constraint finding_follow_up_id_fk foreign key (municipality_id, follow_up_id)
    references follow_up (municipality_id, id)
);
create index finding_follow_up_id_ix on finding (municipality_id, follow_up_id);
select insyn_protect_tenant_table('finding', 'select, insert, update, delete');

create table finding_clause (
  municipality_id uuid not null,
  finding_id uuid not null,
  clause_id uuid not null,
  constraint finding_clause_pk primary key (municipality_id, finding_id, clause_id),
  constraint finding_clause_clause_id_fk foreign key (municipality_id, clause_id)
    references clause (municipality_id, id),
  constraint finding_clause_finding_id_fk foreign key (municipality_id, finding_id)
    references finding (municipality_id, id)
);
create index finding_clause_clause_id_ix on finding_clause (municipality_id, clause_id);
create index finding_clause_finding_id_ix on finding_clause (municipality_id, finding_id);
select insyn_protect_tenant_table('finding_clause', 'select, insert, update, delete');

create table finding_evidence (
  municipality_id uuid not null,
  finding_id uuid not null,
  evidence_id uuid not null,
  constraint finding_evidence_pk primary key (municipality_id, finding_id, evidence_id),
  constraint finding_evidence_evidence_id_fk foreign key (municipality_id, evidence_id)
    references evidence (municipality_id, id),
  constraint finding_evidence_finding_id_fk foreign key (municipality_id, finding_id)
    references finding (municipality_id, id)
);
create index finding_evidence_evidence_id_ix on finding_evidence (municipality_id, evidence_id);
create index finding_evidence_finding_id_ix on finding_evidence (municipality_id, finding_id);
select insyn_protect_tenant_table('finding_evidence', 'select, insert, update, delete');

create table action (
  municipality_id uuid not null,
  id uuid not null,
  follow_up_id uuid not null,
  kind text not null,
  text text not null,
  due_date date,
  effect_measure text not null default '',
  state text not null,
  position integer not null,
  version integer not null default 1,
  constraint action_state_ck check (state in (
    'open', 'planned', 'reported-done', 'verified', 'remains', 'lapsed', 'withdrawn', 'answered', 'noted')),
  constraint action_kind_ck check (kind in ('requirement', 'recommendation')),
  constraint action_pk primary key (municipality_id, id),
  constraint action_follow_up_id_fk foreign key (municipality_id, follow_up_id)
    references follow_up (municipality_id, id)
);
create index action_follow_up_id_ix on action (municipality_id, follow_up_id);
select insyn_protect_tenant_table('action', 'select, insert, update, delete');

create table action_finding (
  municipality_id uuid not null,
  action_id uuid not null,
  finding_id uuid not null,
  constraint action_finding_pk primary key (municipality_id, action_id, finding_id),
  constraint action_finding_finding_id_fk foreign key (municipality_id, finding_id)
    references finding (municipality_id, id),
  constraint action_finding_action_id_fk foreign key (municipality_id, action_id)
    references action (municipality_id, id)
);
create index action_finding_finding_id_ix on action_finding (municipality_id, finding_id);
create index action_finding_action_id_ix on action_finding (municipality_id, action_id);
select insyn_protect_tenant_table('action_finding', 'select, insert, update, delete');

create table action_clause (
  municipality_id uuid not null,
  action_id uuid not null,
  clause_id uuid not null,
  constraint action_clause_pk primary key (municipality_id, action_id, clause_id),
  constraint action_clause_clause_id_fk foreign key (municipality_id, clause_id)
    references clause (municipality_id, id),
  constraint action_clause_action_id_fk foreign key (municipality_id, action_id)
    references action (municipality_id, id)
);
create index action_clause_clause_id_ix on action_clause (municipality_id, clause_id);
create index action_clause_action_id_ix on action_clause (municipality_id, action_id);
select insyn_protect_tenant_table('action_clause', 'select, insert, update, delete');

create table judgement (
  municipality_id uuid not null,
  id uuid not null,
  root_follow_up_id uuid not null,
  follow_up_id uuid not null,
  outcome text not null,
  proposed_outcome text not null,
  grounds jsonb not null,
  text text not null default '',
  departure_reason text,
  unmet_reasons jsonb not null default '[]',
  author_id uuid not null,
  content_version integer not null,
  status text not null,
  proposed_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  decided_on date,
  version integer not null default 1,
  constraint judgement_status_ck check (status in ('proposed', 'approved', 'returned')),
  constraint judgement_proposed_outcome_ck check (proposed_outcome in (
    'approved', 'approved-with-remarks', 'not-approved', 'cannot-be-judged')),
  constraint judgement_outcome_ck check (outcome in (
    'approved', 'approved-with-remarks', 'not-approved', 'cannot-be-judged')),
  constraint judgement_pk primary key (municipality_id, id),
  constraint judgement_decided_by_fk foreign key (decided_by) references account (id),
  constraint judgement_author_id_fk foreign key (author_id) references account (id),
  constraint judgement_follow_up_id_fk foreign key (municipality_id, follow_up_id)
    references follow_up (municipality_id, id),
  constraint judgement_root_follow_up_id_fk foreign key (municipality_id, root_follow_up_id)
    references follow_up (municipality_id, id)
);
create index judgement_decided_by_ix on judgement (decided_by);
create index judgement_author_id_ix on judgement (author_id);
create index judgement_follow_up_id_ix on judgement (municipality_id, follow_up_id);
create index judgement_root_follow_up_id_ix on judgement (municipality_id, root_follow_up_id);
select insyn_protect_tenant_table('judgement', 'select, insert, update');

create table return_comment (
  municipality_id uuid not null,
  id uuid not null,
  judgement_id uuid not null,
  follow_up_id uuid not null,
  place_kind text not null,
  place_id uuid,
  text text not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  constraint return_comment_pk primary key (municipality_id, id),
  constraint return_comment_created_by_fk foreign key (created_by) references account (id),
  constraint return_comment_follow_up_id_fk foreign key (municipality_id, follow_up_id)
    references follow_up (municipality_id, id),
  constraint return_comment_judgement_id_fk foreign key (municipality_id, judgement_id)
    references judgement (municipality_id, id)
);
create index return_comment_created_by_ix on return_comment (created_by);
create index return_comment_follow_up_id_ix on return_comment (municipality_id, follow_up_id);
create index return_comment_judgement_id_ix on return_comment (municipality_id, judgement_id);
select insyn_protect_tenant_table('return_comment', 'select, insert');

create table conflict_declaration (
  municipality_id uuid not null,
  follow_up_id uuid not null,
  account_id uuid not null,
  has_conflict boolean not null,
  declared_at timestamptz not null default now(),
  constraint conflict_declaration_pk primary key (municipality_id, follow_up_id, account_id),
  constraint conflict_declaration_account_id_fk foreign key (account_id) references account (id),
  constraint conflict_declaration_follow_up_id_fk foreign key (municipality_id, follow_up_id)
    references follow_up (municipality_id, id)
);
create index conflict_declaration_account_id_ix on conflict_declaration (account_id);
create index conflict_declaration_follow_up_id_ix on conflict_declaration (municipality_id, follow_up_id);
select insyn_protect_tenant_table('conflict_declaration', 'select, insert, update');
`;

const DOWN = `
drop table conflict_declaration;
drop table return_comment;
drop table judgement;
drop table action_clause;
drop table action_finding;
drop table action;
drop table finding_evidence;
drop table finding_clause;
drop table finding;
drop table assessment_evidence;
drop table assessment_clause;
drop table assessment;
drop table figure;
drop table attachment;
drop table reviewed_file;
drop table document_review;
drop table meeting_participant;
drop table meeting;
drop table evidence;
drop table follow_up_transition;
drop table follow_up_clause;
drop table follow_up_team_member;
drop table follow_up;
`;
