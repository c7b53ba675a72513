import { type CalendarDate } from '@insyn/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { DelegationReport } from './delegation-report.entity.js';
import { Delegation } from './delegation.entity.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import { Committee } from '../municipalities/committee.entity.js';

/** A decision on delegation, until it has been put before the committee and after. */
@Entity('delegation_decision')
@OneOf('delegation_decision', 'matter', ['judgement', 'publication', 'sanction'])
@PointsAt('delegation_decision', () => Account, 'decidedBy')
@BelongsTo('delegation_decision', () => Committee, 'committeeId')
@BelongsTo('delegation_decision', () => Delegation, 'delegationId')
@BelongsTo('delegation_decision', () => FollowUp, 'followUpId')
@BelongsTo('delegation_decision', () => DelegationReport, 'reportId')
export class DelegationDecision {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') committeeId!: string;
  @Column('uuid') delegationId!: string;
  @Column('uuid') followUpId!: string;
  @Column('text') matter!: 'judgement' | 'publication' | 'sanction';
  @Column('uuid') subjectId!: string;
  @Column('uuid') decidedBy!: string;
  @Column('date') decidedOn!: CalendarDate;
  @Column('text') summary!: string;
  @Column('uuid', { nullable: true }) reportId!: string | null;
}
