import { FINDING_KINDS, SEVERITIES, type FindingKind, type Severity } from '@insyn/domain';
import { Check, Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { BelongsTo, OneOf } from '../database/columns.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';

/** A deficiency, an improvement area or a strength. */
@Entity('finding')
@BelongsTo('finding', () => FollowUp, 'followUpId')
@OneOf('finding', 'kind', FINDING_KINDS)
@OneOf('finding', 'severity', SEVERITIES)
@Check('finding_severity_of_deficiency_ck', "(kind = 'deficiency') = (severity is not null)")
export class Finding {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') followUpId!: string;
  @Column('text') kind!: FindingKind;
  @Column('text', { nullable: true }) severity!: Severity | null;
  @Column('text') title!: string;
  @Column('text', { default: '' }) text!: string;
  @Column('text', { nullable: true }) legalGround!: string | null;
  @Column('text', { nullable: true }) remedied!: string | null;
  @Column('integer') position!: number;
  @VersionColumn({ default: 1 }) version!: number;
}
