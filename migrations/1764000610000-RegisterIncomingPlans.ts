import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A plan that came on paper or by e-mail, with the document itself; and the letter about a deadline that is moved. */
export class RegisterIncomingPlans1764000610000 implements MigrationInterface {
  public readonly name = 'RegisterIncomingPlans1764000610000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}

const UP = `
alter table action_plan_file alter column action_id drop not null;
alter table action_plan_file add column round_id uuid;
alter table action_plan_file add constraint action_plan_file_round_id_fk foreign key (municipality_id, round_id)
  references action_plan_round (municipality_id, id);
alter table action_plan_file add constraint action_plan_file_incoming_ck
  check (action_id is null or round_id is null);
alter table action_plan_file add constraint action_plan_file_for_report_ck
  check (action_id is not null or not for_report);
create index action_plan_file_round_id_ix on action_plan_file (municipality_id, round_id);

alter table issued_document drop constraint issued_document_kind_ck;
alter table issued_document add constraint issued_document_kind_ck check (kind in (
  'information-letter', 'receipt', 'minutes', 'fact-check-draft', 'fact-check-receipt', 'action-plan-demand', 'action-plan', 'sanction-letter', 'official-letter', 'deadline-change'));
`;

const DOWN = `
delete from issued_document where kind = 'deadline-change';
alter table issued_document drop constraint issued_document_kind_ck;
alter table issued_document add constraint issued_document_kind_ck check (kind in (
  'information-letter', 'receipt', 'minutes', 'fact-check-draft', 'fact-check-receipt', 'action-plan-demand', 'action-plan', 'sanction-letter', 'official-letter'));

delete from action_plan_file where action_id is null;
alter table action_plan_file drop constraint action_plan_file_for_report_ck;
alter table action_plan_file drop constraint action_plan_file_incoming_ck;
alter table action_plan_file drop column round_id;
alter table action_plan_file alter column action_id set not null;
`;
