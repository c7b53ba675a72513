import type { MigrationInterface, QueryRunner } from 'typeorm';
import { QUEUE_SCHEMA } from './queue-schema.js';

/**
 * The ground everything stands on: the five roles of the doors, the tenant and its committees, people and sessions, the
 * history that nobody can alter, idempotency keys, and the queue. Every function that runs with the owner's rights has a
 * fixed search_path.
 */
export class CreateFoundation1764000000000 implements MigrationInterface {
  public readonly name = 'CreateFoundation1764000000000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(ROLES);
    await queryRunner.query(TENANT_PROTECTION);
    await queryRunner.query(TENANTS);
    await queryRunner.query(PEOPLE);
    await queryRunner.query(HISTORY);
    await queryRunner.query(IDEMPOTENCY);
    await queryRunner.query(QUEUE_SCHEMA);
    await queryRunner.query(QUEUE);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}

// Roles belong to the whole server, so they may be there already; they own nothing and cannot sign in by themselves.
const ROLES = `
do $$
declare
  role_name text;
begin
  foreach role_name in array array['insyn_staff', 'insyn_provider', 'insyn_public', 'insyn_auth', 'insyn_jobs'] loop
    if not exists (select 1 from pg_roles where rolname = role_name) then
      execute format('create role %I nologin noinherit nobypassrls', role_name);
    end if;
  end loop;
end
$$;
revoke create on schema public from public;
grant usage on schema public to insyn_staff, insyn_provider, insyn_public, insyn_auth, insyn_jobs;
`;

const TENANT_PROTECTION = `
create function insyn_municipality() returns uuid
language sql stable parallel safe
as $$ select nullif(current_setting('app.municipality', true), '')::uuid $$;

-- Turns on forced row-level security with one policy for the tenant's roles and one for the owner, and grants the
-- staff and jobs roles what is asked for, e.g. 'select, insert, update, delete'.
create function insyn_protect_tenant_table(p_table regclass, p_privileges text, p_column text default 'municipality_id')
returns void
language plpgsql
as $$
declare
  privilege text;
begin
  foreach privilege in array string_to_array(replace(lower(p_privileges), ' ', ''), ',') loop
    if privilege not in ('select', 'insert', 'update', 'delete') then
      raise exception 'insyn_protect_tenant_table: % is not a privilege', privilege;
    end if;
  end loop;
  execute format('alter table %s enable row level security', p_table);
  execute format('alter table %s force row level security', p_table);
  execute format(
    'create policy tenant on %s for all to insyn_staff, insyn_jobs '
    'using (%I = (select nullif(current_setting(''app.municipality'', true), '''')::uuid)) '
    'with check (%I = (select nullif(current_setting(''app.municipality'', true), '''')::uuid))',
    p_table, p_column, p_column);
  execute format('create policy owner on %s for all to %I using (true) with check (true)', p_table, current_user);
  execute format('grant %s on %s to insyn_staff, insyn_jobs', p_privileges, p_table);
end
$$;
revoke execute on function insyn_protect_tenant_table(regclass, text, text) from public;

create function insyn_refuse_change() returns trigger
language plpgsql
as $$
begin
  raise exception 'Rows of % can only be added.', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
`;

const TENANTS = `
create table municipality (
  id uuid not null,
  name text not null,
  slug text not null,
  questionnaire_days integer not null default 14,
  fact_check_days integer not null default 14,
  action_plan_days integer not null default 30,
  recheck_months integer not null default 3,
  small_number_threshold integer not null default 5,
  letterhead text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint municipality_pk primary key (id),
  constraint municipality_slug_uq unique (slug),
  constraint municipality_slug_ck check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint municipality_days_ck check (
    questionnaire_days between 1 and 365 and fact_check_days between 1 and 365 and action_plan_days between 1 and 365
    and recheck_months between 1 and 36 and small_number_threshold between 1 and 20)
);
select insyn_protect_tenant_table('municipality', 'select, update', 'id');
create policy auth_reads on municipality for select to insyn_auth using (true);
grant select on municipality to insyn_auth;
-- A job that works for every tenant lists them first; their names are no secret.
create policy jobs_list on municipality for select to insyn_jobs using (true);

create table committee (
  municipality_id uuid not null,
  id uuid not null,
  name text not null,
  prefix text not null,
  case_number_pattern text not null default '{prefix}/{year}/{number:4}',
  classification text,
  version integer not null default 1,
  constraint committee_pk primary key (municipality_id, id),
  constraint committee_municipality_fk foreign key (municipality_id) references municipality (id),
  constraint committee_prefix_uq unique (municipality_id, prefix),
  constraint committee_prefix_ck check (prefix ~ '^[A-ZÅÄÖ]{2,6}$')
);
select insyn_protect_tenant_table('committee', 'select, insert, update');
create policy auth_reads on committee for select to insyn_auth using (true);
grant select on committee to insyn_auth;

create table case_number_series (
  municipality_id uuid not null,
  committee_id uuid not null,
  year integer not null,
  last_number integer not null default 0,
  constraint case_number_series_pk primary key (municipality_id, committee_id, year),
  constraint case_number_series_committee_fk foreign key (municipality_id, committee_id)
    references committee (municipality_id, id),
  constraint case_number_series_year_ck check (year between 1990 and 2200)
);
select insyn_protect_tenant_table('case_number_series', 'select, insert, update');
`;

