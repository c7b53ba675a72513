import {
  JUDGEMENT_STATUSES,
  OUTCOMES,
  type CalendarDate,
  type JudgementStatus,
  type Outcome,
  type UnmetReason,
} from '@insyn/domain';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import type { JudgementGround } from '@insyn/api-schema';
import { Account } from '../accounts/account.entity.js';
import { CommitteeDecision } from '../delegations/committee-decision.entity.js';
import { Delegation } from '../delegations/delegation.entity.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';

/** One link in the chain of judgements, which hangs on the root follow-up; never overwritten once approved. */
@Entity('judgement')
@BelongsTo('judgement', () => FollowUp, 'rootFollowUpId')
@BelongsTo('judgement', () => FollowUp, 'followUpId')
@PointsAt('judgement', () => Account, 'authorId')
@PointsAt('judgement', () => Account, 'decidedBy')
@BelongsTo('judgement', () => Delegation, 'delegationId')
@BelongsTo('judgement', () => CommitteeDecision, 'committeeDecisionId')
@OneOf('judgement', 'outcome', OUTCOMES)
@OneOf('judgement', 'proposedOutcome', OUTCOMES)
@OneOf('judgement', 'status', JUDGEMENT_STATUSES)
export class Judgement {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') rootFollowUpId!: string;
  @Column('uuid') followUpId!: string;
  @Column('text') outcome!: Outcome;
  @Column('text') proposedOutcome!: Outcome;
  @Column('jsonb') grounds!: JudgementGround[];
  @Column('text', { default: '' }) text!: string;
  @Column('text', { nullable: true }) departureReason!: string | null;
  /** Why no new action plan is demanded for what remains after a re-check; null where one is. */
  @Column('text', { nullable: true }) noPlanReason!: string | null;
  @Column('jsonb', { default: [] }) unmetReasons!: UnmetReason[];
  @Column('uuid') authorId!: string;
  @Column('integer') contentVersion!: number;
  @Column('text') status!: JudgementStatus;
  @Column('timestamptz', { default: () => 'now()' }) proposedAt!: Date;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('date', { nullable: true }) decidedOn!: CalendarDate | null;
  @Column('uuid', { nullable: true }) delegationId!: string | null;
  @Column('uuid', { nullable: true }) committeeDecisionId!: string | null;
  @VersionColumn({ default: 1 }) version!: number;
}
