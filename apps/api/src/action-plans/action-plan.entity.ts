import { type CalendarDate } from '@insyn/domain';
import { Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import { Provider } from '../providers/provider.entity.js';
import { Record } from '../records/record.entity.js';

/** The demand for an action plan and what became of it, for one provider. */
@Entity('action_plan')
@OneOf('action_plan', 'state', ['demanded', 'submitted', 'returned', 'accepted', 'handed-over'])
@Unique('action_plan_follow_up_id_provider_id_uq', ['municipalityId', 'followUpId', 'providerId'])
@PointsAt('action_plan', () => Provider, 'providerId')
@PointsAt('action_plan', () => Account, 'readBy')
@PointsAt('action_plan', () => Account, 'createdBy')
@BelongsTo('action_plan', () => FollowUp, 'followUpId')
@BelongsTo('action_plan', () => Record, 'recordId')
export class ActionPlan {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') followUpId!: string;
  @Column('uuid') providerId!: string;
  @Column('text') state!: 'demanded' | 'submitted' | 'returned' | 'accepted' | 'handed-over';
  @Column('jsonb') demand!: object;
  @Column('jsonb', { nullable: true }) earlier!: object | null;
  /** Requirements of the demand that no longer wait for a plan: verified early, lapsed or withdrawn since. */
  @Column('jsonb', { default: [] }) lifted!: object;
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
