import {
  FOLLOW_UP_KINDS,
  FOLLOW_UP_STATES,
  type CalendarDate,
  type FollowUpKind,
  type FollowUpState,
} from '@insyn/domain';
import { Check, Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { ClauseSet } from '../contracts/clause-set.entity.js';
import { Committee } from '../municipalities/committee.entity.js';
import { Contract } from '../contracts/contract.entity.js';
import { Provider } from '../providers/provider.entity.js';
import { Unit } from '../units/unit.entity.js';

/** One round for one contract and unit. contentVersion counts every change of what it holds; submit and approve check it. */
@Entity('follow_up')
@BelongsTo('follow_up', () => Committee, 'committeeId')
@BelongsTo('follow_up', () => Contract, 'contractId')
@BelongsTo('follow_up', () => Unit, 'unitId')
@BelongsTo('follow_up', () => ClauseSet, 'clauseSetId')
@BelongsTo('follow_up', () => FollowUp, 'parentId')
@PointsAt('follow_up', () => Provider, 'providerId')
@PointsAt('follow_up', () => Account, 'createdBy')
@PointsAt('follow_up', () => Account, 'deciderId')
@OneOf('follow_up', 'kind', FOLLOW_UP_KINDS)
@OneOf('follow_up', 'state', FOLLOW_UP_STATES)
@Check('follow_up_year_ck', 'year between 1990 and 2100')
@Index('follow_up_case_number_uq', ['municipalityId', 'caseNumber'], { unique: true, where: 'parent_id IS NULL' })
// Made by migration, one for each order of the list; expressions and collations are more than TypeORM can declare.
@Index('follow_up_by_title_ix', { synchronize: false })
@Index('follow_up_by_year_ix', { synchronize: false })
@Index('follow_up_by_case_number_ix', { synchronize: false })
@Index('follow_up_by_decision_due_ix', { synchronize: false })
@Index('follow_up_by_decision_due_desc_ix', { synchronize: false })
export class FollowUp {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') committeeId!: string;
  @Column('uuid') contractId!: string;
  @Column('uuid') unitId!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') clauseSetId!: string;
  @Column('uuid', { nullable: true }) parentId!: string | null;
  @Column('text') kind!: FollowUpKind;
  @Column('integer') year!: number;
  @Column('text') state!: FollowUpState;
  @Column('text') caseNumber!: string;
  @Column('text') title!: string;
  @Column('text', { default: '' }) background!: string;
  @Column('text', { default: '' }) purpose!: string;
  @Column('text', { default: '' }) summary!: string;
  @Column('date', { nullable: true }) reportDate!: CalendarDate | null;
  @Column('date', { nullable: true }) decisionDue!: CalendarDate | null;
  @Column('text', { nullable: true }) noFactCheckReason!: string | null;
  @Column('date', { nullable: true }) approvedOn!: CalendarDate | null;
  @Column('date', { nullable: true }) recheckDue!: CalendarDate | null;
  @Column('integer', { default: 1 }) contentVersion!: number;
  /** The manager that the decision was handed over to; any manager of the committee otherwise. */
  @Column('uuid', { nullable: true }) deciderId!: string | null;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
}
