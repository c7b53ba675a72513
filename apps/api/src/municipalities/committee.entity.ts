import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** The elected body inside a municipality that owns the case (nämnd), e.g. Socialnämnden with the prefix SON. */
@Entity('committee')
@Check('committee_prefix_ck', "prefix ~ '^[A-ZÅÄÖ]{2,6}$'")
@ForeignKey('municipality', ['municipalityId'], ['id'], { name: 'committee_municipality_fk' })
@Unique('committee_prefix_uq', ['municipalityId', 'prefix'])
export class Committee {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'committee_pk' })
  public municipalityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'committee_pk' })
  public id!: string;

  @Column('text')
  public name!: string;

  @Column('text')
  public prefix!: string;

  /** How a case number is made: {prefix}, {year}, {number:4} and {classification}. */
  @Column('text', { default: '{prefix}/{year}/{number:4}' })
  public caseNumberPattern!: string;

  @Column('text', { nullable: true })
  public classification!: string | null;

  /** The matters that are decided on delegation, by DELEGATED_MATTERS. */
  @Column('text', { array: true, default: [] })
  public delegatedMatters!: string[];

  /** The matters that are the committee's own (kommunallagen 6:38), by RESERVED_MATTERS. */
  @Column('text', { array: true, default: [] })
  public reservedMatters!: string[];

  @Column('integer', { default: 1 })
  public version!: number;
}
