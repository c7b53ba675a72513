import type { SubmittedPlan } from '@insyn/api-schema';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { BelongsTo, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { ActionPlan } from './action-plan.entity.js';
import { Provider } from '../providers/provider.entity.js';

/** One round of the plan as it was handed in, sealed. */
@Entity('action_plan_round')
@Unique('action_plan_round_plan_id_number_uq', ['municipalityId', 'planId', 'number'])
@PointsAt('action_plan_round', () => Provider, 'providerId')
@PointsAt('action_plan_round', () => Account, 'submittedBy')
@BelongsTo('action_plan_round', () => ActionPlan, 'planId')
export class ActionPlanRound {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') planId!: string;
  @Column('uuid') providerId!: string;
  @Column('integer') number!: number;
  @Column('jsonb') content!: SubmittedPlan;
  @Column('text') seal!: string;
  @Column('boolean', { default: false }) late!: boolean;
  @Column('uuid') submittedBy!: string;
  @Column('timestamptz') submittedAt!: Date;
  @Column('timestamptz', { nullable: true }) receivedAt!: Date | null;
}
