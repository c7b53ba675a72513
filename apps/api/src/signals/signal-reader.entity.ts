import { Entity, PrimaryColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { BelongsTo, PointsAt } from '../database/columns.js';
import { Signal } from './signal.entity.js';

/** A person named as reader of a lex Sarah report. */
@Entity('signal_reader')
@PointsAt('signal_reader', () => Account, 'accountId')
@BelongsTo('signal_reader', () => Signal, 'signalId')
export class SignalReader {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') signalId!: string;
  @PrimaryColumn('uuid') accountId!: string;
}
