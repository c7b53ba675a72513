import { MAIL_STATES, type MailState } from '@insyn/domain';
import { ChoiceField, IdField } from './fields.js';

/** `GET /api/mails`. */
export class MailListQuery {
  @IdField({ optional: true }) followUpId?: string;
  @ChoiceField(MAIL_STATES, { optional: true }) state?: MailState;
  @IdField({ optional: true }) after?: string;
}
