import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { Provider } from '../providers/provider.entity.js';
import { Sanction } from './sanction.entity.js';

/** The provider's words against a sanction. */
@Entity('sanction_dispute')
@PointsAt('sanction_dispute', () => Provider, 'providerId')
@PointsAt('sanction_dispute', () => Account, 'disputedBy')
@BelongsTo('sanction_dispute', () => Sanction, 'sanctionId')
export class SanctionDispute {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') sanctionId!: string;
  @Column('uuid') providerId!: string;
  @Column('text') text!: string;
  @Column('uuid') disputedBy!: string;
  @Column('timestamptz') disputedAt!: Date;
  @Column('boolean', { default: false }) late!: boolean;
  @Column('timestamptz', { nullable: true }) receivedAt!: Date | null;
}
