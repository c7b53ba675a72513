import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { BelongsTo, PointsAt } from '../database/columns.js';
import { Evidence } from '../evidence/evidence.entity.js';

/** A note written during a meeting, by one person at one time. Its id is made where it is written. */
@Entity('meeting_note')
@PointsAt('meeting_note', () => Account, 'authorId')
@BelongsTo('meeting_note', () => Evidence, 'evidenceId')
export class MeetingNote {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') evidenceId!: string;
  @Column('uuid', { nullable: true }) agendaItemId!: string | null;
  @Column('text') text!: string;
  @Column('uuid') authorId!: string;
  @Column('timestamptz') writtenAt!: Date;
  @Column('timestamptz') receivedAt!: Date;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
  @VersionColumn({ default: 1 }) version!: number;
}
