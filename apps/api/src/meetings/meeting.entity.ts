import { MEETING_FORMS, MEETING_STATES, type MeetingForm, type MeetingState } from '@insyn/domain';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, OneOf } from '../database/columns.js';
import { Evidence } from '../evidence/evidence.entity.js';

/** What is special to evidence that is a meeting. */
@Entity('meeting')
@BelongsTo('meeting', () => Evidence, 'evidenceId')
@OneOf('meeting', 'form', MEETING_FORMS)
@OneOf('meeting', 'state', MEETING_STATES)
@Check('meeting_time_ck', '(starts_at is null) = (ends_at is null) and (ends_at is null or ends_at > starts_at)')
export class Meeting {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') evidenceId!: string;
  @Column('text') form!: MeetingForm;
  @Column('text', { default: 'held' }) state!: MeetingState;
  @Column('timestamptz', { nullable: true }) startsAt!: Date | null;
  @Column('timestamptz', { nullable: true }) endsAt!: Date | null;
  @Column('text', { default: '' }) place!: string;
  @Column('text', { default: '' }) link!: string;
  /** Goes up with each change that the invited are told of (RFC 5545 SEQUENCE). */
  @Column('integer', { default: 0 }) sequence!: number;
  @Column('timestamptz', { nullable: true }) invitedAt!: Date | null;
}