const PEOPLE = `
create table account (
  id uuid not null,
  email text not null,
  name text not null,
  title text,
  password_hash text,
  suspended_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint account_pk primary key (id),
  constraint account_email_ck check (email = lower(email) and length(email) <= 254)
);
create unique index account_email_uq on account (lower(email));

create table membership (
  id uuid not null,
  account_id uuid not null,
  municipality_id uuid,
  committee_id uuid,
  provider_id uuid,
  role text not null,
  created_at timestamptz not null default now(),
  constraint membership_pk primary key (id),
  constraint membership_account_fk foreign key (account_id) references account (id),
  constraint membership_municipality_fk foreign key (municipality_id) references municipality (id),
  constraint membership_committee_fk foreign key (municipality_id, committee_id)
    references committee (municipality_id, id),
  constraint membership_role_ck check (
    role in ('officer', 'manager', 'registrar', 'auditor', 'administrator', 'provider')),
  constraint membership_side_ck check (
    (role = 'provider' and provider_id is not null and municipality_id is null and committee_id is null)
    or (role <> 'provider' and provider_id is null and municipality_id is not null)),
  constraint membership_once_uq unique nulls not distinct (account_id, municipality_id, committee_id, provider_id, role)
);
create index membership_municipality_ix on membership (municipality_id, committee_id, account_id);
select insyn_protect_tenant_table('membership', 'select, insert, delete');
create policy auth_reads on membership for select to insyn_auth using (true);
grant select on membership to insyn_auth;

-- People are global; the staff of a municipality sees the names of its own people only, and nobody's password.
alter table account enable row level security;
alter table account force row level security;
create policy owner on account for all to current_user using (true) with check (true);
create policy auth on account for all to insyn_auth using (true) with check (true);
create policy colleagues on account for select to insyn_staff, insyn_jobs
  using (id in (select account_id from membership));
grant select (id, email, name, title, suspended_at, version, created_at) on account to insyn_staff, insyn_jobs;
grant select, insert, update on account to insyn_auth;

create table session (
  sid_hash bytea not null,
  account_id uuid not null,
  municipality_id uuid,
  data jsonb not null default '{}',
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  constraint session_pk primary key (sid_hash),
  constraint session_account_fk foreign key (account_id) references account (id),
  constraint session_municipality_fk foreign key (municipality_id) references municipality (id)
);
create index session_account_ix on session (account_id);
create index session_expires_ix on session (expires_at);
grant select, insert, update, delete on session to insyn_auth;

-- Attempts to sign in, by the hash of the address they came from or named; old rows are removed as new ones come.
create table sign_in_attempt (
  id bigint generated always as identity,
  key_hash bytea not null,
  at timestamptz not null,
  constraint sign_in_attempt_pk primary key (id)
);
create index sign_in_attempt_key_ix on sign_in_attempt (key_hash, at);
grant select, insert, delete on sign_in_attempt to insyn_auth;
`;

