import type { CalendarDate } from '@insyn/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { PointsAt } from '../database/columns.js';
import { Municipality } from '../municipalities/municipality.entity.js';

/** What has been reminded of: once for a subject, its due date and the distance to it (R3). */
@Entity('deadline_reminder')
@PointsAt('deadline_reminder', () => Municipality, 'municipalityId')
export class DeadlineReminder {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('text') subjectKind!: string;
  @PrimaryColumn('uuid') subjectId!: string;
  @PrimaryColumn('date') due!: CalendarDate;
  @PrimaryColumn('integer') daysBefore!: number;
  @Column('date') remindedOn!: CalendarDate;
}
