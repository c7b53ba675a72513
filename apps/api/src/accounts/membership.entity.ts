import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '@insyn/domain';

/** One role of one person: in a municipality and a committee (none: all of them), or for a provider. */
@Entity('membership')
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

  @Column('timestamptz', { default: () => 'now()' })
  public createdAt!: Date;
}
