import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import { Judgement } from './judgement.entity.js';

/** What a manager wants looked at when returning a judgement, tied to its place. */
@Entity('return_comment')
@BelongsTo('return_comment', () => Judgement, 'judgementId')
@BelongsTo('return_comment', () => FollowUp, 'followUpId')
@PointsAt('return_comment', () => Account, 'createdBy')
export class ReturnComment {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') judgementId!: string;
  @Column('uuid') followUpId!: string;
  @Column('text') placeKind!: string;
  /** The id of the row, or the name of the report's text. */
  @Column('text', { nullable: true }) placeId!: string | null;
  @Column('text') text!: string;
  @Column('timestamptz', { nullable: true }) settledAt!: Date | null;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