const HISTORY = `
create table event (
  municipality_id uuid not null,
  sequence bigint not null,
  id uuid not null,
  at timestamptz not null,
  account_id uuid,
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  follow_up_id uuid,
  digest bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint event_pk primary key (municipality_id, sequence),
  constraint event_id_uq unique (municipality_id, id),
  constraint event_municipality_fk foreign key (municipality_id) references municipality (id),
  constraint event_account_fk foreign key (account_id) references account (id)
);
create index event_follow_up_ix on event (municipality_id, follow_up_id, sequence);
create index event_subject_ix on event (municipality_id, subject_id, sequence);
create index event_account_ix on event (account_id);
select insyn_protect_tenant_table('event', 'select');

-- The values lie beside the chain, which holds their digest: lawful disposal removes them and leaves the proof.
create table event_value (
  municipality_id uuid not null,
  event_id uuid not null,
  content jsonb not null,
  constraint event_value_pk primary key (municipality_id, event_id),
  constraint event_value_event_fk foreign key (municipality_id, event_id) references event (municipality_id, id)
);
select insyn_protect_tenant_table('event_value', 'select');

-- Where the chain ends, so that a chain cut off at its end is noticed too. Its row is also the lock of the chain.
create table event_head (
  municipality_id uuid not null,
  sequence bigint not null default 0,
  hash bytea not null default decode(repeat('00', 32), 'hex'),
  constraint event_head_pk primary key (municipality_id),
  constraint event_head_municipality_fk foreign key (municipality_id) references municipality (id)
);
select insyn_protect_tenant_table('event_head', 'select');

create function insyn_event_hash(p_previous bytea, p_municipality uuid, p_sequence bigint, p_id uuid, p_at timestamptz,
  p_account uuid, p_kind text, p_subject_kind text, p_subject uuid, p_follow_up uuid, p_digest bytea)
returns bytea
language sql immutable parallel safe
as $$
  select sha256(p_previous || convert_to(jsonb_build_array(
    p_municipality, p_sequence, p_id, to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), p_account, p_kind,
    p_subject_kind, p_subject, p_follow_up, encode(p_digest, 'hex'))::text, 'UTF8'))
$$;

-- The only way into the history. The tenant and the person come from the transaction, never from an argument.
create function append_event(p_id uuid, p_at timestamptz, p_kind text, p_subject_kind text, p_subject uuid,
  p_follow_up uuid, p_content jsonb)
returns bigint
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  v_municipality uuid := nullif(current_setting('app.municipality', true), '')::uuid;
  v_account uuid := nullif(current_setting('app.account', true), '')::uuid;
  v_digest bytea := sha256(convert_to(p_content::text, 'UTF8'));
  v_head event_head;
  v_hash bytea;
begin
  if v_municipality is null then
    raise exception 'An event needs a municipality.' using errcode = 'insufficient_privilege';
  end if;
  insert into event_head (municipality_id) values (v_municipality) on conflict do nothing;
  select * into strict v_head from event_head where municipality_id = v_municipality for update;
  v_hash := insyn_event_hash(v_head.hash, v_municipality, v_head.sequence + 1, p_id, p_at, v_account, p_kind,
    p_subject_kind, p_subject, p_follow_up, v_digest);
  insert into event (municipality_id, sequence, id, at, account_id, kind, subject_kind, subject_id, follow_up_id, digest,
    previous_hash, hash)
  values (v_municipality, v_head.sequence + 1, p_id, p_at, v_account, p_kind, p_subject_kind, p_subject, p_follow_up,
    v_digest, v_head.hash, v_hash);
  insert into event_value (municipality_id, event_id, content) values (v_municipality, p_id, p_content);
  update event_head set sequence = v_head.sequence + 1, hash = v_hash where municipality_id = v_municipality;
  return v_head.sequence + 1;
end
$$;
revoke execute on function append_event(uuid, timestamptz, text, text, uuid, uuid, jsonb) from public;
grant execute on function append_event(uuid, timestamptz, text, text, uuid, uuid, jsonb)
  to insyn_staff, insyn_provider, insyn_jobs;

-- The first broken link of the tenant's chain, or no row when it holds. A removed value breaks nothing (R22).
create function verify_events() returns table (sequence bigint, fault text)
language sql stable
as $$
  with link as (
    select e.*, v.content,
      lag(e.sequence, 1, 0::bigint) over (order by e.sequence) as before_sequence,
      lag(e.hash, 1, decode(repeat('00', 32), 'hex')) over (order by e.sequence) as before_hash
    from event e left join event_value v on v.municipality_id = e.municipality_id and v.event_id = e.id
    where e.municipality_id = insyn_municipality()
  ), fault as (
    select l.sequence, case
      when l.sequence <> l.before_sequence + 1 then 'an event is missing before this one'
      when l.previous_hash <> l.before_hash then 'does not follow from the event before'
      when l.hash <> insyn_event_hash(l.previous_hash, l.municipality_id, l.sequence, l.id, l.at, l.account_id, l.kind,
        l.subject_kind, l.subject_id, l.follow_up_id, l.digest) then 'the event was altered'
      when l.content is not null and l.digest <> sha256(convert_to(l.content::text, 'UTF8')) then 'its values were altered'
      end as fault
    from link l
    union all
    select h.sequence, 'the chain does not end where it should'
    from event_head h
    where h.municipality_id = insyn_municipality() and not exists (
      select 1 from event e
      where e.municipality_id = h.municipality_id and e.sequence = h.sequence and e.hash = h.hash
        and not exists (select 1 from event n where n.municipality_id = h.municipality_id and n.sequence > h.sequence))
    union all
    select min(e.sequence), 'the end of the chain is not recorded'
    from event e
    where e.municipality_id = insyn_municipality()
      and not exists (select 1 from event_head h where h.municipality_id = insyn_municipality())
    having count(*) > 0
  )
  select f.sequence, f.fault from fault f where f.fault is not null order by f.sequence limit 1
$$;

create table read_log (
  municipality_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  account_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  what text not null,
  constraint read_log_pk primary key (municipality_id, id),
  constraint read_log_municipality_fk foreign key (municipality_id) references municipality (id),
  constraint read_log_account_fk foreign key (account_id) references account (id)
);
create index read_log_at_ix on read_log (municipality_id, at);
create index read_log_account_ix on read_log (account_id);
select insyn_protect_tenant_table('read_log', 'select, insert');

-- Only what the owner removes from event_value, for lawful disposal, may go.
create trigger event_is_append_only before update or delete on event
  for each row execute function insyn_refuse_change();
create trigger event_is_never_emptied before truncate on event execute function insyn_refuse_change();
create trigger event_value_is_append_only before update on event_value
  for each row execute function insyn_refuse_change();
create trigger event_value_is_never_emptied before truncate on event_value execute function insyn_refuse_change();
create trigger read_log_is_append_only before update or delete on read_log
  for each row execute function insyn_refuse_change();
create trigger read_log_is_never_emptied before truncate on read_log execute function insyn_refuse_change();
`;

