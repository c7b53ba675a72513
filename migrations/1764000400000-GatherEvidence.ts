import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is gathered from both sides: question sets, information requests with their answers, the provider's door, planned
 * meetings, observations, interviews, signals, the documents that are drawn up, and mail.
 */
export class GatherEvidence1764000400000 implements MigrationInterface {
  public readonly name = 'GatherEvidence1764000400000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(PROVIDER_DOOR);
    await queryRunner.query(QUESTION_SETS);
    await queryRunner.query(DOCUMENTS_AND_MAIL);
    await queryRunner.query(REQUESTS);
    await queryRunner.query(MEETINGS_AND_VISITS);
    await queryRunner.query(SIGNALS);
    await queryRunner.query(QUEUES);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}

// The provider's role sees rows of the providers that the person belongs to: app.provider holds their ids as an array.
const PROVIDER_DOOR = `
create function insyn_open_to_provider(p_table regclass, p_privileges text) returns void
language plpgsql
as $$
declare
  privilege text;
begin
  foreach privilege in array string_to_array(replace(lower(p_privileges), ' ', ''), ',') loop
    if privilege not in ('select', 'insert', 'update', 'delete') then
      raise exception 'insyn_open_to_provider: % is not a privilege', privilege;
    end if;
  end loop;
  execute format(
    'create policy provider on %s for all to insyn_provider '
    'using (provider_id = any ((select nullif(current_setting(''app.provider'', true), '''')::uuid[])::uuid[])) '
    'with check (provider_id = any ((select nullif(current_setting(''app.provider'', true), '''')::uuid[])::uuid[]) '
    'and municipality_id = (select nullif(current_setting(''app.municipality'', true), '''')::uuid))', p_table);
  execute format('grant %s on %s to insyn_provider', p_privileges, p_table);
end
$$;
revoke execute on function insyn_open_to_provider(regclass, text) from public;

alter table municipality add column demo boolean not null default false;

alter table membership add column is_primary boolean not null default false;
alter table membership add constraint membership_primary_ck check (not is_primary or role = 'provider');
create unique index membership_primary_uq on membership (provider_id) where is_primary;
create index membership_provider_ix on membership (provider_id);
alter table membership add constraint membership_provider_fk foreign key (provider_id) references provider (id);
grant insert, update, delete on membership to insyn_auth;
create policy auth_writes on membership for all to insyn_auth using (role = 'provider') with check (role = 'provider');
create policy provider on membership for select to insyn_provider
  using (provider_id = any ((select nullif(current_setting('app.provider', true), '')::uuid[])::uuid[]));
grant select on membership to insyn_provider;
create policy provider_colleagues on account for select to insyn_provider
  using (id in (select account_id from membership));
grant select (id, email, name) on account to insyn_provider;
grant select on provider to insyn_auth;
create policy provider_answers on idempotency_key for all to insyn_provider
  using (account_id = (select nullif(current_setting('app.account', true), '')::uuid))
  with check (account_id = (select nullif(current_setting('app.account', true), '')::uuid)
    and municipality_id = (select nullif(current_setting('app.municipality', true), '')::uuid));
grant select, insert, update on idempotency_key to insyn_provider;
grant execute on function append_event(uuid, timestamptz, text, text, uuid, uuid, jsonb) to insyn_auth;
`;

