import { MEETING_FORMS, type MeetingForm } from '@insyn/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, OneOf } from '../database/columns.js';
import { Evidence } from '../evidence/evidence.entity.js';

/** What is special to evidence that is a meeting. */
@Entity('meeting')
@BelongsTo('meeting', () => Evidence, 'evidenceId')
@OneOf('meeting', 'form', MEETING_FORMS)
export class Meeting {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') evidenceId!: string;
  @Column('text') form!: MeetingForm;
}
