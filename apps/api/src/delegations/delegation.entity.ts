import { type CalendarDate } from '@insyn/domain';
import { Check, Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { Committee } from '../municipalities/committee.entity.js';

/** Who may decide what for a committee, from when to when, and by which decision of the committee. */
@Entity('delegation')
@OneOf('delegation', 'matter', ['judgement', 'publication', 'sanction'])
@Check('delegation_period_ck', 'valid_to is null or valid_to >= valid_from')
@PointsAt('delegation', () => Account, 'accountId')
@PointsAt('delegation', () => Account, 'createdBy')
@BelongsTo('delegation', () => Committee, 'committeeId')
export class Delegation {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') committeeId!: string;
  @Column('uuid') accountId!: string;
  @Column('text') matter!: 'judgement' | 'publication' | 'sanction';
  @Column('text', { default: '' }) point!: string;
  @Column('text') reference!: string;
  @Column('date') decidedOn!: CalendarDate;
  @Column('date') validFrom!: CalendarDate;
  @Column('date', { nullable: true }) validTo!: CalendarDate | null;
  @Column('date', { nullable: true }) revokedOn!: CalendarDate | null;
  @Column('text', { nullable: true }) revokeReason!: string | null;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
}