const QUESTION_SETS = `
create table question_set (
  municipality_id uuid not null,
  id uuid not null,
  name text not null,
  service_type text not null,
  archived boolean not null default false,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  constraint question_set_pk primary key (municipality_id, id),
  constraint question_set_created_by_fk foreign key (created_by) references account (id),
  constraint question_set_municipality_id_fk foreign key (municipality_id) references municipality (id)
);
create index question_set_created_by_ix on question_set (created_by);
select insyn_protect_tenant_table('question_set', 'select, insert, update');

create table question_set_version (
  municipality_id uuid not null,
  id uuid not null,
  question_set_id uuid not null,
  number integer not null,
  questions jsonb not null,
  frozen boolean not null default false,
  updated_by uuid not null,
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  constraint question_set_version_question_set_id_number_uq unique (municipality_id, question_set_id, number),
  constraint question_set_version_pk primary key (municipality_id, id),
  constraint question_set_version_updated_by_fk foreign key (updated_by) references account (id),
  constraint question_set_version_question_set_id_fk foreign key (municipality_id, question_set_id)
    references question_set (municipality_id, id)
);
create index question_set_version_updated_by_ix on question_set_version (updated_by);
create index question_set_version_question_set_id_ix on question_set_version (municipality_id, question_set_id);
select insyn_protect_tenant_table('question_set_version', 'select, insert, update, delete');

create function insyn_refuse_change_of_frozen() returns trigger
language plpgsql
as $$
begin
  if old.frozen then
    raise exception 'A version that has been sent never changes.' using errcode = 'insufficient_privilege';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger question_set_version_stays before update or delete on question_set_version
  for each row execute function insyn_refuse_change_of_frozen();
`;

const DOCUMENTS_AND_MAIL = `
create table issued_document (
  municipality_id uuid not null,
  id uuid not null,
  follow_up_id uuid not null,
  provider_id uuid,
  kind text not null,
  subject_id uuid not null,
  title text not null,
  content jsonb not null,
  seal text not null,
  record_id uuid,
  pdf_sha256 text,
  pdf_size integer,
  rendered_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  constraint issued_document_kind_ck check (kind in ('information-letter', 'receipt', 'minutes')),
  constraint issued_document_pk primary key (municipality_id, id),
  constraint issued_document_created_by_fk foreign key (created_by) references account (id),
  constraint issued_document_provider_id_fk foreign key (provider_id) references provider (id),
  constraint issued_document_record_id_fk foreign key (municipality_id, record_id)
    references record (municipality_id, id),
  constraint issued_document_follow_up_id_fk foreign key (municipality_id, follow_up_id)
    references follow_up (municipality_id, id)
);
create index issued_document_created_by_ix on issued_document (created_by);
create index issued_document_provider_id_ix on issued_document (provider_id);
create index issued_document_record_id_ix on issued_document (municipality_id, record_id);
create index issued_document_follow_up_id_ix on issued_document (municipality_id, follow_up_id);
create index issued_document_subject_ix on issued_document (municipality_id, subject_id);
select insyn_protect_tenant_table('issued_document', 'select, insert, update');
select insyn_open_to_provider('issued_document', 'select, insert');

create table mail (
  municipality_id uuid not null,
  id uuid not null,
  kind text not null,
  to_address text,
  to_name text not null default '',
  to_account_id uuid,
  subject text not null,
  text text not null,
  secret text,
  attachments jsonb not null default '[]',
  follow_up_id uuid,
  provider_id uuid,
  state text not null default 'waiting',
  attempts integer not null default 0,
  last_error text,
  handed_over_at timestamptz,
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  constraint mail_to_ck check ((to_address is null) <> (to_account_id is null)),
  constraint mail_state_ck check (state in ('waiting', 'sent', 'failed', 'uncertain')),
  constraint mail_kind_ck check (kind in (
    'invitation', 'information-request', 'reminder', 'extension-decision', 'answers-returned', 'answers-received', 'meeting-invitation')),
  constraint mail_pk primary key (municipality_id, id),
  constraint mail_provider_id_fk foreign key (provider_id) references provider (id),
  constraint mail_to_account_id_fk foreign key (to_account_id) references account (id),
  constraint mail_municipality_id_fk foreign key (municipality_id) references municipality (id),
  constraint mail_follow_up_id_fk foreign key (municipality_id, follow_up_id)
    references follow_up (municipality_id, id)
);
create index mail_provider_id_ix on mail (provider_id);
create index mail_to_account_id_ix on mail (to_account_id);
create index mail_follow_up_id_ix on mail (municipality_id, follow_up_id);
create index mail_created_ix on mail (municipality_id, created_at desc, id desc);
select insyn_protect_tenant_table('mail', 'select, insert, update');
select insyn_open_to_provider('mail', 'insert');
`;

