import { ANSWER_SOURCES, type AnswerSource, type AnswerValue } from '@insyn/domain';
import { Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import { InformationRequest } from '../information-requests/information-request.entity.js';
import { Provider } from '../providers/provider.entity.js';

/** The answer to one question of a request, as it is now. */
@Entity('answer')
@Unique('answer_request_id_question_id_uq', ['municipalityId', 'requestId', 'questionId'])
@OneOf('answer', 'source', ANSWER_SOURCES)
@PointsAt('answer', () => Account, 'changedBy')
@PointsAt('answer', () => Provider, 'providerId')
@BelongsTo('answer', () => InformationRequest, 'requestId')
export class Answer {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') requestId!: string;
  @Column('uuid') providerId!: string;
  @Column('text') questionId!: string;
  @Column('jsonb', { nullable: true }) value!: AnswerValue | null;
  @Column('text', { default: '' }) comment!: string;
  @Column('text') source!: AnswerSource;
  @Column('text', { default: '' }) sourceNote!: string;
  @Column('uuid') changedBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) changedAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
}
