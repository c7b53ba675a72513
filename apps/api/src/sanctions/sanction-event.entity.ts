import { SANCTION_STATES, type CalendarDate, type SanctionEventKind, type SanctionState } from '@insyn/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { Provider } from '../providers/provider.entity.js';
import { Record } from '../records/record.entity.js';
import { Sanction } from './sanction.entity.js';

/** What happened to a sanction, with its day and its record; never changed. */
@Entity('sanction_event')
@OneOf('sanction_event', 'toState', SANCTION_STATES)
@PointsAt('sanction_event', () => Provider, 'providerId')
@PointsAt('sanction_event', () => Account, 'accountId')
@BelongsTo('sanction_event', () => Sanction, 'sanctionId')
@BelongsTo('sanction_event', () => Record, 'recordId')
export class SanctionEvent {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') sanctionId!: string;
  @Column('uuid', { nullable: true }) providerId!: string | null;
  @Column('text') action!: SanctionEventKind;
  @Column('text') toState!: SanctionState;
  @Column('date') happenedOn!: CalendarDate;
  @Column('text', { default: '' }) text!: string;
  @Column('integer', { nullable: true }) amount!: number | null;
  @Column('uuid', { nullable: true }) recordId!: string | null;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}