const REQUESTS = `
create table request_round (
  municipality_id uuid not null,
  id uuid not null,
  committee_id uuid not null,
  name text not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  constraint request_round_pk primary key (municipality_id, id),
  constraint request_round_created_by_fk foreign key (created_by) references account (id),
  constraint request_round_committee_id_fk foreign key (municipality_id, committee_id)
    references committee (municipality_id, id)
);
create index request_round_created_by_ix on request_round (created_by);
create index request_round_committee_id_ix on request_round (municipality_id, committee_id);
select insyn_protect_tenant_table('request_round', 'select, insert');

create table information_request (
  municipality_id uuid not null,
  id uuid not null,
  follow_up_id uuid not null,
  provider_id uuid not null,
  round_id uuid,
  question_set_version_id uuid not null,
  evidence_id uuid not null,
  title text not null,
  letter jsonb not null,
  questions jsonb not null,
  wanted_documents jsonb not null default '[]',
  state text not null,
  sent_on date not null,
  due date not null,
  read_at timestamptz,
  read_by uuid,
  started_at timestamptz,
  answered_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  constraint information_request_due_ck check (due > sent_on),
  constraint information_request_state_ck check (state in (
    'sent', 'answering', 'answered', 'returned', 'closed', 'withdrawn')),
  constraint information_request_pk primary key (municipality_id, id),
  constraint information_request_created_by_fk foreign key (created_by) references account (id),
  constraint information_request_read_by_fk foreign key (read_by) references account (id),
  constraint information_request_provider_id_fk foreign key (provider_id) references provider (id),
  constraint information_request_evidence_id_fk foreign key (municipality_id, evidence_id)
    references evidence (municipality_id, id),
  constraint information_request_question_set_version_id_fk foreign key (municipality_id, question_set_version_id)
    references question_set_version (municipality_id, id),
  constraint information_request_round_id_fk foreign key (municipality_id, round_id)
    references request_round (municipality_id, id),
  constraint information_request_follow_up_id_fk foreign key (municipality_id, follow_up_id)
    references follow_up (municipality_id, id)
);
create index information_request_created_by_ix on information_request (created_by);
create index information_request_read_by_ix on information_request (read_by);
create index information_request_provider_id_ix on information_request (provider_id);
create index information_request_evidence_id_ix on information_request (municipality_id, evidence_id);
create index information_request_question_set_version_id_ix on information_request (municipality_id, question_set_version_id);
create index information_request_round_id_ix on information_request (municipality_id, round_id);
create index information_request_follow_up_id_ix on information_request (municipality_id, follow_up_id);
create index information_request_due_ix on information_request (municipality_id, due);
select insyn_protect_tenant_table('information_request', 'select, insert, update');
select insyn_open_to_provider('information_request', 'select');
grant update (state, read_at, read_by, started_at, answered_at, version) on information_request to insyn_provider;

create table request_contact (
  municipality_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  provider_id uuid not null,
  name text not null,
  email text not null,
  constraint request_contact_pk primary key (municipality_id, id),
  constraint request_contact_provider_id_fk foreign key (provider_id) references provider (id),
  constraint request_contact_request_id_fk foreign key (municipality_id, request_id)
    references information_request (municipality_id, id)
);
create index request_contact_provider_id_ix on request_contact (provider_id);
create index request_contact_request_id_ix on request_contact (municipality_id, request_id);
select insyn_protect_tenant_table('request_contact', 'select, insert');
select insyn_open_to_provider('request_contact', 'select');

create table answer (
  municipality_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  provider_id uuid not null,
  question_id text not null,
  value jsonb,
  comment text not null default '',
  source text not null,
  source_note text not null default '',
  changed_by uuid not null,
  changed_at timestamptz not null default now(),
  version integer not null default 1,
  constraint answer_request_id_question_id_uq unique (municipality_id, request_id, question_id),
  constraint answer_source_ck check (source in ('provider', 'on-behalf', 'file', 'earlier')),
  constraint answer_pk primary key (municipality_id, id),
  constraint answer_changed_by_fk foreign key (changed_by) references account (id),
  constraint answer_provider_id_fk foreign key (provider_id) references provider (id),
  constraint answer_request_id_fk foreign key (municipality_id, request_id)
    references information_request (municipality_id, id)
);
create index answer_changed_by_ix on answer (changed_by);
create index answer_provider_id_ix on answer (provider_id);
create index answer_request_id_ix on answer (municipality_id, request_id);
select insyn_protect_tenant_table('answer', 'select, insert, update');
select insyn_open_to_provider('answer', 'select, insert, update');

create table answer_file (
  municipality_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  provider_id uuid not null,
  question_id text,
  wanted_document_id text,
  file_name text not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null default now(),
  removed_at timestamptz,
  constraint answer_file_place_ck check ((question_id is null) <> (wanted_document_id is null)),
  constraint answer_file_pk primary key (municipality_id, id),
  constraint answer_file_uploaded_by_fk foreign key (uploaded_by) references account (id),
  constraint answer_file_provider_id_fk foreign key (provider_id) references provider (id),
  constraint answer_file_request_id_fk foreign key (municipality_id, request_id)
    references information_request (municipality_id, id)
);
create index answer_file_uploaded_by_ix on answer_file (uploaded_by);
create index answer_file_provider_id_ix on answer_file (provider_id);
create index answer_file_request_id_ix on answer_file (municipality_id, request_id);
select insyn_protect_tenant_table('answer_file', 'select, insert, update');
select insyn_open_to_provider('answer_file', 'select, insert, update');

create table answer_submission (
  municipality_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  provider_id uuid not null,
  number integer not null,
  submitted_by uuid not null,
  submitted_at timestamptz not null,
  late boolean not null,
  on_behalf boolean not null,
  content jsonb not null,
  seal text not null,
  constraint answer_submission_request_id_number_uq unique (municipality_id, request_id, number),
  constraint answer_submission_pk primary key (municipality_id, id),
  constraint answer_submission_submitted_by_fk foreign key (submitted_by) references account (id),
  constraint answer_submission_provider_id_fk foreign key (provider_id) references provider (id),
  constraint answer_submission_request_id_fk foreign key (municipality_id, request_id)
    references information_request (municipality_id, id)
);
create index answer_submission_submitted_by_ix on answer_submission (submitted_by);
create index answer_submission_provider_id_ix on answer_submission (provider_id);
create index answer_submission_request_id_ix on answer_submission (municipality_id, request_id);
select insyn_protect_tenant_table('answer_submission', 'select, insert');
select insyn_open_to_provider('answer_submission', 'select, insert');

create table returned_question (
  municipality_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  provider_id uuid not null,
  submission_id uuid not null,
  question_id text not null,
  comment text not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  constraint returned_question_submission_id_question_id_uq unique (municipality_id, submission_id, question_id),
  constraint returned_question_pk primary key (municipality_id, id),
  constraint returned_question_created_by_fk foreign key (created_by) references account (id),
  constraint returned_question_provider_id_fk foreign key (provider_id) references provider (id),
  constraint returned_question_submission_id_fk foreign key (municipality_id, submission_id)
    references answer_submission (municipality_id, id),
  constraint returned_question_request_id_fk foreign key (municipality_id, request_id)
    references information_request (municipality_id, id)
);
create index returned_question_created_by_ix on returned_question (created_by);
create index returned_question_provider_id_ix on returned_question (provider_id);
create index returned_question_submission_id_ix on returned_question (municipality_id, submission_id);
create index returned_question_request_id_ix on returned_question (municipality_id, request_id);
select insyn_protect_tenant_table('returned_question', 'select, insert');
select insyn_open_to_provider('returned_question', 'select');

create table due_extension (
  municipality_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  provider_id uuid not null,
  wanted_due date not null,
  reason text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  decision text,
  new_due date,
  decision_reason text not null default '',
  decided_by uuid,
  decided_at timestamptz,
  version integer not null default 1,
  constraint due_extension_decision_ck check (decision in ('granted', 'refused')),
  constraint due_extension_granted_ck check ((decision = 'granted') = (new_due is not null) or decision is null),
  constraint due_extension_pk primary key (municipality_id, id),
  constraint due_extension_decided_by_fk foreign key (decided_by) references account (id),
  constraint due_extension_asked_by_fk foreign key (asked_by) references account (id),
  constraint due_extension_provider_id_fk foreign key (provider_id) references provider (id),
  constraint due_extension_request_id_fk foreign key (municipality_id, request_id)
    references information_request (municipality_id, id)
);
create unique index due_extension_waiting_uq on due_extension (municipality_id, request_id) where decision is null;
create index due_extension_decided_by_ix on due_extension (decided_by);
create index due_extension_asked_by_ix on due_extension (asked_by);
create index due_extension_provider_id_ix on due_extension (provider_id);
create index due_extension_request_id_ix on due_extension (municipality_id, request_id);
select insyn_protect_tenant_table('due_extension', 'select, insert, update');
select insyn_open_to_provider('due_extension', 'select, insert');

create table provider_invitation (
  municipality_id uuid not null,
  id uuid not null,
  provider_id uuid not null,
  request_id uuid,
  email text not null,
  name text not null,
  token_hash bytea not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid,
  revoked_at timestamptz,
  invited_by uuid not null,
  created_at timestamptz not null default now(),
  constraint provider_invitation_token_hash_uq unique (token_hash),
  constraint provider_invitation_email_ck check (email = lower(email) and length(email) <= 254),
  constraint provider_invitation_pk primary key (municipality_id, id),
  constraint provider_invitation_invited_by_fk foreign key (invited_by) references account (id),
  constraint provider_invitation_used_by_fk foreign key (used_by) references account (id),
  constraint provider_invitation_provider_id_fk foreign key (provider_id) references provider (id),
  constraint provider_invitation_request_id_fk foreign key (municipality_id, request_id)
    references information_request (municipality_id, id),
  constraint provider_invitation_municipality_id_fk foreign key (municipality_id) references municipality (id)
);
create index provider_invitation_invited_by_ix on provider_invitation (invited_by);
create index provider_invitation_used_by_ix on provider_invitation (used_by);
create index provider_invitation_provider_id_ix on provider_invitation (provider_id);
create index provider_invitation_request_id_ix on provider_invitation (municipality_id, request_id);
select insyn_protect_tenant_table('provider_invitation', 'select, insert, update');
select insyn_open_to_provider('provider_invitation', 'select, insert, update');
create policy auth_accepts on provider_invitation for all to insyn_auth using (true) with check (true);
grant select, update on provider_invitation to insyn_auth;

-- What has been reminded of: once for a subject, its due date and the distance to it (R3).
create table deadline_reminder (
  municipality_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  due date not null,
  days_before integer not null,
  reminded_on date not null,
  constraint deadline_reminder_pk primary key (municipality_id, subject_kind, subject_id, due, days_before),
  constraint deadline_reminder_municipality_id_fk foreign key (municipality_id) references municipality (id)
);
select insyn_protect_tenant_table('deadline_reminder', 'select, insert');
`;

