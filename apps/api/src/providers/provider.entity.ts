import { PROVIDER_FORMS, type ProviderForm } from '@insyn/domain';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { OneOf } from '../database/columns.js';

/** A legal entity that gives care; one row for the whole installation, read-only to tenants (domain.md §3). */
@Entity('provider')
@OneOf('provider', 'form', PROVIDER_FORMS)
@Unique('provider_organisation_number_uq', ['organisationNumber'])
export class Provider {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') organisationNumber!: string;
  @Column('text') legalName!: string;
  @Column('text') form!: ProviderForm;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
