import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { BelongsTo, PointsAt } from '../database/columns.js';
import { InformationRequest } from '../information-requests/information-request.entity.js';
import { Provider } from '../providers/provider.entity.js';

/** A file handed in for a question or a wanted document; its bytes lie under their hash in the file store. */
@Entity('answer_file')
@Check('answer_file_place_ck', '(question_id is null) <> (wanted_document_id is null)')
@PointsAt('answer_file', () => Account, 'uploadedBy')
@PointsAt('answer_file', () => Provider, 'providerId')
@BelongsTo('answer_file', () => InformationRequest, 'requestId')
export class AnswerFile {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') requestId!: string;
  @Column('uuid') providerId!: string;
  @Column('text', { nullable: true }) questionId!: string | null;
  @Column('text', { nullable: true }) wantedDocumentId!: string | null;
  @Column('text') fileName!: string;
  @Column('text') mediaType!: string;
  @Column('integer') size!: number;
  @Column('text') sha256!: string;
  @Column('uuid') uploadedBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) uploadedAt!: Date;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
}
