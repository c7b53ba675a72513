import { type CalendarDate } from '@insyn/domain';
import { Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import { Provider } from '../providers/provider.entity.js';
import { Record } from '../records/record.entity.js';

/** A draft sent to the provider, who checks the facts: a frozen copy, and what became of it. */
@Entity('fact_check')
@OneOf('fact_check', 'state', ['sent', 'answered', 'silent', 'taken-back', 'closed'])
@Unique('fact_check_follow_up_id_number_uq', ['municipalityId', 'followUpId', 'number'])
@PointsAt('fact_check', () => Provider, 'providerId')
@PointsAt('fact_check', () => Account, 'readBy')
@PointsAt('fact_check', () => Account, 'answeredBy')
@PointsAt('fact_check', () => Account, 'createdBy')
@BelongsTo('fact_check', () => FollowUp, 'followUpId')
@BelongsTo('fact_check', () => Record, 'recordId')
export class FactCheck {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') followUpId!: string;
  @Column('uuid') providerId!: string;
  @Column('integer') number!: number;
  @Column('text') state!: 'sent' | 'answered' | 'silent' | 'taken-back' | 'closed';
  @Column('text', { default: '' }) message!: string;
  @Column('jsonb') content!: object;
  @Column('integer') contentVersion!: number;
  @Column('jsonb', { nullable: true }) outcome!: object | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { nullable: true }) recordId!: string | null;
  @Column('date') sentOn!: CalendarDate;
  @Column('timestamptz', { nullable: true }) readAt!: Date | null;
  @Column('uuid', { nullable: true }) readBy!: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('uuid', { nullable: true }) answeredBy!: string | null;
  @Column('boolean', { default: false }) noRemarks!: boolean;
  @Column('boolean', { default: false }) late!: boolean;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
}
