import { INTERVIEW_FORMS, type InterviewForm, RESPONDENT_GROUPS, type RespondentGroup } from '@insyn/domain';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, OneOf } from '../database/columns.js';
import { Evidence } from '../evidence/evidence.entity.js';

/** What is special to evidence that is an interview. It never takes a name. */
@Entity('interview')
@Check('interview_persons_ck', 'persons between 1 and 500')
@OneOf('interview', 'form', INTERVIEW_FORMS)
@OneOf('interview', 'respondents', RESPONDENT_GROUPS)
@BelongsTo('interview', () => Evidence, 'evidenceId')
export class Interview {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') evidenceId!: string;
  @Column('text') respondents!: RespondentGroup;
  @Column('integer') persons!: number;
  @Column('text') form!: InterviewForm;
}
