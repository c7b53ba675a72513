import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A publication cites the delegation that it was approved on, and what a judgement is returned with is answered in words. */
export class CiteAndAnswer1764000600000 implements MigrationInterface {
  public readonly name = 'CiteAndAnswer1764000600000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}

const UP = `
alter table publication add column delegation_id uuid;
alter table publication add constraint publication_delegation_id_fk foreign key (municipality_id, delegation_id)
  references delegation (municipality_id, id);
create index publication_delegation_id_ix on publication (municipality_id, delegation_id);

-- A tick said nothing in words; when it was made stands in the history.
alter table return_comment drop column settled_at;
alter table return_comment add column answer text;
alter table return_comment add column answered_by uuid;
alter table return_comment add column answered_at timestamptz;
alter table return_comment add column version integer not null default 1;
alter table return_comment add constraint return_comment_answer_ck
  check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null));
alter table return_comment add constraint return_comment_answered_by_fk foreign key (answered_by) references account (id);
create index return_comment_answered_by_ix on return_comment (answered_by);
grant update (answer, answered_by, answered_at, version) on return_comment to insyn_staff;
`;

const DOWN = `
revoke update (answer, answered_by, answered_at, version) on return_comment from insyn_staff;
alter table return_comment drop column version;
alter table return_comment add column settled_at timestamptz;
update return_comment set settled_at = answered_at;
alter table return_comment drop column answered_at;
alter table return_comment drop column answered_by;
alter table return_comment drop column answer;
grant update (settled_at) on return_comment to insyn_staff;
alter table publication drop column delegation_id;
`;
