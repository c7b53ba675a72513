import { SAMPLE_METHODS, type SampleMethod } from '@insyn/domain';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, OneOf } from '../database/columns.js';
import type { ReviewQuestion } from '@insyn/api-schema';
import { Evidence } from '../evidence/evidence.entity.js';

/** How the files of a review were chosen (R5): population, size, seed and algorithm are kept so that the draw can be repeated. */
@Entity('document_review')
@BelongsTo('document_review', () => Evidence, 'evidenceId')
@OneOf('document_review', 'method', SAMPLE_METHODS)
@Check('document_review_size_ck', 'size between 1 and population')
export class DocumentReview {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') evidenceId!: string;
  @Column('text') method!: SampleMethod;
  @Column('integer') population!: number;
  @Column('integer') size!: number;
  @Column('text', { nullable: true }) seed!: string | null;
  @Column('text', { nullable: true }) algorithm!: string | null;
  @Column('jsonb') questions!: ReviewQuestion[];
}
