import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { FactCheckRemark } from './fact-check-remark.entity.js';
import { FactCheck } from './fact-check.entity.js';
import { Provider } from '../providers/provider.entity.js';

/** A file that the provider added to its remarks. */
@Entity('fact_check_file')
@PointsAt('fact_check_file', () => Provider, 'providerId')
@PointsAt('fact_check_file', () => Account, 'uploadedBy')
@BelongsTo('fact_check_file', () => FactCheck, 'factCheckId')
@BelongsTo('fact_check_file', () => FactCheckRemark, 'remarkId')
@BelongsTo('fact_check_file', () => Evidence, 'evidenceId')
export class FactCheckFile {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') factCheckId!: string;
  @Column('uuid', { nullable: true }) remarkId!: string | null;
  @Column('uuid') providerId!: string;
  @Column('text') fileName!: string;
  @Column('text') mediaType!: string;
  @Column('integer') size!: number;
  @Column('text') sha256!: string;
  @Column('uuid') uploadedBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) uploadedAt!: Date;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
  @Column('uuid', { nullable: true }) evidenceId!: string | null;
}
