import { VERDICTS, type Verdict } from '@insyn/domain';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';

/** The verdict on one clause, or on a few judged together, and what the evidence shows. */
@Entity('assessment')
@BelongsTo('assessment', () => FollowUp, 'followUpId')
@PointsAt('assessment', () => Account, 'updatedBy')
@OneOf('assessment', 'verdict', VERDICTS)
export class Assessment {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') followUpId!: string;
  @Column('text', { nullable: true }) verdict!: Verdict | null;
  @Column('text', { default: '' }) text!: string;
  @Column('uuid') updatedBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) updatedAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
}
