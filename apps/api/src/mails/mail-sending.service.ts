import { buffer } from 'node:stream/consumers';
import { join } from 'node:path';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { MailAttachment } from '@insyn/api-schema';
import type { MailKind, MailState } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { FileStore } from '../files/file-store.js';
import { JobsService } from '../jobs/jobs.service.js';
import { Settings } from '../settings/settings.js';
import { mailOutcomeEvent } from './mail-event.js';
import { isMailAddress, type MailContent, mailMessage } from './mail-message.js';
import { writeMailFile } from './mail-files.js';
import { deliver, type Delivery } from './smtp-delivery.js';

/** How often a mail is tried. The queue gives one run more, for a process that was killed during one. */
export const MAIL_ATTEMPTS = 14;

/** A mail that is to be tried now. */
interface WaitingMail {
  id: string;
  kind: MailKind;
  followUpId: string | null;
  toAddress: string | null;
  toName: string;
  toAccountId: string | null;
  subject: string;
  text: string;
  secret: string | null;
  attachments: MailAttachment[];
  createdAt: Date;
  state: MailState;
  handedOverAt: Date | null;
  municipality: string;
}

/** The mail waits on: the job is to be run again. Holds nothing of the mail, since it is logged. */
class MailWaits extends Error {
  public override readonly name = 'MailWaits';
}

/**
 * Sends mail from jobs, never twice. The moment the server begins to read a message, the row is marked as handed over, in a
 * transaction of its own and once only: after it, only an answer of the server ends in anything but "uncertain".
 */
@Injectable()
export class MailSendingService implements OnModuleInit {
  readonly #logger = new Logger('Mail');

  public constructor(
    private readonly db: Database,
    private readonly settings: Settings,
    private readonly files: FileStore,
    private readonly jobs: JobsService,
  ) {}

  public onModuleInit(): void {
    this.jobs.register('send-mail', ({ data }) => {
      if (data['mailId'] === undefined) throw new Error('The job names no mail.');
      return this.send(data.municipalityId, data['mailId']);
    });
  }

