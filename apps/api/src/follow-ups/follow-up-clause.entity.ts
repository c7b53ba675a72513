import { Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo } from '../database/columns.js';
import { Clause } from '../contracts/clause.entity.js';
import { FollowUp } from './follow-up.entity.js';

/** A clause in the frozen scope of a follow-up. */
@Entity('follow_up_clause')
@BelongsTo('follow_up_clause', () => FollowUp, 'followUpId')
@BelongsTo('follow_up_clause', () => Clause, 'clauseId')
export class FollowUpClause {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') followUpId!: string;
  @PrimaryColumn('uuid') clauseId!: string;
}
