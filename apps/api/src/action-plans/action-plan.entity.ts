import type { EarlierPlan, LiftedRequirement, PlanDemand } from '@insyn/api-schema';
import { type CalendarDate, PLAN_STATES, type PlanState } from '@insyn/domain';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import { Provider } from '../providers/provider.entity.js';
import { Record } from '../records/record.entity.js';

/** The demand for an action plan and what became of it. A follow-up has one that stands; others have been handed over. */
@Entity('action_plan')
@OneOf('action_plan', 'state', PLAN_STATES)
@PointsAt('action_plan', () => Provider, 'providerId')
@PointsAt('action_plan', () => Account, 'readBy')
@PointsAt('action_plan', () => Account, 'createdBy')
@BelongsTo('action_plan', () => FollowUp, 'followUpId')
@BelongsTo('action_plan', () => Record, 'recordId')
@Index('action_plan_standing_uq', { synchronize: false })
export class ActionPlan {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') followUpId!: string;
  @Column('uuid') providerId!: string;
  @Column('text') state!: PlanState;
  @Column('jsonb') demand!: PlanDemand;
  @Column('jsonb', { nullable: true }) earlier!: EarlierPlan | null;
  /** Requirements of the demand that no longer wait for a plan: verified early, lapsed or withdrawn since. */
  @Column('jsonb', { default: [] }) lifted!: LiftedRequirement[];
  @Column('uuid', { nullable: true }) recordId!: string | null;
  @Column('date') sentOn!: CalendarDate;
  @Column('timestamptz', { nullable: true }) readAt!: Date | null;
  @Column('uuid', { nullable: true }) readBy!: string | null;
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) acceptedAt!: Date | null;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
}
