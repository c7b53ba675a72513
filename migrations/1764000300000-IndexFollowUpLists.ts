import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An index for each order that the list of follow-ups can be read in, so that a page is read and not sorted. */
export class IndexFollowUpLists1764000300000 implements MigrationInterface {
  public readonly name = 'IndexFollowUpLists1764000300000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}

const UP = `
create index follow_up_by_title_ix on follow_up (municipality_id, (title collate "sv-x-icu"), id);
create index follow_up_by_year_ix on follow_up (municipality_id, year, id);
create index follow_up_by_case_number_ix on follow_up (municipality_id, case_number, id);
create index follow_up_by_decision_due_ix on follow_up (municipality_id, (coalesce(decision_due, 'infinity'::date)), id);
create index follow_up_by_decision_due_desc_ix
  on follow_up (municipality_id, (coalesce(decision_due, '-infinity'::date)), id);
`;

const DOWN = `
drop index follow_up_by_decision_due_desc_ix;
drop index follow_up_by_decision_due_ix;
drop index follow_up_by_case_number_ix;
drop index follow_up_by_year_ix;
drop index follow_up_by_title_ix;
`;
