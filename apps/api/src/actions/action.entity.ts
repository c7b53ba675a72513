import { ACTION_KINDS, ACTION_STATES, type ActionKind, type ActionState, type CalendarDate } from '@insyn/domain';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { BelongsTo, OneOf } from '../database/columns.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';

/** A requirement or a recommendation (R7, R14). */
@Entity('action')
@BelongsTo('action', () => FollowUp, 'followUpId')
@OneOf('action', 'kind', ACTION_KINDS)
@OneOf('action', 'state', ACTION_STATES)
export class Action {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') followUpId!: string;
  @Column('text') kind!: ActionKind;
  @Column('text') text!: string;
  @Column('date', { nullable: true }) dueDate!: CalendarDate | null;
  @Column('text', { default: '' }) effectMeasure!: string;
  @Column('text') state!: ActionState;
  @Column('integer') position!: number;
  @VersionColumn({ default: 1 }) version!: number;
}
