import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** The tenant, with the settings that its officers work by (domain.md §3). */
@Entity('municipality')
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

  @Column('integer', { default: 1 })
  public version!: number;

  @Column('timestamptz', { default: () => 'now()' })
  public createdAt!: Date;
}
