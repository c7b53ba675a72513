import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo } from '../database/columns.js';
import { Evidence } from '../evidence/evidence.entity.js';

/** What is special to evidence that is an observation. */
@Entity('observation')
@Check('observation_minutes_ck', 'minutes between 1 and 1440')
@BelongsTo('observation', () => Evidence, 'evidenceId')
export class Observation {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') evidenceId!: string;
  @Column('text') place!: string;
  @Column('text') situation!: string;
  @Column('integer', { nullable: true }) minutes!: number | null;
}
