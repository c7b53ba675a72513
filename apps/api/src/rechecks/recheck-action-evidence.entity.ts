import { Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo } from '../database/columns.js';
import { Action } from '../actions/action.entity.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';

/** What shows that a requirement is met or remains. */
@Entity('recheck_action_evidence')
@BelongsTo('recheck_action_evidence', () => FollowUp, 'recheckId')
@BelongsTo('recheck_action_evidence', () => Action, 'actionId')
@BelongsTo('recheck_action_evidence', () => Evidence, 'evidenceId')
export class RecheckActionEvidence {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') recheckId!: string;
  @PrimaryColumn('uuid') actionId!: string;
  @PrimaryColumn('uuid') evidenceId!: string;
}
