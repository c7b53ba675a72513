import { Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo } from '../database/columns.js';
import { ActionMove } from './action-move.entity.js';
import { Attachment } from '../attachments/attachment.entity.js';

/** A file that shows an early verification. */
@Entity('action_move_attachment')
@BelongsTo('action_move_attachment', () => ActionMove, 'moveId')
@BelongsTo('action_move_attachment', () => Attachment, 'attachmentId')
export class ActionMoveAttachment {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') moveId!: string;
  @PrimaryColumn('uuid') attachmentId!: string;
}
