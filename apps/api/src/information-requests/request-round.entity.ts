import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { BelongsTo, PointsAt } from '../database/columns.js';
import { Committee } from '../municipalities/committee.entity.js';

/** One request sent to many providers at once (tertial round). */
@Entity('request_round')
@PointsAt('request_round', () => Account, 'createdBy')
@BelongsTo('request_round', () => Committee, 'committeeId')
export class RequestRound {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') committeeId!: string;
  @Column('text') name!: string;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
