import { Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo } from '../database/columns.js';
import { Action } from './action.entity.js';
import { Clause } from '../contracts/clause.entity.js';

/** Which clauses an action is about. */
@Entity('action_clause')
@BelongsTo('action_clause', () => Action, 'actionId')
@BelongsTo('action_clause', () => Clause, 'clauseId')
export class ActionClause {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') actionId!: string;
  @PrimaryColumn('uuid') clauseId!: string;
}
