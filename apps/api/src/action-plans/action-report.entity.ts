import type { PlanShare } from '@insyn/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { ActionPlan } from './action-plan.entity.js';
import { Action } from '../actions/action.entity.js';
import { Provider } from '../providers/provider.entity.js';

/** The provider reports that a requirement has been remedied. */
@Entity('action_report')
@PointsAt('action_report', () => Provider, 'providerId')
@PointsAt('action_report', () => Account, 'reportedBy')
@BelongsTo('action_report', () => ActionPlan, 'planId')
@BelongsTo('action_report', () => Action, 'actionId')
export class ActionReport {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') planId!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') actionId!: string;
  @Column('text') text!: string;
  @Column('jsonb', { nullable: true }) effect!: PlanShare | null;
  @Column('uuid') reportedBy!: string;
  @Column('timestamptz') reportedAt!: Date;
  @Column('timestamptz', { nullable: true }) settledAt!: Date | null;
}
