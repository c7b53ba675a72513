import type { Question } from '@insyn/domain';
import { Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { BelongsTo, PointsAt } from '../database/columns.js';
import { QuestionSet } from './question-set.entity.js';

/** One version of a question set; once it has been sent it never changes. */
@Entity('question_set_version')
@Unique('question_set_version_question_set_id_number_uq', ['municipalityId', 'questionSetId', 'number'])
@PointsAt('question_set_version', () => Account, 'updatedBy')
@BelongsTo('question_set_version', () => QuestionSet, 'questionSetId')
export class QuestionSetVersion {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') questionSetId!: string;
  @Column('integer') number!: number;
  @Column('jsonb') questions!: Question[];
  @Column('boolean', { default: false }) frozen!: boolean;
  @Column('uuid') updatedBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) updatedAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
}
