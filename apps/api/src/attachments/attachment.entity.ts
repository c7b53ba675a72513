import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';

/** An uploaded file of a follow-up; its bytes lie under their hash in the file store. */
@Entity('attachment')
@BelongsTo('attachment', () => FollowUp, 'followUpId')
@BelongsTo('attachment', () => Evidence, 'evidenceId')
@PointsAt('attachment', () => Account, 'createdBy')
export class Attachment {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') followUpId!: string;
  @Column('uuid', { nullable: true }) evidenceId!: string | null;
  @Column('text') fileName!: string;
  @Column('text') mediaType!: string;
  @Column('integer') size!: number;
  @Column('text') sha256!: string;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
