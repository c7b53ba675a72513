import type { PlanEffect, PlanMeasure } from '@insyn/domain';
import { Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { BelongsTo, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { ActionPlan } from './action-plan.entity.js';
import { Action } from '../actions/action.entity.js';
import { Provider } from '../providers/provider.entity.js';

/** What the provider plans for one requirement, or answers to one recommendation. */
@Entity('action_plan_item')
@Unique('action_plan_item_plan_id_action_id_uq', ['municipalityId', 'planId', 'actionId'])
@PointsAt('action_plan_item', () => Provider, 'providerId')
@PointsAt('action_plan_item', () => Account, 'changedBy')
@BelongsTo('action_plan_item', () => ActionPlan, 'planId')
@BelongsTo('action_plan_item', () => Action, 'actionId')
export class ActionPlanItem {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') planId!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') actionId!: string;
  @Column('text', { default: '' }) cause!: string;
  @Column('jsonb', { default: [] }) measures!: PlanMeasure[];
  @Column('jsonb', { default: {} }) effect!: PlanEffect;
  @Column('text', { default: '' }) answer!: string;
  @Column('uuid') changedBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) changedAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
}
