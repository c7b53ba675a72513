import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A plan that a re-check has found not to be enough, and the choice to demand no new one. */
export class DemandPlanAnew1764000620000 implements MigrationInterface {
  public readonly name = 'DemandPlanAnew1764000620000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}

const UP = `
alter table action_plan drop constraint action_plan_state_ck, add constraint action_plan_state_ck
  check (state in ('demanded', 'submitted', 'returned', 'accepted', 'handed-over', 'superseded'));
drop index action_plan_standing_uq;
create unique index action_plan_standing_uq on action_plan (municipality_id, follow_up_id)
  where state not in ('handed-over', 'superseded');
alter table judgement add column no_plan_reason text;
`;

// Without the state a plan that was superseded is one that stands no longer.
const DOWN = `
alter table judgement drop column no_plan_reason;
update action_plan set state = 'handed-over' where state = 'superseded';
drop index action_plan_standing_uq;
create unique index action_plan_standing_uq on action_plan (municipality_id, follow_up_id) where state <> 'handed-over';
alter table action_plan drop constraint action_plan_state_ck, add constraint action_plan_state_ck
  check (state in ('demanded', 'submitted', 'returned', 'accepted', 'handed-over'));
`;
