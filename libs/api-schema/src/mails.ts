import type { MailKind, MailState } from '@insyn/domain';
import type { Id, Instant } from './identity.js';

/** A file of a mail: stored by its hash, or given as text (an .ics file). */
export interface MailAttachment {
  fileName: string;
  mediaType: string;
  sha256?: string;
  text?: string;
}

/** A row of `GET /api/mails?followUpId=&state=&after=`. Single-use links are masked, but for the demo municipality. */
export interface MailListItem {
  id: Id;
  kind: MailKind;
  to: string;
  subject: string;
  state: MailState;
  attempts: number;
  lastError: string | null;
  createdAt: Instant;
  sentAt: Instant | null;
  followUp: { id: Id; title: string } | null;
}

/** `GET /api/mails/:id`. */
export interface MailView extends MailListItem {
  text: string;
  attachments: { fileName: string; mediaType: string }[];
  /** Offered for a mail that failed or is uncertain. */
  mayResend: boolean;
  version: number;
}
