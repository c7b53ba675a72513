import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last running number that a committee has given out in a year. */
@Entity('case_number_series')
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
