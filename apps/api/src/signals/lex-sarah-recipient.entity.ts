import { Entity, PrimaryColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { BelongsTo, PointsAt } from '../database/columns.js';
import { Committee } from '../municipalities/committee.entity.js';

/** A person who is told of the lex Sarah reports of a committee. */
@Entity('lex_sarah_recipient')
@PointsAt('lex_sarah_recipient', () => Account, 'accountId')
@BelongsTo('lex_sarah_recipient', () => Committee, 'committeeId')
export class LexSarahRecipient {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') committeeId!: string;
  @PrimaryColumn('uuid') accountId!: string;
}
