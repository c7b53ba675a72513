import type { MailAttachment } from '@insyn/api-schema';
import type { MailKind } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { oneLine } from './header-text.js';
import { Mail } from './mail.entity.js';

/** A mail to be sent. Subject and text are Swedish; `{link}` in the text stands for the single-use link of `secret`. */
export interface NewMail {
  readonly kind: MailKind;
  /** A person without an account, or an account, whose address is looked up when the mail is sent. */
  readonly to: { readonly address: string; readonly name: string } | { readonly accountId: string };
  readonly subject: string;
  readonly text: string;
  /** The token of the link `<PUBLIC_URL>/utforare/inbjudan#<secret>`. It is removed when the mail has gone. */
  readonly secret?: string;
  readonly attachments?: readonly MailAttachment[];
  readonly followUpId?: string | null;
  /** The information request that it is about, which shows whether it has gone. */
  readonly requestId?: string | null;
  readonly providerId?: string | null;
}

/**
 * Puts a mail in the queue; it is sent only if the transaction is committed, and never twice. In a transaction of the staff,
 * of a provider or of a job. @returns the mail's id. @throws Error for a secret that the text does not use.
 */
export async function queueMail(tx: Transaction, mail: NewMail): Promise<string> {
  if (mail.secret !== undefined && !mail.text.includes('{link}')) throw new Error('A secret needs a text with {link}.');
  const id = tx.newId();
  const { municipalityId } = tx;
  const { kind, to, subject, text, secret = null, attachments = [] } = mail;
  const { followUpId = null, requestId = null, providerId = null } = mail;
  const receiver =
    'accountId' in to ? { toAccountId: to.accountId } : { toAddress: oneLine(to.address), toName: oneLine(to.name) };
  await tx.insert(Mail, {
    municipalityId,
    id,
    kind,
    ...receiver,
    subject: oneLine(subject),
    text,
    secret,
    attachments: [...attachments],
    followUpId,
    requestId,
    providerId,
    createdAt: tx.now,
  });
  tx.enqueue('send-mail', { municipalityId, ids: { mailId: id } });
  return id;
}
