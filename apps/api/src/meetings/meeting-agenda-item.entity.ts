import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Clause } from '../contracts/clause.entity.js';
import { BelongsTo } from '../database/columns.js';
import { Evidence } from '../evidence/evidence.entity.js';

/** One item of a meeting's agenda. */
@Entity('meeting_agenda_item')
@BelongsTo('meeting_agenda_item', () => Clause, 'clauseId')
@BelongsTo('meeting_agenda_item', () => Evidence, 'evidenceId')
export class MeetingAgendaItem {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') evidenceId!: string;
  @Column('integer') position!: number;
  @Column('text') text!: string;
  @Column('uuid', { nullable: true }) clauseId!: string | null;
}
