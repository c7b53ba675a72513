import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The last running number that a committee has given out in a year. */
@Entity('case_number_series')
@Check('case_number_series_year_ck', 'year between 1990 and 2200')
@ForeignKey('committee', ['municipalityId', 'committeeId'], ['municipalityId', 'id'], {
  name: 'case_number_series_committee_fk',
})
export class CaseNumberSeries {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'case_number_series_pk' })
  public municipalityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'case_number_series_pk' })
  public committeeId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'case_number_series_pk' })
  public year!: number;

  @Column('integer', { default: 0 })
  public lastNumber!: number;
}
