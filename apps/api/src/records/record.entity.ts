import { RECORD_DIRECTIONS, type CalendarDate, type RecordDirection } from '@insyn/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import { Report } from '../reports/report.entity.js';

/** A document registered in the case (R16): in, out or drawn up. */
@Entity('record')
@BelongsTo('record', () => FollowUp, 'followUpId')
@BelongsTo('record', () => Report, 'reportId')
@PointsAt('record', () => Account, 'createdBy')
@OneOf('record', 'direction', RECORD_DIRECTIONS)
export class Record {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') followUpId!: string;
  @Column('text') direction!: RecordDirection;
  @Column('date') recordedOn!: CalendarDate;
  @Column('text') counterpart!: string;
  @Column('text') publicTitle!: string;
  @Column('text', { nullable: true }) protectedTitle!: string | null;
  @Column('boolean', { default: false }) internal!: boolean;
  @Column('uuid', { nullable: true }) reportId!: string | null;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
