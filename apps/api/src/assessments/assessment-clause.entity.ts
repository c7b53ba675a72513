import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo } from '../database/columns.js';
import { Assessment } from './assessment.entity.js';
import { Clause } from '../contracts/clause.entity.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';

/** Which clauses an assessment is about; a clause has one assessment in a follow-up. */
@Entity('assessment_clause')
@BelongsTo('assessment_clause', () => FollowUp, 'followUpId')
@BelongsTo('assessment_clause', () => Clause, 'clauseId')
@BelongsTo('assessment_clause', () => Assessment, 'assessmentId')
export class AssessmentClause {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') followUpId!: string;
  @PrimaryColumn('uuid') clauseId!: string;
  @Column('uuid') assessmentId!: string;
}
