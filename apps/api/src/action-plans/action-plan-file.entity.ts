import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { ActionPlan } from './action-plan.entity.js';
import { ActionPlanRound } from './action-plan-round.entity.js';
import { ActionReport } from './action-report.entity.js';
import { Action } from '../actions/action.entity.js';
import { Provider } from '../providers/provider.entity.js';

/**
 * A file that the provider added to its plan or to a report that something is done; or, without an action, the document
 * itself of a plan that came on paper or by e-mail.
 */
@Entity('action_plan_file')
@Check('action_plan_file_report_ck', 'for_report or report_id is null')
@Check('action_plan_file_incoming_ck', 'action_id is null or round_id is null')
@Check('action_plan_file_for_report_ck', 'action_id is not null or not for_report')
@PointsAt('action_plan_file', () => Provider, 'providerId')
@PointsAt('action_plan_file', () => Account, 'uploadedBy')
@BelongsTo('action_plan_file', () => ActionPlan, 'planId')
@BelongsTo('action_plan_file', () => Action, 'actionId')
@BelongsTo('action_plan_file', () => ActionReport, 'reportId')
@BelongsTo('action_plan_file', () => ActionPlanRound, 'roundId')
export class ActionPlanFile {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') planId!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid', { nullable: true }) actionId!: string | null;
  @Column('uuid', { nullable: true }) reportId!: string | null;
  /** The round that the document was registered as; null while it is being registered. */
  @Column('uuid', { nullable: true }) roundId!: string | null;
  /** Whether it belongs to a report that something is done; without `reportId` that report is still being written. */
  @Column('boolean', { default: false }) forReport!: boolean;
  @Column('text') fileName!: string;
  @Column('text') mediaType!: string;
  @Column('integer') size!: number;
  @Column('text') sha256!: string;
  @Column('uuid') uploadedBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) uploadedAt!: Date;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
}
