import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A person, for the whole installation. Which municipalities and roles is said by the memberships. */
@Entity('account')
@Check('account_email_ck', 'email = lower(email) and length(email) <= 254')
export class Account {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_pk' })
  public id!: string;

  @Column('text')
  public email!: string;

  @Column('text')
  public name!: string;

  @Column('text', { nullable: true })
  public title!: string | null;

  @Column('text', { nullable: true, select: false })
  public passwordHash!: string | null;

  @Column('timestamptz', { nullable: true })
  public suspendedAt!: Date | null;

  @Column('integer', { default: 1 })
  public version!: number;

  @Column('timestamptz', { default: () => 'now()' })
  public createdAt!: Date;
}
