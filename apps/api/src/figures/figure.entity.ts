import { FIGURE_SOURCES, FIGURE_UNITS, type FigureSource, type FigureUnit } from '@insyn/domain';
import { Check, Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { BelongsTo, OneOf } from '../database/columns.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';

/** A figure of the overview, counted or reported (R4). Counted: found of total. Reported: the words as given. */
@Entity('figure')
@BelongsTo('figure', () => FollowUp, 'followUpId')
@OneOf('figure', 'unit', FIGURE_UNITS)
@OneOf('figure', 'source', FIGURE_SOURCES)
@Check(
  'figure_value_ck',
  "(source = 'counted' and found is not null and (total is null or found <= total) and reported_words is null) or (source = 'reported' and reported_words is not null and found is null and total is null)",
)
export class Figure {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') followUpId!: string;
  @Column('text') name!: string;
  @Column('text') unit!: FigureUnit;
  @Column('text') period!: string;
  @Column('text') source!: FigureSource;
  @Column('integer', { nullable: true }) found!: number | null;
  @Column('integer', { nullable: true }) total!: number | null;
  @Column('text', { nullable: true }) reportedWords!: string | null;
  @Column('text', { nullable: true }) reportedBy!: string | null;
  @Column('boolean') aboutPersons!: boolean;
  @Column('integer') position!: number;
  @VersionColumn({ default: 1 }) version!: number;
}
