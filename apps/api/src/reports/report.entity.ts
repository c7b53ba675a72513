import type { CalendarDate } from '@insyn/domain';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { BelongsTo, PointsAt } from '../database/columns.js';
import type { ReportData } from '@insyn/report';
import { Account } from '../accounts/account.entity.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';

/** A sealed version of the report: the snapshot is frozen at approval and the seal is its hash. */
@Entity('report')
@BelongsTo('report', () => FollowUp, 'followUpId')
@PointsAt('report', () => Account, 'approvedBy')
@Unique('report_follow_up_id_report_version_uq', ['municipalityId', 'followUpId', 'reportVersion'])
export class Report {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') followUpId!: string;
  @Column('integer') reportVersion!: number;
  @Column('text') title!: string;
  @Column('jsonb') snapshot!: ReportData;
  @Column('text') seal!: string;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('uuid') approvedBy!: string;
  @Column('date') approvedOn!: CalendarDate;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
