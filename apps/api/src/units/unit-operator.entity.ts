import type { CalendarDate } from '@insyn/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, PointsAt } from '../database/columns.js';
import { Provider } from '../providers/provider.entity.js';
import { Unit } from './unit.entity.js';

/** Which provider operates a unit, from and to; the history stays with both. */
@Entity('unit_operator')
@BelongsTo('unit_operator', () => Unit, 'unitId')
@PointsAt('unit_operator', () => Provider, 'providerId')
export class UnitOperator {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') unitId!: string;
  @Column('uuid') providerId!: string;
  @Column('date') fromDate!: CalendarDate;
  @Column('date', { nullable: true }) toDate!: CalendarDate | null;
}
