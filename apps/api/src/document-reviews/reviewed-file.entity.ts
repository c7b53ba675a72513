import type { CheckResult } from '@insyn/domain';
import { Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { BelongsTo } from '../database/columns.js';
import { Evidence } from '../evidence/evidence.entity.js';

/** One file of a review, known by a local number only (R5), with its checklist. */
@Entity('reviewed_file')
@BelongsTo('reviewed_file', () => Evidence, 'evidenceId')
@Unique('reviewed_file_evidence_id_file_number_uq', ['municipalityId', 'evidenceId', 'fileNumber'])
export class ReviewedFile {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') evidenceId!: string;
  @Column('integer') fileNumber!: number;
  @Column('integer', { nullable: true }) replaces!: number | null;
  @Column('text', { nullable: true }) replacementReason!: string | null;
  @Column('boolean', { default: false }) replaced!: boolean;
  @Column('jsonb') results!: Record<string, CheckResult>;
  @Column('text', { default: '' }) note!: string;
  @VersionColumn({ default: 1 }) version!: number;
}
