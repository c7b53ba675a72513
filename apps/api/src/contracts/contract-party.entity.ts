import type { CalendarDate } from '@insyn/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, PointsAt } from '../database/columns.js';
import { Contract } from './contract.entity.js';
import { Provider } from '../providers/provider.entity.js';

/** Which provider is party to a contract, from and to. */
@Entity('contract_party')
@BelongsTo('contract_party', () => Contract, 'contractId')
@PointsAt('contract_party', () => Provider, 'providerId')
export class ContractParty {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') contractId!: string;
  @Column('uuid') providerId!: string;
  @Column('date') fromDate!: CalendarDate;
  @Column('date', { nullable: true }) toDate!: CalendarDate | null;
}
