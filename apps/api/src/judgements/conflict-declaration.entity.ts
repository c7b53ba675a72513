import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';

/** What a person declared about conflict of interest in a follow-up (R10). */
@Entity('conflict_declaration')
@BelongsTo('conflict_declaration', () => FollowUp, 'followUpId')
@PointsAt('conflict_declaration', () => Account, 'accountId')
@PointsAt('conflict_declaration', () => Account, 'liftedBy')
export class ConflictDeclaration {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') followUpId!: string;
  @PrimaryColumn('uuid') accountId!: string;
  @Column('boolean') hasConflict!: boolean;
  @Column('text', { default: '' }) reason!: string;
  @Column('timestamptz', { default: () => 'now()' }) declaredAt!: Date;
  @Column('uuid', { nullable: true }) liftedBy!: string | null;
  @Column('timestamptz', { nullable: true }) liftedAt!: Date | null;
}
