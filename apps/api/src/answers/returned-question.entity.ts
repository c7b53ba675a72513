import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { BelongsTo, PointsAt } from '../database/columns.js';
import { InformationRequest } from '../information-requests/information-request.entity.js';
import { Provider } from '../providers/provider.entity.js';
import { AnswerSubmission } from './answer-submission.entity.js';

/** A question that the officer sent back after a round, with what is missing. */
@Entity('returned_question')
@Unique('returned_question_submission_id_question_id_uq', ['municipalityId', 'submissionId', 'questionId'])
@PointsAt('returned_question', () => Account, 'createdBy')
@PointsAt('returned_question', () => Provider, 'providerId')
@BelongsTo('returned_question', () => AnswerSubmission, 'submissionId')
@BelongsTo('returned_question', () => InformationRequest, 'requestId')
export class ReturnedQuestion {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') requestId!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') submissionId!: string;
  @Column('text') questionId!: string;
  @Column('text') comment!: string;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
