import { SANCTION_KINDS, type SanctionKind } from '@insyn/domain';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { BelongsTo, OneOf } from '../database/columns.js';
import { Contract } from '../contracts/contract.entity.js';

/** One step of a contract's own sanction ladder. */
@Entity('sanction_step')
@OneOf('sanction_step', 'kind', SANCTION_KINDS)
@BelongsTo('sanction_step', () => Contract, 'contractId')
export class SanctionStep {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') contractId!: string;
  @Column('integer') position!: number;
  @Column('text') kind!: SanctionKind;
  @Column('text') label!: string;
  @Column('text', { default: '' }) terms!: string;
  @Column('text', { default: '' }) amountRule!: string;
  @Column('text', { nullable: true }) clauseNumber!: string | null;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
  @VersionColumn({ default: 1 }) version!: number;
}
