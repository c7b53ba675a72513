import { Check, Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { BelongsTo, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import { Judgement } from './judgement.entity.js';

/** What a manager wants looked at when returning a judgement, tied to its place, and how the officer has taken care of it. */
@Entity('return_comment')
@BelongsTo('return_comment', () => Judgement, 'judgementId')
@BelongsTo('return_comment', () => FollowUp, 'followUpId')
@Check(
  'return_comment_answer_ck',
  '(answer is null) = (answered_by is null) and (answer is null) = (answered_at is null)',
)
@PointsAt('return_comment', () => Account, 'createdBy')
@PointsAt('return_comment', () => Account, 'answeredBy')
export class ReturnComment {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') judgementId!: string;
  @Column('uuid') followUpId!: string;
  @Column('text') placeKind!: string;
  /** The id of the row, or the name of the report's text. */
  @Column('text', { nullable: true }) placeId!: string | null;
  @Column('text') text!: string;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('uuid', { nullable: true }) answeredBy!: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
}
