import { HIT_SETTLEMENTS, SCREEN_HIT_KINDS, type HitSettlement, type ScreenHitKind } from '@insyn/domain';
import { Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { Publication } from './publication.entity.js';

/** Something the screen found in a report, and how a named person settled it (R17). */
@Entity('screen_hit')
@BelongsTo('screen_hit', () => Publication, 'publicationId')
@PointsAt('screen_hit', () => Account, 'settledBy')
@OneOf('screen_hit', 'kind', SCREEN_HIT_KINDS)
@OneOf('screen_hit', 'settlement', HIT_SETTLEMENTS)
@Unique('screen_hit_publication_id_hit_key_uq', ['municipalityId', 'publicationId', 'hitKey'])
export class ScreenHit {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') publicationId!: string;
  @Column('text') hitKey!: string;
  @Column('text') kind!: ScreenHitKind;
  /** Which text of the report, by its own key; see report-texts.ts. */
  @Column('text') section!: string;
  @Column('text') place!: string;
  /** Where in that text the hit begins; `start` and `end` are its place in the excerpt. */
  @Column('integer') position!: number;
  @Column('text') advice!: string;
  @Column('text') excerpt!: string;
  @Column('integer') start!: number;
  @Column('integer') end!: number;
  @Column('text', { nullable: true }) settlement!: HitSettlement | null;
  @Column('text', { nullable: true }) replacement!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { nullable: true }) settledBy!: string | null;
  @Column('timestamptz', { nullable: true }) settledAt!: Date | null;
  @VersionColumn({ default: 1 }) version!: number;
}
