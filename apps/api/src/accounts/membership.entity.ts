import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Role } from '@insyn/domain';

/** One role of one person: in a municipality and a committee (none: all of them), or for a provider. */
@Entity('membership')
@Check('membership_role_ck', "role in ('officer', 'manager', 'registrar', 'auditor', 'administrator', 'provider')")
@Check(
  'membership_side_ck',
  `(role = 'provider' and provider_id is not null and municipality_id is null and committee_id is null)
    or (role <> 'provider' and provider_id is null and municipality_id is not null)`,
)
@Check('membership_primary_ck', "not is_primary or role = 'provider'")
@ForeignKey('account', ['accountId'], ['id'], { name: 'membership_account_fk' })
@ForeignKey('municipality', ['municipalityId'], ['id'], { name: 'membership_municipality_fk' })
@ForeignKey('committee', ['municipalityId', 'committeeId'], ['municipalityId', 'id'], {
  name: 'membership_committee_fk',
})
@ForeignKey('provider', ['providerId'], ['id'], { name: 'membership_provider_fk' })
@Index('membership_provider_ix', ['providerId'])
@Index('membership_primary_uq', { synchronize: false })
@Index('membership_municipality_ix', ['municipalityId', 'committeeId', 'accountId'])
@Unique('membership_once_uq', ['accountId', 'municipalityId', 'committeeId', 'providerId', 'role'])
export class Membership {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'membership_pk' })
  public id!: string;

  @Column('uuid')
  public accountId!: string;

  @Column('uuid', { nullable: true })
  public municipalityId!: string | null;

  @Column('uuid', { nullable: true })
  public committeeId!: string | null;

  @Column('uuid', { nullable: true })
  public providerId!: string | null;

  @Column('text')
  public role!: Role;

  /** The provider's primary contact, one for each provider. */
  @Column('boolean', { default: false })
  public isPrimary!: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  public createdAt!: Date;
}
