import { MAIL_KINDS, MAIL_STATES, type MailKind, type MailState } from '@insyn/domain';
import { ApiProperty } from '@nestjs/swagger';
import type { MailListItem, MailView } from './mails.js';

const UUID = { type: String, format: 'uuid' } as const;
const INSTANT = { type: String, format: 'date-time' } as const;

class MailFollowUpResponse {
  @ApiProperty(UUID) id!: string;
  @ApiProperty({ type: String }) title!: string;
}

class MailAttachmentResponse {
  @ApiProperty({ type: String }) fileName!: string;
  @ApiProperty({ type: String }) mediaType!: string;
}

export class MailListItemResponse implements MailListItem {
  @ApiProperty(UUID) id!: string;
  @ApiProperty({ type: String, enum: MAIL_KINDS }) kind!: MailKind;
  @ApiProperty({ type: String }) to!: string;
  @ApiProperty({ type: String }) subject!: string;
  @ApiProperty({ type: String, enum: MAIL_STATES }) state!: MailState;
  @ApiProperty({ type: 'integer' }) attempts!: number;
  @ApiProperty({ type: String, nullable: true }) lastError!: string | null;
  @ApiProperty(INSTANT) createdAt!: string;
  @ApiProperty({ ...INSTANT, nullable: true }) sentAt!: string | null;
  @ApiProperty({ type: MailFollowUpResponse, nullable: true }) followUp!: MailFollowUpResponse | null;
}

export class MailResponse extends MailListItemResponse implements MailView {
  @ApiProperty({ type: String, description: 'with single-use links masked, but for the demo municipality' })
  text!: string;
  @ApiProperty({ type: [MailAttachmentResponse] }) attachments!: MailAttachmentResponse[];
  @ApiProperty({ type: Boolean }) mayResend!: boolean;
  @ApiProperty({ type: 'integer' }) version!: number;
}
