import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { ActionPlan } from './action-plan.entity.js';
import { ActionReport } from './action-report.entity.js';
import { Action } from '../actions/action.entity.js';
import { Provider } from '../providers/provider.entity.js';

/** A file that the provider added to its plan or to a report that something is done. */
@Entity('action_plan_file')
@Check('action_plan_file_report_ck', 'for_report or report_id is null')
@PointsAt('action_plan_file', () => Provider, 'providerId')
@PointsAt('action_plan_file', () => Account, 'uploadedBy')
@BelongsTo('action_plan_file', () => ActionPlan, 'planId')
@BelongsTo('action_plan_file', () => Action, 'actionId')
@BelongsTo('action_plan_file', () => ActionReport, 'reportId')
export class ActionPlanFile {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') planId!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') actionId!: string;
  @Column('uuid', { nullable: true }) reportId!: string | null;
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