const IDEMPOTENCY = `
create table idempotency_key (
  municipality_id uuid not null,
  account_id uuid not null,
  key text not null,
  route text not null,
  body_hash bytea not null,
  status integer not null,
  response jsonb,
  created_at timestamptz not null,
  constraint idempotency_key_pk primary key (municipality_id, account_id, key),
  constraint idempotency_key_municipality_fk foreign key (municipality_id) references municipality (id),
  constraint idempotency_key_account_fk foreign key (account_id) references account (id),
  constraint idempotency_key_key_ck check (length(key) between 8 and 100)
);
create index idempotency_key_created_ix on idempotency_key (municipality_id, created_at);
create index idempotency_key_account_ix on idempotency_key (account_id);
select insyn_protect_tenant_table('idempotency_key', 'select, insert, update, delete');
`;

const QUEUE = `
grant usage on schema pgboss to insyn_jobs;
grant select, insert, update, delete on all tables in schema pgboss to insyn_jobs;
revoke execute on all functions in schema pgboss from public;
grant execute on all functions in schema pgboss to insyn_jobs;

select pgboss.create_queue('render-report', jsonb_build_object(
  'policy', 'standard', 'retryLimit', 5, 'retryDelay', 2, 'retryBackoff', true, 'expireInSeconds', 120));

-- The only way from a door into the queue: a queue made by a migration, and ids. The tenant comes from the transaction.
create function enqueue(p_queue text, p_ids jsonb) returns uuid
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  v_municipality uuid := nullif(current_setting('app.municipality', true), '')::uuid;
  v_id uuid := gen_random_uuid();
begin
  if v_municipality is null then
    raise exception 'A job needs a municipality.' using errcode = 'insufficient_privilege';
  end if;
  if jsonb_typeof(p_ids) <> 'object' or exists (
    select 1 from jsonb_each(p_ids) entry
    where jsonb_typeof(entry.value) <> 'string'
      or entry.value #>> '{}' !~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$') then
    raise exception 'A job carries ids and nothing else.' using errcode = 'invalid_parameter_value';
  end if;
  insert into pgboss.job (id, name, data, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max,
    expire_seconds, deletion_seconds, keep_until, dead_letter, heartbeat_seconds)
  select v_id, q.name, p_ids || jsonb_build_object('municipalityId', v_municipality), q.policy, q.retry_limit,
    q.retry_delay, q.retry_backoff, q.retry_delay_max, q.expire_seconds, q.deletion_seconds,
    now() + q.retention_seconds * interval '1 second', q.dead_letter, q.heartbeat_seconds
  from pgboss.queue q
  where q.name = p_queue and q.name not like '\\_\\_%';
  if not found then
    raise exception 'There is no queue %.', p_queue using errcode = 'invalid_parameter_value';
  end if;
  return v_id;
end
$$;
revoke execute on function enqueue(text, jsonb) from public;
grant execute on function enqueue(text, jsonb) to insyn_staff, insyn_provider, insyn_jobs;
`;

// The roles stay: other databases of the same server may use them.
const DOWN = `
drop function enqueue(text, jsonb);
drop schema pgboss cascade;
drop table idempotency_key;
drop table read_log;
drop function verify_events();
drop function append_event(uuid, timestamptz, text, text, uuid, uuid, jsonb);
drop function insyn_event_hash(bytea, uuid, bigint, uuid, timestamptz, uuid, text, text, uuid, uuid, bytea);
drop table event_head;
drop table event_value;
drop table event;
drop table sign_in_attempt;
drop table session;
drop table account cascade;
drop table membership;
drop table case_number_series;
drop table committee;
drop table municipality;
drop function insyn_refuse_change();
drop function insyn_protect_tenant_table(regclass, text, text);
drop function insyn_municipality();
`;
