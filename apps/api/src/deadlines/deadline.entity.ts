import { type CalendarDate } from '@insyn/domain';
import { Check, Column, Entity, Index, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import { Provider } from '../providers/provider.entity.js';

/** A day by which something is to be done, the rule that gave it (R1), and what became of it. */
@Entity('deadline')
@OneOf('deadline', 'kind', ['fact-check', 'action-plan', 'plan-evaluation', 'recheck', 'sanction-answer'])
@OneOf('deadline', 'unit', ['days', 'months'])
@OneOf('deadline', 'setBy', ['rule', 'person'])
@OneOf('deadline', 'state', ['open', 'met', 'cancelled'])
@Check('deadline_rule_ck', '(amount is null) = (unit is null)')
@Unique('deadline_kind_subject_id_uq', ['municipalityId', 'kind', 'subjectId'])
@Index('deadline_state_due_ix', ['municipalityId', 'state', 'due'])
@PointsAt('deadline', () => Provider, 'providerId')
@BelongsTo('deadline', () => FollowUp, 'followUpId')
export class Deadline {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') followUpId!: string;
  @Column('uuid', { nullable: true }) providerId!: string | null;
  @Column('text') kind!: 'fact-check' | 'action-plan' | 'plan-evaluation' | 'recheck' | 'sanction-answer';
  @Column('uuid') subjectId!: string;
  @Column('date') baseDate!: CalendarDate;
  @Column('integer', { nullable: true }) amount!: number | null;
  @Column('text', { nullable: true }) unit!: 'days' | 'months' | null;
  @Column('date') due!: CalendarDate;
  @Column('text') setBy!: 'rule' | 'person';
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text') state!: 'open' | 'met' | 'cancelled';
  @Column('date') toldOn!: CalendarDate;
  @Column('date', { nullable: true }) metOn!: CalendarDate | null;
  @Column('date', { nullable: true }) escalatedOn!: CalendarDate | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
}
