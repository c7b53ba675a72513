import type { ServiceType } from '@insyn/domain';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { PointsAt } from '../database/columns.js';
import { Municipality } from '../municipalities/municipality.entity.js';

/** A named set of questions for a type of service (frågebatteri). */
@Entity('question_set')
@PointsAt('question_set', () => Account, 'createdBy')
@PointsAt('question_set', () => Municipality, 'municipalityId')
export class QuestionSet {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') serviceType!: ServiceType;
  @Column('boolean', { default: false }) archived!: boolean;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
}
