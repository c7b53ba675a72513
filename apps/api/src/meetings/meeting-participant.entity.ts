import { PARTICIPANT_SIDES, type ParticipantSide } from '@insyn/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, OneOf } from '../database/columns.js';
import { Evidence } from '../evidence/evidence.entity.js';

/** Who took part in a meeting, from which side. Names never reach the public variant. */
@Entity('meeting_participant')
@BelongsTo('meeting_participant', () => Evidence, 'evidenceId')
@OneOf('meeting_participant', 'side', PARTICIPANT_SIDES)
export class MeetingParticipant {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') evidenceId!: string;
  @Column('text') side!: ParticipantSide;
  @Column('text') name!: string;
  @Column('text') role!: string;
  @Column('text', { nullable: true }) email!: string | null;
  /** Null until somebody has ticked who came. */
  @Column('boolean', { nullable: true }) attended!: boolean | null;
}