const MEETINGS_AND_VISITS = `
alter table evidence drop constraint evidence_kind_ck;
alter table evidence add constraint evidence_kind_ck check (kind in (
  'meeting', 'document-review', 'document', 'observation', 'interview', 'signal', 'information-request'));

alter table meeting add column state text not null default 'held';
alter table meeting add column starts_at timestamptz;
alter table meeting add column ends_at timestamptz;
alter table meeting add column place text not null default '';
alter table meeting add column link text not null default '';
alter table meeting add column sequence integer not null default 0;
alter table meeting add column invited_at timestamptz;
alter table meeting add constraint meeting_state_ck check (state in ('planned', 'held', 'cancelled'));
alter table meeting add constraint meeting_time_ck check (
  (starts_at is null) = (ends_at is null) and (ends_at is null or ends_at > starts_at));
alter table meeting_participant add column email text;
alter table meeting_participant add column attended boolean;

create table meeting_agenda_item (
  municipality_id uuid not null,
  id uuid not null,
  evidence_id uuid not null,
  position integer not null,
  text text not null,
  clause_id uuid,
  constraint meeting_agenda_item_pk primary key (municipality_id, id),
  constraint meeting_agenda_item_clause_id_fk foreign key (municipality_id, clause_id)
    references clause (municipality_id, id),
  constraint meeting_agenda_item_evidence_id_fk foreign key (municipality_id, evidence_id)
    references evidence (municipality_id, id)
);
create index meeting_agenda_item_clause_id_ix on meeting_agenda_item (municipality_id, clause_id);
create index meeting_agenda_item_evidence_id_ix on meeting_agenda_item (municipality_id, evidence_id);
select insyn_protect_tenant_table('meeting_agenda_item', 'select, insert, update, delete');

-- The id is made where the note is written, so that a note that is sent twice is one note.
create table meeting_note (
  municipality_id uuid not null,
  id uuid not null,
  evidence_id uuid not null,
  agenda_item_id uuid,
  text text not null,
  author_id uuid not null,
  written_at timestamptz not null,
  received_at timestamptz not null,
  removed_at timestamptz,
  version integer not null default 1,
  constraint meeting_note_pk primary key (municipality_id, id),
  constraint meeting_note_author_id_fk foreign key (author_id) references account (id),
  constraint meeting_note_evidence_id_fk foreign key (municipality_id, evidence_id)
    references evidence (municipality_id, id)
);
create index meeting_note_author_id_ix on meeting_note (author_id);
create index meeting_note_evidence_id_ix on meeting_note (municipality_id, evidence_id);
select insyn_protect_tenant_table('meeting_note', 'select, insert, update, delete');

create table observation (
  municipality_id uuid not null,
  evidence_id uuid not null,
  place text not null,
  situation text not null,
  minutes integer,
  constraint observation_minutes_ck check (minutes between 1 and 1440),
  constraint observation_pk primary key (municipality_id, evidence_id),
  constraint observation_evidence_id_fk foreign key (municipality_id, evidence_id)
    references evidence (municipality_id, id)
);
create index observation_evidence_id_ix on observation (municipality_id, evidence_id);
select insyn_protect_tenant_table('observation', 'select, insert, update, delete');

create table interview (
  municipality_id uuid not null,
  evidence_id uuid not null,
  respondents text not null,
  persons integer not null,
  form text not null,
  constraint interview_persons_ck check (persons between 1 and 500),
  constraint interview_form_ck check (form in ('on-site', 'phone', 'digital')),
  constraint interview_respondents_ck check (respondents in (
    'customer', 'relative', 'representative', 'staff', 'management')),
  constraint interview_pk primary key (municipality_id, evidence_id),
  constraint interview_evidence_id_fk foreign key (municipality_id, evidence_id)
    references evidence (municipality_id, id)
);
create index interview_evidence_id_ix on interview (municipality_id, evidence_id);
select insyn_protect_tenant_table('interview', 'select, insert, update, delete');
`;

