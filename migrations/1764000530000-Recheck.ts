import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The open requirements that a re-check judges, and every move of a requirement after the approval (R14). */
export class Recheck1764000530000 implements MigrationInterface {
  public readonly name = 'Recheck1764000530000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}

const UP = `
create table recheck_action (
  municipality_id uuid not null,
  recheck_id uuid not null,
  action_id uuid not null,
  verdict text,
  note text not null default '',
  before jsonb,
  after jsonb,
  updated_by uuid,
  updated_at timestamptz,
  version integer not null default 1,
  constraint recheck_action_verdict_ck check (verdict in ('verified', 'remains')),
  constraint recheck_action_pk primary key (municipality_id, recheck_id, action_id),
  constraint recheck_action_updated_by_fk foreign key (updated_by) references account (id),
  constraint recheck_action_recheck_id_fk foreign key (municipality_id, recheck_id)
    references follow_up (municipality_id, id),
  constraint recheck_action_action_id_fk foreign key (municipality_id, action_id)
    references action (municipality_id, id)
);
create index recheck_action_updated_by_ix on recheck_action (updated_by);
create index recheck_action_recheck_id_ix on recheck_action (municipality_id, recheck_id);
create index recheck_action_action_id_ix on recheck_action (municipality_id, action_id);
select insyn_protect_tenant_table('recheck_action', 'select, insert, update, delete');

create table recheck_action_evidence (
  municipality_id uuid not null,
  recheck_id uuid not null,
  action_id uuid not null,
  evidence_id uuid not null,
  constraint recheck_action_evidence_pk primary key (municipality_id, recheck_id, action_id, evidence_id),
  constraint recheck_action_evidence_recheck_id_fk foreign key (municipality_id, recheck_id)
    references follow_up (municipality_id, id),
  constraint recheck_action_evidence_action_id_fk foreign key (municipality_id, action_id)
    references action (municipality_id, id),
  constraint recheck_action_evidence_evidence_id_fk foreign key (municipality_id, evidence_id)
    references evidence (municipality_id, id)
);
create index recheck_action_evidence_recheck_id_ix on recheck_action_evidence (municipality_id, recheck_id);
create index recheck_action_evidence_action_id_ix on recheck_action_evidence (municipality_id, action_id);
create index recheck_action_evidence_evidence_id_ix on recheck_action_evidence (municipality_id, evidence_id);
select insyn_protect_tenant_table('recheck_action_evidence', 'select, insert, delete');

create table action_move (
  municipality_id uuid not null,
  id uuid not null,
  follow_up_id uuid not null,
  action_id uuid not null,
  from_state text not null,
  to_state text not null,
  reason text,
  recheck_id uuid,
  plan_id uuid,
  report_id uuid,
  account_id uuid,
  happened_on date not null,
  at timestamptz not null default now(),
  constraint action_move_from_state_ck check (from_state in ('open', 'planned', 'reported-done', 'verified', 'remains', 'lapsed', 'withdrawn', 'answered', 'noted')),
  constraint action_move_to_state_ck check (to_state in ('open', 'planned', 'reported-done', 'verified', 'remains', 'lapsed', 'withdrawn', 'answered', 'noted')),
  constraint action_move_pk primary key (municipality_id, id),
  constraint action_move_account_id_fk foreign key (account_id) references account (id),
  constraint action_move_follow_up_id_fk foreign key (municipality_id, follow_up_id)
    references follow_up (municipality_id, id),
  constraint action_move_action_id_fk foreign key (municipality_id, action_id)
    references action (municipality_id, id),
  constraint action_move_recheck_id_fk foreign key (municipality_id, recheck_id)
    references follow_up (municipality_id, id),
  constraint action_move_plan_id_fk foreign key (municipality_id, plan_id)
    references action_plan (municipality_id, id),
  constraint action_move_report_id_fk foreign key (municipality_id, report_id)
    references action_report (municipality_id, id)
);
create index action_move_account_id_ix on action_move (account_id);
create index action_move_follow_up_id_ix on action_move (municipality_id, follow_up_id);
create index action_move_action_id_ix on action_move (municipality_id, action_id);
create index action_move_recheck_id_ix on action_move (municipality_id, recheck_id);
create index action_move_plan_id_ix on action_move (municipality_id, plan_id);
create index action_move_report_id_ix on action_move (municipality_id, report_id);
select insyn_protect_tenant_table('action_move', 'select, insert');

create table action_move_attachment (
  municipality_id uuid not null,
  move_id uuid not null,
  attachment_id uuid not null,
  constraint action_move_attachment_pk primary key (municipality_id, move_id, attachment_id),
  constraint action_move_attachment_move_id_fk foreign key (municipality_id, move_id)
    references action_move (municipality_id, id),
  constraint action_move_attachment_attachment_id_fk foreign key (municipality_id, attachment_id)
    references attachment (municipality_id, id)
);
create index action_move_attachment_move_id_ix on action_move_attachment (municipality_id, move_id);
create index action_move_attachment_attachment_id_ix on action_move_attachment (municipality_id, attachment_id);
select insyn_protect_tenant_table('action_move_attachment', 'select, insert');

-- The clauses of a re-check follow its requirements; those of every other follow-up stay as they were frozen.
grant delete on follow_up_clause to insyn_staff;
`;

const DOWN = `
revoke delete on follow_up_clause from insyn_staff;
drop table action_move_attachment;
drop table action_move;
drop table recheck_action_evidence;
drop table recheck_action;
`;
