import { PUBLICATION_STATES, type CalendarDate, type PublicationState } from '@insyn/domain';
import { Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import type { ReportData } from '@insyn/report';
import { Account } from '../accounts/account.entity.js';
import { Delegation } from '../delegations/delegation.entity.js';
import { Report } from '../reports/report.entity.js';

/** Where the publication of a report stands; screenedSeal is the version that the screen ran on (R17). */
@Entity('publication')
@BelongsTo('publication', () => Report, 'reportId')
@BelongsTo('publication', () => Delegation, 'delegationId')
@PointsAt('publication', () => Account, 'approvedBy')
@PointsAt('publication', () => Account, 'publishedBy')
@PointsAt('publication', () => Account, 'withdrawnBy')
@OneOf('publication', 'state', PUBLICATION_STATES)
@Unique('publication_report_id_uq', ['municipalityId', 'reportId'])
export class Publication {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') reportId!: string;
  @Column('text') state!: PublicationState;
  @Column('text', { nullable: true }) screenedSeal!: string | null;
  @Column('timestamptz', { nullable: true }) screenedAt!: Date | null;
  @Column('uuid', { nullable: true }) approvedBy!: string | null;
  @Column('timestamptz', { nullable: true }) approvedAt!: Date | null;
  /** The delegation that it was approved on; null where the committee asks for none. */
  @Column('uuid', { nullable: true }) delegationId!: string | null;
  @Column('jsonb', { nullable: true }) publicSnapshot!: ReportData | null;
  @Column('text', { nullable: true }) publicSeal!: string | null;
  @Column('uuid', { nullable: true }) publishedBy!: string | null;
  @Column('date', { nullable: true }) publishedOn!: CalendarDate | null;
  @Column('uuid', { nullable: true }) withdrawnBy!: string | null;
  @Column('date', { nullable: true }) withdrawnOn!: CalendarDate | null;
  @Column('text', { nullable: true }) withdrawnReason!: string | null;
  @VersionColumn({ default: 1 }) version!: number;
}