  /** Tries a mail once, unless it has gone or was given up. @throws MailWaits when it is to be tried again. */
  public async send(municipalityId: string, mailId: string): Promise<void> {
    const mail = await this.#begin(municipalityId, mailId);
    if (mail === null) return;
    let mark: string | null = null;
    const receiver = { name: mail.toName };
    const delivery = await this.#offer(mail, receiver, async () => {
      mark = await this.#markHandedOver(municipalityId, mail.id);
    }).catch((error: Error): Delivery => {
      this.#logger.error({ mailId, err: error }, 'A mail could not be made ready');
      return { outcome: 'not-begun', reason: 'Mejlet kunde inte göras i ordning för att skickas.' };
    });
    const waits = await this.db.jobs(municipalityId, async (tx) => {
      const state = await writeOutcome(tx, mail.id, delivery, { mark, toName: receiver.name });
      if (state === 'waiting' || state === undefined) return true;
      tx.appendEvent(mailOutcomeEvent(mail, state));
      return false;
    });
    if (waits) throw new MailWaits(`The mail waits: ${delivery.outcome}.`);
  }

  /** Sends the mail, or writes it as a file where there is no server. */
  async #offer(mail: WaitingMail, receiver: { name: string }, onBody: () => Promise<void>): Promise<Delivery> {
    const to = await this.#receiver(mail);
    if ('fault' in to) return { outcome: 'refused', reason: to.fault };
    receiver.name = to.name;
    const message = await mailMessage(await this.#content(mail, to), this.settings.PUBLIC_URL);
    const { SMTP_URL, DATA_DIR } = this.settings;
    if (SMTP_URL !== undefined) return deliver(SMTP_URL, message, onBody);
    await writeMailFile(join(DATA_DIR, 'mail'), { ...mail, raw: message.raw });
    return { outcome: 'taken' };
  }

  /** Counts the attempt. Null when there is nothing to do; what was handed over and has no outcome becomes uncertain. */
  #begin(municipalityId: string, mailId: string): Promise<WaitingMail | null> {
    return this.db.jobs(municipalityId, async (tx) => {
      const [mail] = await tx.query<WaitingMail>(
        `select m.id, m.kind, m.follow_up_id as "followUpId", m.to_address as "toAddress", m.to_name as "toName",
           m.to_account_id as "toAccountId", m.subject, m.text, m.secret, m.attachments, m.created_at as "createdAt", m.state,
           m.handed_over_at as "handedOverAt", o.name as municipality
         from mail m join municipality o on o.id = m.municipality_id
         where m.municipality_id = $1 and m.id = $2
         for update of m`,
        [municipalityId, mailId],
      );
      if (mail === undefined) throw new Error(`There is no mail ${mailId}.`);
      if (mail.state !== 'waiting') return null;
      if (mail.handedOverAt !== null) {
        await tx.query(
          `update mail set state = 'uncertain', last_error = $3, version = version + 1 where municipality_id = $1 and id = $2`,
          [municipalityId, mailId, 'Sändningen avbröts när e-postservern hade börjat ta emot mejlet.'],
        );
        tx.appendEvent(mailOutcomeEvent(mail, 'uncertain'));
        return null;
      }
      await tx.query('update mail set attempts = attempts + 1 where municipality_id = $1 and id = $2', [
        municipalityId,
        mailId,
      ]);
      return mail;
    });
  }

  /** Where the mail goes. An account's address is the one it has today; people are global, so this is asked before any tenant. */
  async #receiver(mail: WaitingMail): Promise<{ address: string; name: string } | { fault: string }> {
    let receiver = { address: mail.toAddress ?? '', name: mail.toName };
    if (mail.toAccountId !== null) {
      const [account] = await this.db.authRead<{ address: string; name: string; suspended: boolean }>({
        name: 'mails-receiver',
        text: 'select email as address, name, suspended_at is not null as suspended from account where id = $1',
        values: [mail.toAccountId],
      });
      if (account === undefined || account.suspended) return { fault: 'Mottagarens konto är avstängt.' };
      receiver = account;
    }
    return isMailAddress(receiver.address) ? receiver : { fault: 'Mottagarens adress är ingen e-postadress.' };
  }

  async #content(mail: WaitingMail, to: { address: string; name: string }): Promise<MailContent> {
    const attachments = await Promise.all(
      mail.attachments.map(async (attachment) => {
        if (attachment.sha256 === undefined) return attachment;
        const { stream } = await this.files.open(attachment.sha256);
        return { ...attachment, content: await buffer(stream) };
      }),
    );
    return { ...mail, to, from: { name: mail.municipality, address: this.settings.MAIL_FROM }, attachments };
  }

  /**
   * Writes that the server begins to read the mail. Of two who try at once only one comes this far.
   * @returns the mark, by which the outcome is known to be that of this very attempt. @throws MailWaits for the other one.
   */
  #markHandedOver(municipalityId: string, mailId: string): Promise<string> {
    return this.db.jobs(municipalityId, async (tx) => {
      const [marked] = await tx.query<{ mark: string }>(
        `update mail set handed_over_at = clock_timestamp()
         where municipality_id = $1 and id = $2 and state = 'waiting' and handed_over_at is null
         returning handed_over_at::text as mark`,
        [municipalityId, mailId],
      );
      if (marked === undefined) throw new MailWaits('Another process is sending the mail.');
      return marked.mark;
    });
  }
}

/** Writes what became of this attempt. @returns the new state; undefined when the row now belongs to another attempt. */
async function writeOutcome(
  tx: Transaction,
  mailId: string,
  delivery: Delivery,
  attempt: { readonly mark: string | null; readonly toName: string },
): Promise<MailState | undefined> {
  const [written] = await tx.query<{ state: MailState }>(
    `update mail m set version = m.version + 1,
       state = case $3 when 'taken' then 'sent' when 'refused' then 'failed' when 'unanswered' then 'uncertain'
         else case when m.attempts >= $6 then 'failed' else 'waiting' end end,
       last_error = $4, to_name = $8,
       handed_over_at = case when $3 in ('not-begun', 'postponed') then null else m.handed_over_at end,
       sent_at = case when $3 = 'taken' then $7::timestamptz end,
       secret = case when $3 = 'taken' and not o.demo then null else m.secret end
     from municipality o
     where o.id = m.municipality_id and m.municipality_id = $1 and m.id = $2 and m.state in ('waiting', 'uncertain')
       and m.handed_over_at is not distinct from $5::timestamptz
     returning m.state`,
    [
      tx.municipalityId,
      mailId,
      delivery.outcome,
      delivery.outcome === 'taken' ? null : delivery.reason,
      attempt.mark,
      MAIL_ATTEMPTS,
      tx.now,
      attempt.toName,
    ],
  );
  return written?.state;
}
