import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import { MAIL_KIND_LABELS, type MailKind, type MailState } from '@insyn/domain';
import { Database } from '../database/database.js';
import { requireNoConflict } from '../follow-ups/follow-up-access.js';
import type { StaffUser } from '../http/current-user.js';
import { permittedCommittees, requirePermission } from '../http/permitted-committees.js';
import { Conflict, NotFound } from '../http/problem.js';
import { Mail } from './mail.entity.js';
import { isResendable } from './mails.queries.js';

/** What an officer does to a mail. */
@Injectable()
export class MailsService {
  public constructor(private readonly db: Database) {}

  /**
   * Lets a mail that failed or is uncertain be tried again, from its first attempt. @throws NotFound for a mail of another
   * committee's case, Conflict for one that has gone or will be tried anyway.
   */
  public resend(user: StaffUser, id: string, version: number): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const [mail] = await tx.query<{
        kind: MailKind;
        state: MailState;
        followUpId: string | null;
        committeeId: string | null;
      }>(
        `select m.kind, m.state, m.follow_up_id as "followUpId", f.committee_id as "committeeId"
         from mail m left join follow_up f on f.municipality_id = m.municipality_id and f.id = m.follow_up_id
         where m.municipality_id = $1 and m.id = $2
           and (m.follow_up_id is null or $3::uuid[] is null or f.committee_id = any($3))
         for update of m`,
        [tx.municipalityId, id, permittedCommittees(user, 'mail.read')],
      );
      if (mail === undefined) throw new NotFound();
      if (mail.committeeId !== null) requirePermission(user, 'follow-up.write', mail.committeeId);
      if (mail.followUpId !== null) await requireNoConflict(tx, [mail.followUpId]);
      if (!isResendable(mail.state)) {
        const why = mail.state === 'sent' ? 'Mejlet har redan skickats.' : 'Mejlet väntar redan på att skickas.';
        throw new Conflict('mail-not-resendable', why);
      }
      const next = await tx.update(Mail, id, version, {
        state: 'waiting',
        attempts: 0,
        lastError: null,
        handedOverAt: null,
      });
      tx.appendEvent({
        kind: 'mail.resent',
        subjectKind: 'mail',
        subjectId: id,
        followUpId: mail.followUpId,
        summary: `Mejl skickas igen: ${MAIL_KIND_LABELS[mail.kind].toLowerCase()}`,
      });
      tx.enqueue('send-mail', { municipalityId: tx.municipalityId, ids: { mailId: id } });
      return { id, version: next };
    });
  }
}
