import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Provider } from './provider.entity.js';

/** That a municipality follows a provider up, and what it notes about it. The provider itself is global. */
@Entity('provider_registration')
@PointsAt('provider_registration', () => Municipality, 'municipalityId')
@PointsAt('provider_registration', () => Provider, 'providerId')
@PointsAt('provider_registration', () => Account, 'createdBy')
export class ProviderRegistration {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') providerId!: string;
  @Column('text', { default: '' }) note!: string;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
}
