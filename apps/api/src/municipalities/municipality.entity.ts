import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** The tenant, with the settings that its officers work by (domain.md §3). */
@Entity('municipality')
@Check('municipality_slug_ck', "slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'")
@Check(
  'municipality_days_ck',
  `questionnaire_days between 1 and 365 and fact_check_days between 1 and 365 and action_plan_days between 1 and 365
    and recheck_months between 1 and 36 and small_number_threshold between 1 and 20`,
)
@Unique('municipality_slug_uq', ['slug'])
export class Municipality {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'municipality_pk' })
  public id!: string;

  @Column('text')
  public name!: string;

  @Column('text')
  public slug!: string;

  @Column('integer', { default: 14 })
  public questionnaireDays!: number;

  @Column('integer', { default: 14 })
  public factCheckDays!: number;

  @Column('integer', { default: 30 })
  public actionPlanDays!: number;

  @Column('integer', { default: 3 })
  public recheckMonths!: number;

  /** Counts about persons below this are hits of the screen (R17). */
  @Column('integer', { default: 5 })
  public smallNumberThreshold!: number;

  @Column('text', { nullable: true })
  public letterhead!: string | null;

  /** An invented municipality for demonstration: single-use links are shown in its list of mail. */
  @Column('boolean', { default: false })
  public demo!: boolean;

  @Column('integer', { default: 1 })
  public version!: number;

  @Column('timestamptz', { default: () => 'now()' })
  public createdAt!: Date;
}
