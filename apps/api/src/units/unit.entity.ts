import type { ServiceType } from '@insyn/domain';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { PointsAt } from '../database/columns.js';
import { Municipality } from '../municipalities/municipality.entity.js';

/** The place where a service is given (enhet). */
@Entity('unit')
@PointsAt('unit', () => Municipality, 'municipalityId')
export class Unit {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text', { array: true }) serviceTypes!: ServiceType[];
  @Column('text', { array: true }) laws!: string[];
  @Column('integer', { nullable: true }) places!: number | null;
  @VersionColumn({ default: 1 }) version!: number;
}
