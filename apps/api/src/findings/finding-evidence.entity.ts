import { Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo } from '../database/columns.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { Finding } from './finding.entity.js';

/** What evidence a finding rests on. */
@Entity('finding_evidence')
@BelongsTo('finding_evidence', () => Finding, 'findingId')
@BelongsTo('finding_evidence', () => Evidence, 'evidenceId')
export class FindingEvidence {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') findingId!: string;
  @PrimaryColumn('uuid') evidenceId!: string;
}
