import { Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo } from '../database/columns.js';
import { Action } from '../actions/action.entity.js';
import { Sanction } from './sanction.entity.js';

/** A requirement that a sanction rests on. */
@Entity('sanction_action')
@BelongsTo('sanction_action', () => Sanction, 'sanctionId')
@BelongsTo('sanction_action', () => Action, 'actionId')
export class SanctionAction {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') sanctionId!: string;
  @PrimaryColumn('uuid') actionId!: string;
}
