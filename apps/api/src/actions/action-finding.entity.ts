import { Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo } from '../database/columns.js';
import { Action } from './action.entity.js';
import { Finding } from '../findings/finding.entity.js';

/** Which findings an action answers (R7). */
@Entity('action_finding')
@BelongsTo('action_finding', () => Action, 'actionId')
@BelongsTo('action_finding', () => Finding, 'findingId')
export class ActionFinding {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') actionId!: string;
  @PrimaryColumn('uuid') findingId!: string;
}