const SIGNALS = `
create table signal (
  municipality_id uuid not null,
  id uuid not null,
  committee_id uuid not null,
  unit_id uuid not null,
  provider_id uuid not null,
  kind text not null,
  state text not null default 'open',
  received_on date not null,
  title text not null,
  text text not null default '',
  source text not null default '',
  from_provider boolean not null default false,
  follow_up_id uuid,
  evidence_id uuid,
  handled_text text not null default '',
  handled_on date,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  constraint signal_state_ck check (state in ('open', 'handled')),
  constraint signal_kind_ck check (kind in ('complaint', 'deviation', 'lex-sarah', 'ivo-decision', 'tip')),
  constraint signal_pk primary key (municipality_id, id),
  constraint signal_created_by_fk foreign key (created_by) references account (id),
  constraint signal_provider_id_fk foreign key (provider_id) references provider (id),
  constraint signal_evidence_id_fk foreign key (municipality_id, evidence_id)
    references evidence (municipality_id, id),
  constraint signal_follow_up_id_fk foreign key (municipality_id, follow_up_id)
    references follow_up (municipality_id, id),
  constraint signal_unit_id_fk foreign key (municipality_id, unit_id) references unit (municipality_id, id),
  constraint signal_committee_id_fk foreign key (municipality_id, committee_id)
    references committee (municipality_id, id)
);
create index signal_created_by_ix on signal (created_by);
create index signal_provider_id_ix on signal (provider_id);
create index signal_evidence_id_ix on signal (municipality_id, evidence_id);
create index signal_follow_up_id_ix on signal (municipality_id, follow_up_id);
create index signal_unit_id_ix on signal (municipality_id, unit_id);
create index signal_committee_id_ix on signal (municipality_id, committee_id);
select insyn_protect_tenant_table('signal', 'select, insert, update');

create table signal_reader (
  municipality_id uuid not null,
  signal_id uuid not null,
  account_id uuid not null,
  constraint signal_reader_pk primary key (municipality_id, signal_id, account_id),
  constraint signal_reader_account_id_fk foreign key (account_id) references account (id),
  constraint signal_reader_signal_id_fk foreign key (municipality_id, signal_id)
    references signal (municipality_id, id)
);
create index signal_reader_account_id_ix on signal_reader (account_id);
create index signal_reader_signal_id_ix on signal_reader (municipality_id, signal_id);
select insyn_protect_tenant_table('signal_reader', 'select, insert, delete');

-- Lex Sarah is for those named, whatever a query forgets.
create policy lex_sarah on signal as restrictive for select to insyn_staff
  using (kind <> 'lex-sarah' or exists (
    select 1 from signal_reader r
    where r.municipality_id = signal.municipality_id and r.signal_id = signal.id
      and r.account_id = (select nullif(current_setting('app.account', true), '')::uuid)));

-- A provider hands in its own lex Sarah reports and sees those.
create policy provider on signal for all to insyn_provider
  using (from_provider and provider_id = any ((select nullif(current_setting('app.provider', true), '')::uuid[])::uuid[]))
  with check (from_provider and kind = 'lex-sarah'
    and provider_id = any ((select nullif(current_setting('app.provider', true), '')::uuid[])::uuid[])
    and municipality_id = (select nullif(current_setting('app.municipality', true), '')::uuid));
grant select (municipality_id, id, provider_id, unit_id, kind, received_on, title, text, from_provider, created_by, created_at), insert
  on signal to insyn_provider;

-- Who in a committee is told of a lex Sarah report from a provider, and named as its reader.
create table lex_sarah_recipient (
  municipality_id uuid not null,
  committee_id uuid not null,
  account_id uuid not null,
  constraint lex_sarah_recipient_pk primary key (municipality_id, committee_id, account_id),
  constraint lex_sarah_recipient_account_id_fk foreign key (account_id) references account (id),
  constraint lex_sarah_recipient_committee_id_fk foreign key (municipality_id, committee_id)
    references committee (municipality_id, id)
);
create index lex_sarah_recipient_account_id_ix on lex_sarah_recipient (account_id);
create index lex_sarah_recipient_committee_id_ix on lex_sarah_recipient (municipality_id, committee_id);
select insyn_protect_tenant_table('lex_sarah_recipient', 'select, insert, delete');
`;

