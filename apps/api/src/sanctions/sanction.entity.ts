import {
  SANCTION_KINDS,
  SANCTION_STATES,
  type CalendarDate,
  type SanctionKind,
  type SanctionState,
} from '@insyn/domain';
import { Check, Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { Contract } from '../contracts/contract.entity.js';
import { CommitteeDecision } from '../delegations/committee-decision.entity.js';
import { Delegation } from '../delegations/delegation.entity.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import { Provider } from '../providers/provider.entity.js';
import { SanctionStep } from './sanction-step.entity.js';

/** A step of the ladder that was taken. The provider is named when it is sent, so that its door shows nothing before. */
@Entity('sanction')
@OneOf('sanction', 'kind', SANCTION_KINDS)
@OneOf('sanction', 'state', SANCTION_STATES)
@Check('sanction_amount_ck', 'amount is null or amount between 1 and 100000000')
@PointsAt('sanction', () => Provider, 'providerId')
@PointsAt('sanction', () => Account, 'decidedBy')
@PointsAt('sanction', () => Account, 'readBy')
@BelongsTo('sanction', () => Contract, 'contractId')
@BelongsTo('sanction', () => FollowUp, 'followUpId')
@BelongsTo('sanction', () => SanctionStep, 'stepId')
@BelongsTo('sanction', () => Delegation, 'delegationId')
@BelongsTo('sanction', () => CommitteeDecision, 'committeeDecisionId')
export class Sanction {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') contractId!: string;
  @Column('uuid') followUpId!: string;
  @Column('uuid') stepId!: string;
  @Column('text') kind!: SanctionKind;
  @Column('text') label!: string;
  @Column('uuid', { nullable: true }) providerId!: string | null;
  @Column('boolean', { default: false }) severe!: boolean;
  @Column('text', { nullable: true }) severeReason!: string | null;
  @Column('text') grounds!: string;
  @Column('integer', { nullable: true }) amount!: number | null;
  @Column('text', { nullable: true }) amountBasis!: string | null;
  @Column('integer', { nullable: true }) reducedAmount!: number | null;
  @Column('text') state!: SanctionState;
  @Column('uuid') decidedBy!: string;
  @Column('date') decidedOn!: CalendarDate;
  @Column('uuid', { nullable: true }) delegationId!: string | null;
  @Column('uuid', { nullable: true }) committeeDecisionId!: string | null;
  @Column('jsonb', { nullable: true }) letter!: object | null;
  @Column('date', { nullable: true }) sentOn!: CalendarDate | null;
  @Column('timestamptz', { nullable: true }) readAt!: Date | null;
  @Column('uuid', { nullable: true }) readBy!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
}
