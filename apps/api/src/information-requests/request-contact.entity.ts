import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, PointsAt } from '../database/columns.js';
import { Provider } from '../providers/provider.entity.js';
import { InformationRequest } from './information-request.entity.js';

/** Whom the letter of a request was mailed to. */
@Entity('request_contact')
@PointsAt('request_contact', () => Provider, 'providerId')
@BelongsTo('request_contact', () => InformationRequest, 'requestId')
export class RequestContact {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') requestId!: string;
  @Column('uuid') providerId!: string;
  @Column('text') name!: string;
  @Column('text') email!: string;
}
