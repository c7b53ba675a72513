import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { Action } from '../actions/action.entity.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';

/** An open requirement in the scope of a re-check, and what the re-check found of it. */
@Entity('recheck_action')
@OneOf('recheck_action', 'verdict', ['verified', 'remains'])
@PointsAt('recheck_action', () => Account, 'updatedBy')
@BelongsTo('recheck_action', () => FollowUp, 'recheckId')
@BelongsTo('recheck_action', () => Action, 'actionId')
export class RecheckAction {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') recheckId!: string;
  @PrimaryColumn('uuid') actionId!: string;
  @Column('text', { nullable: true }) verdict!: 'verified' | 'remains' | null;
  @Column('text', { default: '' }) note!: string;
  @Column('jsonb', { nullable: true }) before!: object | null;
  @Column('jsonb', { nullable: true }) after!: object | null;
  @Column('uuid', { nullable: true }) updatedBy!: string | null;
  @Column('timestamptz', { nullable: true }) updatedAt!: Date | null;
  @VersionColumn({ default: 1 }) version!: number;
}
