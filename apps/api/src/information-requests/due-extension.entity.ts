import type { CalendarDate } from '@insyn/domain';
import { Check, Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import { Provider } from '../providers/provider.entity.js';
import { InformationRequest } from './information-request.entity.js';

/** The provider asks for more time; the officer grants or refuses it, with the reason. */
@Entity('due_extension')
@OneOf('due_extension', 'decision', ['granted', 'refused'])
@Check('due_extension_granted_ck', "(decision = 'granted') = (new_due is not null) or decision is null")
@PointsAt('due_extension', () => Account, 'decidedBy')
@PointsAt('due_extension', () => Account, 'askedBy')
@PointsAt('due_extension', () => Provider, 'providerId')
@BelongsTo('due_extension', () => InformationRequest, 'requestId')
@Index('due_extension_waiting_uq', { synchronize: false })
export class DueExtension {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') requestId!: string;
  @Column('uuid') providerId!: string;
  @Column('date') wantedDue!: CalendarDate;
  @Column('text') reason!: string;
  @Column('uuid') askedBy!: string;
  @Column('timestamptz') askedAt!: Date;
  @Column('text', { nullable: true }) decision!: 'granted' | 'refused' | null;
  @Column('date', { nullable: true }) newDue!: CalendarDate | null;
  @Column('text', { default: '' }) decisionReason!: string;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @VersionColumn({ default: 1 }) version!: number;
}
