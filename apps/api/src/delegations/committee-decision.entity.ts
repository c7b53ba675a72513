import { type CalendarDate } from '@insyn/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import { Committee } from '../municipalities/committee.entity.js';
import { Record } from '../records/record.entity.js';

/** What the committee itself decided in a matter that is its own (kommunallagen 6:38). */
@Entity('committee_decision')
@OneOf('committee_decision', 'matter', ['judgement', 'sanction'])
@PointsAt('committee_decision', () => Account, 'createdBy')
@BelongsTo('committee_decision', () => Committee, 'committeeId')
@BelongsTo('committee_decision', () => FollowUp, 'followUpId')
@BelongsTo('committee_decision', () => Record, 'recordId')
export class CommitteeDecision {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') committeeId!: string;
  @Column('uuid') followUpId!: string;
  @Column('text') matter!: 'judgement' | 'sanction';
  @Column('uuid', { nullable: true }) subjectId!: string | null;
  @Column('date') decidedOn!: CalendarDate;
  @Column('text') reference!: string;
  @Column('text', { default: '' }) text!: string;
  @Column('uuid', { nullable: true }) recordId!: string | null;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
