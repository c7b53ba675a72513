import type { InformationLetter } from '@insyn/api-schema';
import {
  type CalendarDate,
  type Question,
  REQUEST_STATES,
  type RequestState,
  type WantedDocument,
} from '@insyn/domain';
import { Check, Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import { Provider } from '../providers/provider.entity.js';
import { QuestionSetVersion } from '../question-sets/question-set-version.entity.js';
import { RequestRound } from './request-round.entity.js';

/** What the provider is asked: a letter with questions and wanted documents, frozen when it is sent. */
@Entity('information_request')
@Check('information_request_due_ck', 'due > sent_on')
@OneOf('information_request', 'state', REQUEST_STATES)
@PointsAt('information_request', () => Account, 'createdBy')
@PointsAt('information_request', () => Account, 'readBy')
@PointsAt('information_request', () => Provider, 'providerId')
@BelongsTo('information_request', () => Evidence, 'evidenceId')
@BelongsTo('information_request', () => QuestionSetVersion, 'questionSetVersionId')
@BelongsTo('information_request', () => RequestRound, 'roundId')
@BelongsTo('information_request', () => FollowUp, 'followUpId')
@Index('information_request_due_ix', ['municipalityId', 'due'])
export class InformationRequest {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') followUpId!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid', { nullable: true }) roundId!: string | null;
  @Column('uuid') questionSetVersionId!: string;
  @Column('uuid') evidenceId!: string;
  @Column('text') title!: string;
  @Column('jsonb') letter!: InformationLetter;
  @Column('jsonb') questions!: Question[];
  @Column('jsonb', { default: [] }) wantedDocuments!: WantedDocument[];
  @Column('text') state!: RequestState;
  @Column('date') sentOn!: CalendarDate;
  @Column('date') due!: CalendarDate;
  @Column('timestamptz', { nullable: true }) readAt!: Date | null;
  @Column('uuid', { nullable: true }) readBy!: string | null;
  @Column('timestamptz', { nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('date', { nullable: true }) escalatedOn!: CalendarDate | null;
  @VersionColumn({ default: 1 }) version!: number;
}
