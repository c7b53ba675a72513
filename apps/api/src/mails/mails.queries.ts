import { Injectable } from '@nestjs/common';
import type { MailListItem, MailView, Page } from '@insyn/api-schema';
import type { MailKind, MailState } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { StaffUser } from '../http/current-user.js';
import { PAGE_SIZE, pageOf } from '../http/paging.js';
import { isPermitted, permittedCommittees } from '../http/permitted-committees.js';
import { NotFound } from '../http/problem.js';
import { Settings } from '../settings/settings.js';
import { textWithLink } from './mail-message.js';

/** What stands where a single-use link would let its reader in. */
const MASK = '••••';

interface ListRow {
  id: string;
  kind: MailKind;
  toAddress: string | null;
  toName: string;
  subject: string;
  state: MailState;
  attempts: number;
  lastError: string | null;
  createdAt: Date;
  sentAt: Date | null;
  followUpId: string | null;
  followUpTitle: string | null;
}

interface Row extends ListRow {
  text: string;
  secret: string | null;
  demo: boolean;
  attachments: { fileName: string; mediaType: string }[];
  committeeId: string | null;
  version: number;
}

// A provider's account is not for the staff to see: its address is null, and its name is the one that the mail has.
const COLUMNS = `
  m.id, m.kind, m.subject, m.state, m.attempts, m.last_error as "lastError", m.created_at as "createdAt",
  m.sent_at as "sentAt", f.id as "followUpId", f.title as "followUpTitle",
  case when m.to_account_id is null then m.to_address else a.email end as "toAddress",
  case when a.id is null then m.to_name else a.name end as "toName"`;

// A mail that belongs to no case is for all who read mail in any committee.
const VISIBLE = `
  from mail m
    join municipality o on o.id = m.municipality_id
    left join follow_up f on f.municipality_id = m.municipality_id and f.id = m.follow_up_id
    left join account a on a.id = m.to_account_id
  where m.municipality_id = $1 and (m.follow_up_id is null or $2::uuid[] is null or f.committee_id = any($2))`;

/** Mail as the staff sees it: of the own committees' cases (R20), with single-use links masked. */
@Injectable()
export class MailsQueries {
  public constructor(
    private readonly db: Database,
    private readonly settings: Settings,
  ) {}

  public async list(
    user: StaffUser,
    filter: { followUpId?: string; state?: MailState; after?: string },
  ): Promise<Page<MailListItem>> {
    const { followUpId = null, state = null, after = null } = filter;
    const rows = await this.db.read<ListRow>(user, {
      name: 'mails-list',
      text: `select ${COLUMNS} ${VISIBLE}
        and ($3::uuid is null or m.follow_up_id = $3) and ($4::text is null or m.state = $4)
        and ($5::uuid is null or m.id < $5)
        order by m.id desc limit $6`,
      values: [user.municipalityId, permittedCommittees(user, 'mail.read'), followUpId, state, after, PAGE_SIZE + 1],
    });
    const page = pageOf(rows, ({ id }) => [id], itemOf);
    return page.next === null ? page : { ...page, next: page.items.at(-1)?.id ?? null };
  }

  /** One mail with its text. @throws NotFound also for a mail of another committee's case. */
  public async detail(user: StaffUser, id: string): Promise<MailView> {
    const [row] = await this.db.read<Row>(user, {
      name: 'mails-detail',
      text: `select ${COLUMNS}, m.text, m.secret, o.demo, m.attachments, f.committee_id as "committeeId", m.version
        ${VISIBLE} and m.id = $3`,
      values: [user.municipalityId, permittedCommittees(user, 'mail.read'), id],
    });
    if (row === undefined) throw new NotFound();
    const { text, secret, demo, attachments, committeeId, version } = row;
    const mayWrite = committeeId === null || isPermitted(user, 'follow-up.write', committeeId);
    return {
      ...itemOf(row),
      text: textWithLink(text, this.settings.PUBLIC_URL, demo && secret !== null ? secret : MASK),
      attachments: attachments.map(({ fileName, mediaType }) => ({ fileName, mediaType })),
      mayResend: mayWrite && isResendable(row.state),
      version,
    };
  }
}

/** A mail that has not gone, and will not by itself. */
export function isResendable(state: MailState): boolean {
  return state === 'failed' || state === 'uncertain';
}

function itemOf(row: ListRow): MailListItem {
  const { id, kind, toAddress, toName, subject, state, attempts, lastError, createdAt, sentAt } = row;
  const { followUpId, followUpTitle } = row;
  return {
    id,
    kind,
    to: toAddress === null ? toName || 'Person hos utföraren' : toName ? `${toName} <${toAddress}>` : toAddress,
    subject,
    state,
    attempts,
    lastError,
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
    followUp: followUpId === null ? null : { id: followUpId, title: followUpTitle ?? '' },
  };
}
