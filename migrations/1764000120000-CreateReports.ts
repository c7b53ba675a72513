import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What leaves the house: sealed reports, their files, the screen, publications and records. */
export class CreateReports1764000120000 implements MigrationInterface {
  public readonly name = 'CreateReports1764000120000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}

const UP = `
create table report (
  municipality_id uuid not null,
  id uuid not null,
  follow_up_id uuid not null,
  report_version integer not null,
  title text not null,
  snapshot jsonb not null,
  seal text not null,
  note text,
  approved_by uuid not null,
  approved_on date not null,
  created_at timestamptz not null default now(),
  constraint report_follow_up_id_report_version_uq unique (municipality_id, follow_up_id, report_version),
  constraint report_pk primary key (municipality_id, id),
  constraint report_approved_by_fk foreign key (approved_by) references account (id),
  constraint report_follow_up_id_fk foreign key (municipality_id, follow_up_id)
    references follow_up (municipality_id, id)
);
create index report_approved_by_ix on report (approved_by);
create index report_follow_up_id_ix on report (municipality_id, follow_up_id);
select insyn_protect_tenant_table('report', 'select, insert');

create table report_file (
  municipality_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  variant text not null,
  format text not null,
  sha256 text not null,
  size integer not null,
  rendered_at timestamptz not null default now(),
  constraint report_file_report_id_variant_format_uq unique (municipality_id, report_id, variant, format),
  constraint report_file_format_ck check (format in ('pdf', 'html')),
  constraint report_file_variant_ck check (variant in ('internal', 'public')),
  constraint report_file_pk primary key (municipality_id, id),
  constraint report_file_report_id_fk foreign key (municipality_id, report_id)
    references report (municipality_id, id)
);
create index report_file_report_id_ix on report_file (municipality_id, report_id);
select insyn_protect_tenant_table('report_file', 'select, insert');

create table publication (
  municipality_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  state text not null,
  screened_seal text,
  screened_at timestamptz,
  approved_by uuid,
  approved_at timestamptz,
  public_snapshot jsonb,
  public_seal text,
  published_by uuid,
  published_on date,
  withdrawn_by uuid,
  withdrawn_on date,
  withdrawn_reason text,
  version integer not null default 1,
  constraint publication_report_id_uq unique (municipality_id, report_id),
  constraint publication_state_ck check (state in ('waiting', 'approved', 'published', 'withdrawn')),
  constraint publication_pk primary key (municipality_id, id),
  constraint publication_withdrawn_by_fk foreign key (withdrawn_by) references account (id),
  constraint publication_published_by_fk foreign key (published_by) references account (id),
  constraint publication_approved_by_fk foreign key (approved_by) references account (id),
  constraint publication_report_id_fk foreign key (municipality_id, report_id)
    references report (municipality_id, id)
);
create index publication_withdrawn_by_ix on publication (withdrawn_by);
create index publication_published_by_ix on publication (published_by);
create index publication_approved_by_ix on publication (approved_by);
create index publication_report_id_ix on publication (municipality_id, report_id);
select insyn_protect_tenant_table('publication', 'select, insert, update');

create table screen_hit (
  municipality_id uuid not null,
  id uuid not null,
  publication_id uuid not null,
  hit_key text not null,
  kind text not null,
  section text not null,
  place text not null,
  position integer not null,
  advice text not null,
  excerpt text not null,
  "start" integer not null,
  "end" integer not null,
  settlement text,
  replacement text,
  reason text,
  settled_by uuid,
  settled_at timestamptz,
  version integer not null default 1,
  constraint screen_hit_publication_id_hit_key_uq unique (municipality_id, publication_id, hit_key),
  constraint screen_hit_settlement_ck check (settlement in ('masked', 'generalised', 'let-through')),
  constraint screen_hit_kind_ck check (kind in (
    'identity-number', 'phone', 'email', 'participant-name', 'small-count')),
  constraint screen_hit_pk primary key (municipality_id, id),
  constraint screen_hit_settled_by_fk foreign key (settled_by) references account (id),
  constraint screen_hit_publication_id_fk foreign key (municipality_id, publication_id)
    references publication (municipality_id, id)
);
create index screen_hit_settled_by_ix on screen_hit (settled_by);
create index screen_hit_publication_id_ix on screen_hit (municipality_id, publication_id);
select insyn_protect_tenant_table('screen_hit', 'select, insert, update, delete');

create table record (
  municipality_id uuid not null,
  id uuid not null,
  follow_up_id uuid not null,
  direction text not null,
  recorded_on date not null,
  counterpart text not null,
  public_title text not null,
  protected_title text,
  internal boolean not null default false,
  report_id uuid,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  constraint record_direction_ck check (direction in ('in', 'out', 'drawn-up')),
  constraint record_pk primary key (municipality_id, id),
  constraint record_created_by_fk foreign key (created_by) references account (id),
  constraint record_report_id_fk foreign key (municipality_id, report_id) references report (municipality_id, id),
  constraint record_follow_up_id_fk foreign key (municipality_id, follow_up_id)
    references follow_up (municipality_id, id)
);
create index record_created_by_ix on record (created_by);
create index record_report_id_ix on record (municipality_id, report_id);
create index record_follow_up_id_ix on record (municipality_id, follow_up_id);
select insyn_protect_tenant_table('record', 'select, insert');

-- What anyone may read, written at publication from an allow-list of fields. The public role sees this table alone.
create table published_report (
  id uuid not null,
  municipality_id uuid not null,
  publication_id uuid not null,
  municipality_name text not null,
  municipality_slug text not null,
  slug text not null,
  title text not null,
  provider text not null,
  unit text not null,
  year integer not null,
  service_types text[] not null,
  outcome text not null,
  report_version integer not null,
  published_on date not null,
  content jsonb not null,
  seal text not null,
  html_sha256 text not null,
  pdf_sha256 text not null,
  withdrawn_on date,
  withdrawn_reason text,
  search tsvector generated always as (to_tsvector('swedish', title || ' ' || provider || ' ' || unit)) stored,
  constraint published_report_pk primary key (id),
  constraint published_report_municipality_fk foreign key (municipality_id) references municipality (id),
  constraint published_report_publication_uq unique (municipality_id, publication_id),
  constraint published_report_publication_fk foreign key (municipality_id, publication_id)
    references publication (municipality_id, id),
  constraint published_report_address_uq unique (municipality_slug, slug)
);
create index published_report_on_ix on published_report (published_on desc, id);
create index published_report_search_ix on published_report using gin (search);
select insyn_protect_tenant_table('published_report', 'select, insert, update');
create policy public_reads on published_report for select to insyn_public using (true);
grant select on published_report to insyn_public;
`;

const DOWN = `
drop table published_report;
drop table record;
drop table screen_hit;
drop table publication;
drop table report_file;
drop table report;
`;
