import { Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { BelongsTo } from '../database/columns.js';
import { Contract } from './contract.entity.js';

/** One version of a contract's clauses. Once a follow-up uses it (frozenAt) it never changes. */
@Entity('clause_set')
@BelongsTo('clause_set', () => Contract, 'contractId')
@Unique('clause_set_contract_id_number_uq', ['municipalityId', 'contractId', 'number'])
export class ClauseSet {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') contractId!: string;
  @Column('integer') number!: number;
  @Column('timestamptz', { nullable: true }) frozenAt!: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
}
