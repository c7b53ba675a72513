import { type CalendarDate } from '@insyn/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo } from '../database/columns.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';

/** What a follow-up held at the end of a day, kept before the first change of a later day. */
@Entity('follow_up_snapshot')
@BelongsTo('follow_up_snapshot', () => FollowUp, 'followUpId')
export class FollowUpSnapshot {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') followUpId!: string;
  @PrimaryColumn('date') day!: CalendarDate;
  @Column('jsonb') content!: object;
  @Column('timestamptz', { default: () => 'now()' }) savedAt!: Date;
}
