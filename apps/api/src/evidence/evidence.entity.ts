import { EVIDENCE_KINDS, type CalendarDate, type EvidenceKind } from '@insyn/domain';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';

/** Something gathered in a follow-up; the kinds with more to say have a row of their own beside it. */
@Entity('evidence')
@BelongsTo('evidence', () => FollowUp, 'followUpId')
@PointsAt('evidence', () => Account, 'createdBy')
@OneOf('evidence', 'kind', EVIDENCE_KINDS)
export class Evidence {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') followUpId!: string;
  @Column('text') kind!: EvidenceKind;
  @Column('date') heldOn!: CalendarDate;
  @Column('text') title!: string;
  @Column('text', { default: '' }) text!: string;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
}
