import { Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo } from '../database/columns.js';
import { Clause } from '../contracts/clause.entity.js';
import { Finding } from './finding.entity.js';

/** Which clauses a finding is about. */
@Entity('finding_clause')
@BelongsTo('finding_clause', () => Finding, 'findingId')
@BelongsTo('finding_clause', () => Clause, 'clauseId')
export class FindingClause {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') findingId!: string;
  @PrimaryColumn('uuid') clauseId!: string;
}
