import {
  FOLLOW_UP_ACTIONS,
  FOLLOW_UP_STATES,
  type CalendarDate,
  type FollowUpAction,
  type FollowUpState,
} from '@insyn/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { FollowUp } from './follow-up.entity.js';

/** Append-only: each move between states, for the step line and the deadlines. */
@Entity('follow_up_transition')
@BelongsTo('follow_up_transition', () => FollowUp, 'followUpId')
@PointsAt('follow_up_transition', () => Account, 'accountId')
@OneOf('follow_up_transition', 'action', FOLLOW_UP_ACTIONS)
@OneOf('follow_up_transition', 'fromState', FOLLOW_UP_STATES)
@OneOf('follow_up_transition', 'toState', FOLLOW_UP_STATES)
export class FollowUpTransition {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') followUpId!: string;
  @Column('text') action!: FollowUpAction;
  @Column('text') fromState!: FollowUpState;
  @Column('text') toState!: FollowUpState;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('date') happenedOn!: CalendarDate;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}
