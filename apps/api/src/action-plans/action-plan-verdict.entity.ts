import { type CalendarDate, PLAN_VERDICTS, type PlanVerdict } from '@insyn/domain';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { ActionPlanRound } from './action-plan-round.entity.js';
import { ActionPlan } from './action-plan.entity.js';
import { Action } from '../actions/action.entity.js';
import { Provider } from '../providers/provider.entity.js';

/** What the officer decided on one requirement of a round. */
@Entity('action_plan_verdict')
@OneOf('action_plan_verdict', 'verdict', PLAN_VERDICTS)
@Unique('action_plan_verdict_round_id_action_id_uq', ['municipalityId', 'roundId', 'actionId'])
@PointsAt('action_plan_verdict', () => Provider, 'providerId')
@PointsAt('action_plan_verdict', () => Account, 'decidedBy')
@BelongsTo('action_plan_verdict', () => ActionPlan, 'planId')
@BelongsTo('action_plan_verdict', () => ActionPlanRound, 'roundId')
@BelongsTo('action_plan_verdict', () => Action, 'actionId')
export class ActionPlanVerdict {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') planId!: string;
  @Column('uuid') roundId!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') actionId!: string;
  @Column('text') verdict!: PlanVerdict;
  @Column('text', { default: '' }) text!: string;
  @Column('uuid') decidedBy!: string;
  @Column('date') decidedOn!: CalendarDate;
}
