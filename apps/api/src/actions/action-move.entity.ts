import { ACTION_STATES, type ActionState, type CalendarDate } from '@insyn/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { ActionPlan } from '../action-plans/action-plan.entity.js';
import { ActionReport } from '../action-plans/action-report.entity.js';
import { Action } from './action.entity.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';

/** A move of a requirement or recommendation after the approval (R14); never changed. */
@Entity('action_move')
@OneOf('action_move', 'fromState', ACTION_STATES)
@OneOf('action_move', 'toState', ACTION_STATES)
@PointsAt('action_move', () => Account, 'accountId')
@BelongsTo('action_move', () => FollowUp, 'followUpId')
@BelongsTo('action_move', () => Action, 'actionId')
@BelongsTo('action_move', () => FollowUp, 'recheckId')
@BelongsTo('action_move', () => ActionPlan, 'planId')
@BelongsTo('action_move', () => ActionReport, 'reportId')
export class ActionMove {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') followUpId!: string;
  @Column('uuid') actionId!: string;
  @Column('text') fromState!: ActionState;
  @Column('text') toState!: ActionState;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { nullable: true }) recheckId!: string | null;
  @Column('uuid', { nullable: true }) planId!: string | null;
  @Column('uuid', { nullable: true }) reportId!: string | null;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('date') happenedOn!: CalendarDate;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}
