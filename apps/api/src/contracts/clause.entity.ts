import { CLAUSE_KINDS, type ClauseKind } from '@insyn/domain';
import { Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { BelongsTo, OneOf } from '../database/columns.js';
import { ClauseSet } from './clause-set.entity.js';

/** A numbered obligation, tender promise or goal; sortKey orders the numbers by parts. */
@Entity('clause')
@BelongsTo('clause', () => ClauseSet, 'clauseSetId')
@OneOf('clause', 'kind', CLAUSE_KINDS)
@Unique('clause_clause_set_id_number_uq', ['municipalityId', 'clauseSetId', 'number'])
export class Clause {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') clauseSetId!: string;
  @Column('text') number!: string;
  @Column('text') sortKey!: string;
  @Column('text') heading!: string;
  @Column('text') text!: string;
  @Column('text') kind!: ClauseKind;
  @Column('text', { default: '' }) focusArea!: string;
  @Column('boolean') critical!: boolean;
  @Column('text', { default: '' }) verification!: string;
  @VersionColumn({ default: 1 }) version!: number;
}
