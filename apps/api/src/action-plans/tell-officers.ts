import type { MailKind } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { queueMail } from '../mails/queue-mail.js';

/** What the officers of a case are told about its action plan. */
export interface OfficerMessage {
  readonly followUpId: string;
  readonly providerId: string;
  readonly kind: MailKind;
  readonly subject: string;
  /** Paragraphs, without where to read more. */
  readonly text: readonly string[];
}

/** Mails the team of a case, or who opened it where it has none; with a link to the plan. In a transaction of a job. */
export async function tellOfficers(tx: Transaction, message: OfficerMessage): Promise<void> {
  const { followUpId, providerId, kind, subject } = message;
  const address = `${tx.publicUrl}/app/uppfoljningar/${followUpId}/atgardsplan`;
  const text = ['Hej!', ...message.text, `Läs i uppföljningen:\n${address}`].join('\n\n');
  const officers = await tx.query<{ accountId: string }>(OFFICERS, [tx.municipalityId, followUpId]);
  for (const { accountId } of officers) {
    await queueMail(tx, { kind, to: { accountId }, subject, text, followUpId, providerId });
  }
}

const OFFICERS = `
with team as (
  select m.account_id from follow_up_team_member m
    join account a on a.id = m.account_id and a.suspended_at is null
  where m.municipality_id = $1 and m.follow_up_id = $2)
select account_id as "accountId" from team
union all
select f.created_by from follow_up f where f.municipality_id = $1 and f.id = $2 and not exists (select 1 from team)
order by 1`;
