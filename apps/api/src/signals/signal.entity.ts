import { type CalendarDate, SIGNAL_KINDS, SIGNAL_STATES, type SignalKind, type SignalState } from '@insyn/domain';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import { Committee } from '../municipalities/committee.entity.js';
import { Provider } from '../providers/provider.entity.js';
import { Unit } from '../units/unit.entity.js';

/** What came in about a unit: a complaint, a deviation, a lex Sarah report, a decision by IVO, a tip. */
@Entity('signal')
@OneOf('signal', 'state', SIGNAL_STATES)
@OneOf('signal', 'kind', SIGNAL_KINDS)
@PointsAt('signal', () => Account, 'createdBy')
@PointsAt('signal', () => Provider, 'providerId')
@BelongsTo('signal', () => Evidence, 'evidenceId')
@BelongsTo('signal', () => FollowUp, 'followUpId')
@BelongsTo('signal', () => Unit, 'unitId')
@BelongsTo('signal', () => Committee, 'committeeId')
export class Signal {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') committeeId!: string;
  @Column('uuid') unitId!: string;
  @Column('uuid') providerId!: string;
  @Column('text') kind!: SignalKind;
  @Column('text', { default: 'open' }) state!: SignalState;
  @Column('date') receivedOn!: CalendarDate;
  @Column('text') title!: string;
  @Column('text', { default: '' }) text!: string;
  @Column('text', { default: '' }) source!: string;
  @Column('boolean', { default: false }) fromProvider!: boolean;
  @Column('uuid', { nullable: true }) followUpId!: string | null;
  @Column('uuid', { nullable: true }) evidenceId!: string | null;
  @Column('text', { default: '' }) handledText!: string;
  @Column('date', { nullable: true }) handledOn!: CalendarDate | null;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
}
