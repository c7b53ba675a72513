import { type CalendarDate } from '@insyn/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { Committee } from '../municipalities/committee.entity.js';

/** The list of decisions on delegation that was put before a meeting of the committee. */
@Entity('delegation_report')
@PointsAt('delegation_report', () => Account, 'createdBy')
@BelongsTo('delegation_report', () => Committee, 'committeeId')
export class DelegationReport {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') committeeId!: string;
  @Column('date') meetingOn!: CalendarDate;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
