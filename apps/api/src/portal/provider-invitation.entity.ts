import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { BelongsTo, PointsAt } from '../database/columns.js';
import { InformationRequest } from '../information-requests/information-request.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Provider } from '../providers/provider.entity.js';

/** A single-use link with which a person gets an account for a provider. Only the hash of its token is kept. */
@Entity('provider_invitation')
@Unique('provider_invitation_token_hash_uq', ['tokenHash'])
@Check('provider_invitation_email_ck', 'email = lower(email) and length(email) <= 254')
@PointsAt('provider_invitation', () => Account, 'invitedBy')
@PointsAt('provider_invitation', () => Account, 'usedBy')
@PointsAt('provider_invitation', () => Provider, 'providerId')
@BelongsTo('provider_invitation', () => InformationRequest, 'requestId')
@PointsAt('provider_invitation', () => Municipality, 'municipalityId')
export class ProviderInvitation {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid', { nullable: true }) requestId!: string | null;
  @Column('text') email!: string;
  @Column('text') name!: string;
  @Column('bytea') tokenHash!: Buffer;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
  @Column('uuid', { nullable: true }) usedBy!: string | null;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
  @Column('uuid') invitedBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
