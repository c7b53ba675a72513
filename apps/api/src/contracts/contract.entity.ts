import {
  CONTRACT_KINDS,
  REGIMES,
  type CalendarDate,
  type ContractKind,
  type Regime,
  type ServiceType,
} from '@insyn/domain';
import { Check, Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { Committee } from '../municipalities/committee.entity.js';

/** What a provider has undertaken: a contract, or the assignment of an own-run unit. */
@Entity('contract')
@BelongsTo('contract', () => Committee, 'committeeId')
@PointsAt('contract', () => Account, 'createdBy')
@OneOf('contract', 'kind', CONTRACT_KINDS)
@OneOf('contract', 'regime', REGIMES)
@Unique('contract_reference_uq', ['municipalityId', 'reference'])
@Check('contract_period_ck', 'starts_on <= ends_on and ends_on <= latest_end')
export class Contract {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') committeeId!: string;
  @Column('text') reference!: string;
  @Column('text') kind!: ContractKind;
  @Column('text') regime!: Regime;
  @Column('date') startsOn!: CalendarDate;
  @Column('date') endsOn!: CalendarDate;
  @Column('integer', { array: true }) extensionMonths!: number[];
  @Column('date') latestEnd!: CalendarDate;
  @Column('text', { array: true }) serviceTypes!: ServiceType[];
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
}
