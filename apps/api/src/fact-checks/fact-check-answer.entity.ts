import { Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { FactCheckRemark } from './fact-check-remark.entity.js';
import { FactCheck } from './fact-check.entity.js';

/** The officer's answer to one remark; the provider reads the frozen copy of it. */
@Entity('fact_check_answer')
@OneOf('fact_check_answer', 'outcome', ['accepted', 'not-accepted'])
@Unique('fact_check_answer_remark_id_uq', ['municipalityId', 'remarkId'])
@PointsAt('fact_check_answer', () => Account, 'answeredBy')
@BelongsTo('fact_check_answer', () => FactCheck, 'factCheckId')
@BelongsTo('fact_check_answer', () => FactCheckRemark, 'remarkId')
export class FactCheckAnswer {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') factCheckId!: string;
  @Column('uuid') remarkId!: string;
  @Column('text') outcome!: 'accepted' | 'not-accepted';
  @Column('text') text!: string;
  @Column('uuid') answeredBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) answeredAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
}
