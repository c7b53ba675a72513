import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { PointsAt } from '../database/columns.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Provider } from './provider.entity.js';

/** A person at a provider whom the municipality turns to. */
@Entity('contact')
@PointsAt('contact', () => Municipality, 'municipalityId')
@PointsAt('contact', () => Provider, 'providerId')
export class Contact {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') providerId!: string;
  @Column('text') name!: string;
  @Column('text', { default: '' }) role!: string;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @VersionColumn({ default: 1 }) version!: number;
}
