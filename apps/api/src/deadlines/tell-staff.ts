import type { MailKind } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { queueMail } from '../mails/queue-mail.js';

/** A mail to colleagues about a case. */
export interface StaffMessage {
  readonly followUpId: string;
  readonly kind: MailKind;
  readonly subject: string;
  readonly text: readonly string[];
  /** Where in the client it leads, from `/app`. */
  readonly path: string;
}

/** Mails the team of a case; where nobody is in it any more, the one who opened it. */
export async function tellTeam(tx: Transaction, message: StaffMessage): Promise<number> {
  return tell(tx, await tx.query<{ id: string }>(TEAM, [tx.municipalityId, message.followUpId]), message);
}

/** Mails the managers of the committee that owns the case, but for those who have declared a conflict of interest in it. */
export async function tellManagers(tx: Transaction, message: StaffMessage): Promise<number> {
  return tell(tx, await tx.query<{ id: string }>(MANAGERS, [tx.municipalityId, message.followUpId]), message);
}

async function tell(tx: Transaction, people: readonly { id: string }[], message: StaffMessage): Promise<number> {
  const { followUpId, kind, subject, text, path } = message;
  const letter = ['Hej!', ...text, `Öppna i Insyn:\n${tx.publicUrl}/app${path}`].join('\n\n');
  for (const { id: accountId } of people)
    await queueMail(tx, { kind, to: { accountId }, subject, text: letter, followUpId });
  return people.length;
}

const TEAM = `
with team as (
  select t.account_id as id from follow_up_team_member t
    join account a on a.id = t.account_id and a.suspended_at is null
  where t.municipality_id = $1 and t.follow_up_id = $2)
select id from team
union
select f.created_by from follow_up f
  join account a on a.id = f.created_by and a.suspended_at is null
where f.municipality_id = $1 and f.id = $2 and not exists (select 1 from team)
order by id`;
const MANAGERS = `
select distinct a.id
from follow_up f
  join membership m on m.municipality_id = f.municipality_id and m.role = 'manager'
    and (m.committee_id is null or m.committee_id = f.committee_id)
  join account a on a.id = m.account_id and a.suspended_at is null
where f.municipality_id = $1 and f.id = $2
  and not exists (select 1 from conflict_declaration c
    where c.municipality_id = $1 and c.follow_up_id = f.id and c.account_id = a.id and c.has_conflict and c.lifted_at is null)
order by a.id`;
