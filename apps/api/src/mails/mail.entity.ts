import type { MailAttachment } from '@insyn/api-schema';
import { MAIL_KINDS, MAIL_STATES, type MailKind, type MailState } from '@insyn/domain';
import { Check, Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { BelongsTo, OneOf, PointsAt } from '../database/columns.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import { InformationRequest } from '../information-requests/information-request.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Provider } from '../providers/provider.entity.js';

/** A mail that waits, went, or could not be sent. The text names its single-use link `{link}`; the link's token lies in `secret` until it has gone. */
@Entity('mail')
@Check('mail_to_ck', '(to_address is null) <> (to_account_id is null)')
@OneOf('mail', 'state', MAIL_STATES)
@OneOf('mail', 'kind', MAIL_KINDS)
@PointsAt('mail', () => Provider, 'providerId')
@PointsAt('mail', () => Account, 'toAccountId')
@PointsAt('mail', () => Municipality, 'municipalityId')
@BelongsTo('mail', () => FollowUp, 'followUpId')
@BelongsTo('mail', () => InformationRequest, 'requestId')
@Index('mail_created_ix', { synchronize: false })
export class Mail {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: MailKind;
  @Column('text', { nullable: true }) toAddress!: string | null;
  @Column('text', { default: '' }) toName!: string;
  @Column('uuid', { nullable: true }) toAccountId!: string | null;
  @Column('text') subject!: string;
  @Column('text') text!: string;
  @Column('text', { nullable: true }) secret!: string | null;
  @Column('jsonb', { default: [] }) attachments!: MailAttachment[];
  @Column('uuid', { nullable: true }) followUpId!: string | null;
  @Column('uuid', { nullable: true }) requestId!: string | null;
  @Column('uuid', { nullable: true }) providerId!: string | null;
  @Column('text', { default: 'waiting' }) state!: MailState;
  @Column('integer', { default: 0 }) attempts!: number;
  @Column('text', { nullable: true }) lastError!: string | null;
  @Column('timestamptz', { nullable: true }) handedOverAt!: Date | null;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
}
