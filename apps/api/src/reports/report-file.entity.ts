import { REPORT_FORMATS, REPORT_VARIANTS, type ReportFormat, type ReportVariant } from '@insyn/domain';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { BelongsTo, OneOf } from '../database/columns.js';
import { Report } from './report.entity.js';

/** A rendered file of a report; each variant and format exists once. */
@Entity('report_file')
@BelongsTo('report_file', () => Report, 'reportId')
@OneOf('report_file', 'variant', REPORT_VARIANTS)
@OneOf('report_file', 'format', REPORT_FORMATS)
@Unique('report_file_report_id_variant_format_uq', ['municipalityId', 'reportId', 'variant', 'format'])
export class ReportFile {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') reportId!: string;
  @Column('text') variant!: ReportVariant;
  @Column('text') format!: ReportFormat;
  @Column('text') sha256!: string;
  @Column('integer') size!: number;
  @Column('timestamptz', { default: () => 'now()' }) renderedAt!: Date;
}
