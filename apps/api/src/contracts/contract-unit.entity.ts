import { Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo } from '../database/columns.js';
import { Contract } from './contract.entity.js';
import { Unit } from '../units/unit.entity.js';

/** Which units a contract covers. */
@Entity('contract_unit')
@BelongsTo('contract_unit', () => Contract, 'contractId')
@BelongsTo('contract_unit', () => Unit, 'unitId')
export class ContractUnit {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') contractId!: string;
  @PrimaryColumn('uuid') unitId!: string;
}
