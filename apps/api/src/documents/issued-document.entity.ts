import { DOCUMENT_KINDS, type DocumentKind } from '@insyn/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import { Provider } from '../providers/provider.entity.js';
import { Record } from '../records/record.entity.js';

/** A document drawn up by the system, frozen when it is issued; its PDF is rendered by a job. */
@Entity('issued_document')
@OneOf('issued_document', 'kind', DOCUMENT_KINDS)
@PointsAt('issued_document', () => Account, 'createdBy')
@PointsAt('issued_document', () => Provider, 'providerId')
@BelongsTo('issued_document', () => Record, 'recordId')
@BelongsTo('issued_document', () => FollowUp, 'followUpId')
@Index('issued_document_subject_ix', ['municipalityId', 'subjectId'])
export class IssuedDocument {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') followUpId!: string;
  @Column('uuid', { nullable: true }) providerId!: string | null;
  @Column('text') kind!: DocumentKind;
  @Column('uuid') subjectId!: string;
  @Column('text') title!: string;
  @Column('jsonb') content!: object;
  @Column('text') seal!: string;
  @Column('uuid', { nullable: true }) recordId!: string | null;
  @Column('text', { nullable: true }) pdfSha256!: string | null;
  @Column('integer', { nullable: true }) pdfSize!: number | null;
  @Column('timestamptz', { nullable: true }) renderedAt!: Date | null;
  @Column('uuid', { nullable: true }) createdBy!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