const QUEUES = `
select pgboss.create_queue('send-mail', jsonb_build_object(
  'policy', 'standard', 'retryLimit', 14, 'retryDelay', 5, 'retryBackoff', true, 'retryDelayMax', 3600, 'expireInSeconds', 120));
select pgboss.create_queue('render-document', jsonb_build_object(
  'policy', 'standard', 'retryLimit', 5, 'retryDelay', 2, 'retryBackoff', true, 'expireInSeconds', 120));
select pgboss.create_queue('send-reminders', jsonb_build_object(
  'policy', 'standard', 'retryLimit', 5, 'retryDelay', 60, 'retryBackoff', true, 'expireInSeconds', 600));
select pgboss.create_queue('receive-answers', jsonb_build_object(
  'policy', 'standard', 'retryLimit', 8, 'retryDelay', 2, 'retryBackoff', true, 'expireInSeconds', 120));
select pgboss.create_queue('receive-signal', jsonb_build_object(
  'policy', 'standard', 'retryLimit', 8, 'retryDelay', 2, 'retryBackoff', true, 'expireInSeconds', 120));
`;

const DOWN = `
select pgboss.delete_queue('receive-signal');
select pgboss.delete_queue('receive-answers');
select pgboss.delete_queue('send-reminders');
select pgboss.delete_queue('render-document');
select pgboss.delete_queue('send-mail');
drop table lex_sarah_recipient;
drop policy lex_sarah on signal;
drop table signal_reader;
drop table signal;
drop table interview;
drop table observation;
drop table meeting_note;
drop table meeting_agenda_item;
alter table meeting_participant drop column attended;
alter table meeting_participant drop column email;
alter table meeting drop constraint meeting_time_ck;
alter table meeting drop constraint meeting_state_ck;
alter table meeting drop column invited_at;
alter table meeting drop column sequence;
alter table meeting drop column link;
alter table meeting drop column place;
alter table meeting drop column ends_at;
alter table meeting drop column starts_at;
alter table meeting drop column state;
drop table deadline_reminder;
drop table provider_invitation;
drop table due_extension;
drop table returned_question;
drop table answer_submission;
drop table answer_file;
drop table answer;
drop table request_contact;
drop table information_request;
drop table request_round;
drop table mail;
drop table issued_document;
drop table question_set_version;
drop function insyn_refuse_change_of_frozen();
drop table question_set;
delete from finding_evidence using evidence e
  where e.municipality_id = finding_evidence.municipality_id and e.id = finding_evidence.evidence_id and e.kind = 'information-request';
delete from assessment_evidence using evidence e
  where e.municipality_id = assessment_evidence.municipality_id and e.id = assessment_evidence.evidence_id and e.kind = 'information-request';
delete from evidence where kind = 'information-request';
alter table evidence drop constraint evidence_kind_ck;
alter table evidence add constraint evidence_kind_ck check (kind in (
  'meeting', 'document-review', 'document', 'observation', 'interview', 'signal'));
revoke execute on function append_event(uuid, timestamptz, text, text, uuid, uuid, jsonb) from insyn_auth;
revoke select, insert, update on idempotency_key from insyn_provider;
drop policy provider_answers on idempotency_key;
revoke select on provider from insyn_auth;
revoke select (id, email, name) on account from insyn_provider;
drop policy provider_colleagues on account;
revoke select on membership from insyn_provider;
drop policy provider on membership;
drop policy auth_writes on membership;
revoke insert, update, delete on membership from insyn_auth;
alter table membership drop constraint membership_provider_fk;
drop index membership_provider_ix;
drop index membership_primary_uq;
alter table membership drop constraint membership_primary_ck;
alter table membership drop column is_primary;
alter table municipality drop column demo;
drop function insyn_open_to_provider(regclass, text);
`;
