import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LexSarahRecipientsRequest } from '@insyn/api-schema/server';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import type { StaffUser } from '../http/current-user.js';
import { requirePermission } from '../http/permitted-committees.js';
import { NotFound } from '../http/problem.js';
import { JobsService } from '../jobs/jobs.service.js';
import { queueMail } from '../mails/queue-mail.js';
import { Settings } from '../settings/settings.js';
import { LexSarahRecipient } from './lex-sarah-recipient.entity.js';
import { RECIPIENT_ROLES, requireStaffOf } from './signal-people.js';

/** Who in a committee is told of the lex Sarah reports that its providers hand in, and the telling. */
@Injectable()
export class LexSarahService implements OnModuleInit {
  public constructor(
    private readonly db: Database,
    private readonly jobs: JobsService,
    private readonly settings: Settings,
  ) {}

  public onModuleInit(): void {
    this.jobs.register('receive-signal', ({ data }) => {
      if (data['signalId'] === undefined) throw new Error('The job names no signal.');
      return this.receive(data.municipalityId, data['signalId']);
    });
  }

  /** Says who is told from now on. Reports that have come in keep the readers that they have. */
  public nameRecipients(
    user: StaffUser,
    committeeId: string,
    { accountIds }: LexSarahRecipientsRequest,
  ): Promise<void> {
    return this.db.transaction(user, async (tx) => {
      const { municipalityId } = tx;
      const known = await tx.query('select 1 from committee where municipality_id = $1 and id = $2', [
        municipalityId,
        committeeId,
      ]);
      if (known.length === 0) throw new NotFound();
      requirePermission(user, 'follow-up.decide', committeeId);
      await requireStaffOf(tx, committeeId, RECIPIENT_ROLES, accountIds, 'accountIds');
      const before = await recipientsOf(tx, committeeId);
      await tx.query('delete from lex_sarah_recipient where municipality_id = $1 and committee_id = $2', [
        municipalityId,
        committeeId,
      ]);
      if (accountIds.length > 0) {
        await tx.insert(
          LexSarahRecipient,
          accountIds.map((accountId) => ({ municipalityId, committeeId, accountId })),
        );
      }
      tx.appendEvent({
        kind: 'lex-sarah-recipients.changed',
        subjectKind: 'committee',
        subjectId: committeeId,
        summary: 'Ändrade vilka som får lex Sarah-rapporter',
        before: { accountIds: before },
        after: { accountIds },
      });
    });
  }

  /**
   * Names the committee's recipients as readers of a report that a provider handed in, and mails each of them that there is
   * something to read, and nothing of what. Without recipients it goes to the committee's managers: a report that nobody
   * may read would be lost. Done twice it is done once.
   */
  public async receive(municipalityId: string, signalId: string): Promise<void> {
    await this.db.jobs(municipalityId, async (tx) => {
      const [signal] = await tx.query<{ committeeId: string }>(
        `select committee_id as "committeeId" from signal
         where municipality_id = $1 and id = $2 and kind = 'lex-sarah' for update`,
        [municipalityId, signalId],
      );
      if (signal === undefined) return;
      const named = await recipientsOf(tx, signal.committeeId);
      const readers = named.length > 0 ? named : await managersOf(tx, signal.committeeId);
      const added = await tx.query<{ accountId: string }>(
        `insert into signal_reader (municipality_id, signal_id, account_id)
         select $1, $2, r.account_id from unnest($3::uuid[]) as r (account_id)
         on conflict do nothing returning account_id as "accountId"`,
        [municipalityId, signalId, readers],
      );
      for (const { accountId } of added) {
        await queueMail(tx, {
          kind: 'reminder',
          to: { accountId },
          subject: 'Det finns något nytt att läsa i Insyn',
          text: `Hej!\n\nNågot har kommit in som du är utsedd att läsa. Logga in för att se vad: ${this.settings.PUBLIC_URL}`,
        });
      }
    });
  }
}

async function recipientsOf(tx: Transaction, committeeId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select l.account_id as id from lex_sarah_recipient l join account a on a.id = l.account_id
     where l.municipality_id = $1 and l.committee_id = $2 and a.suspended_at is null and exists (
       select 1 from membership m
       where m.municipality_id = $1 and m.account_id = l.account_id and m.role = any ($3)
         and (m.committee_id is null or m.committee_id = $2))
     order by 1`,
    [tx.municipalityId, committeeId, RECIPIENT_ROLES],
  );
  return rows.map(({ id }) => id);
}

async function managersOf(tx: Transaction, committeeId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select distinct a.id from membership m join account a on a.id = m.account_id
     where m.municipality_id = $1 and m.role = 'manager' and (m.committee_id is null or m.committee_id = $2)
       and a.suspended_at is null
     order by 1`,
    [tx.municipalityId, committeeId],
  );
  return rows.map(({ id }) => id);
}
