import type { SubmittedAnswers } from '@insyn/api-schema';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { BelongsTo, PointsAt } from '../database/columns.js';
import { InformationRequest } from '../information-requests/information-request.entity.js';
import { Provider } from '../providers/provider.entity.js';

/** One round of answers as they were handed in, sealed. */
@Entity('answer_submission')
@Unique('answer_submission_request_id_number_uq', ['municipalityId', 'requestId', 'number'])
@PointsAt('answer_submission', () => Account, 'submittedBy')
@PointsAt('answer_submission', () => Provider, 'providerId')
@BelongsTo('answer_submission', () => InformationRequest, 'requestId')
export class AnswerSubmission {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') requestId!: string;
  @Column('uuid') providerId!: string;
  @Column('integer') number!: number;
  @Column('uuid') submittedBy!: string;
  @Column('timestamptz') submittedAt!: Date;
  @Column('boolean') late!: boolean;
  @Column('boolean') onBehalf!: boolean;
  @Column('jsonb') content!: SubmittedAnswers;
  @Column('text') seal!: string;
}
