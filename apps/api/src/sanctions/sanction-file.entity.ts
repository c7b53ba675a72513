import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { Provider } from '../providers/provider.entity.js';
import { Record } from '../records/record.entity.js';
import { Sanction } from './sanction.entity.js';

/** A file that the provider laid beside its dispute; the record is the dispute's own, once that is taken in. */
@Entity('sanction_file')
@PointsAt('sanction_file', () => Provider, 'providerId')
@PointsAt('sanction_file', () => Account, 'uploadedBy')
@BelongsTo('sanction_file', () => Sanction, 'sanctionId')
@BelongsTo('sanction_file', () => Record, 'recordId')
export class SanctionFile {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') sanctionId!: string;
  @Column('uuid') providerId!: string;
  @Column('text') fileName!: string;
  @Column('text') mediaType!: string;
  @Column('integer') size!: number;
  @Column('text') sha256!: string;
  @Column('uuid') uploadedBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) uploadedAt!: Date;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
  @Column('uuid', { nullable: true }) recordId!: string | null;
}
