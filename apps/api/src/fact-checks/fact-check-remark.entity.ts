import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { FactCheck } from './fact-check.entity.js';
import { Provider } from '../providers/provider.entity.js';

/** What the provider remarks on a section or a clause of the draft. */
@Entity('fact_check_remark')
@OneOf('fact_check_remark', 'placeKind', ['section', 'clause'])
@PointsAt('fact_check_remark', () => Provider, 'providerId')
@PointsAt('fact_check_remark', () => Account, 'changedBy')
@BelongsTo('fact_check_remark', () => FactCheck, 'factCheckId')
export class FactCheckRemark {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') factCheckId!: string;
  @Column('uuid') providerId!: string;
  @Column('text') placeKind!: 'section' | 'clause';
  @Column('text') placeId!: string;
  @Column('text') text!: string;
  @Column('uuid') changedBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) changedAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
}
