import { Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo } from '../database/columns.js';
import { Assessment } from './assessment.entity.js';
import { Evidence } from '../evidence/evidence.entity.js';

/** Evidence laid beside an assessment. */
@Entity('assessment_evidence')
@BelongsTo('assessment_evidence', () => Assessment, 'assessmentId')
@BelongsTo('assessment_evidence', () => Evidence, 'evidenceId')
export class AssessmentEvidence {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') assessmentId!: string;
  @PrimaryColumn('uuid') evidenceId!: string;
}
