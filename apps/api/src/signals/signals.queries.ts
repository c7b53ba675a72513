import { Injectable } from '@nestjs/common';
import type { LexSarahRecipients, Page, SignalTimeline, SignalView } from '@insyn/api-schema';
import type { SignalListQuery } from '@insyn/api-schema/server';
import { isCalendarDate, proposesInDepth } from '@insyn/domain';
import { Database } from '../database/database.js';
import { INSTANT } from '../database/instant.sql.js';
import type { StaffUser } from '../http/current-user.js';
import { cursorOf, PAGE_SIZE, pageOf } from '../http/paging.js';
import { permittedCommittees } from '../http/permitted-committees.js';
import { Invalid, NotFound } from '../http/problem.js';
import { Clock } from '../settings/clock.js';
import { logReading } from './reading-log.js';
import { READER_ROLES } from './signal-people.js';

// Which lex Sarah reports a person sees is decided by the policy on the table: no statement here says a word of it.

@Injectable()
export class SignalsQueries {
  public constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The signals of one unit that the reader sees, newest first, and what they propose. @throws NotFound */
  public async timeline(user: StaffUser, unitId: string): Promise<SignalTimeline> {
    const [row] = await this.db.read<Omit<SignalTimeline, 'inDepth'>>(user, {
      name: 'signal-timeline',
      text: TIMELINE,
      values: [
        user.municipalityId,
        unitId,
        permittedCommittees(user, 'signal.read'),
        permittedCommittees(user, 'signal.write'),
        this.clock.today(),
      ],
    });
    if (row === undefined) throw new NotFound();
    await this.#logged(user, row.signals);
    const { proposed, because } = proposesInDepth(row.signals, this.clock.today());
    return { ...row, inDepth: { proposed, because } };
  }

  /** A page of the signals that the reader sees, newest first. */
  public async list(user: StaffUser, { state, kind, after }: SignalListQuery): Promise<Page<SignalView>> {
    const [receivedOn, id] = cursorOf(after, 'text', 'id');
    if (typeof receivedOn === 'string' && !isCalendarDate(receivedOn)) {
      throw new Invalid([{ field: 'after', message: 'Listan har inget sådant ställe. Läs in den från början.' }]);
    }
    const rows = await this.db.read<{ signal: SignalView }>(user, {
      name: 'signal-list',
      text: LIST,
      values: [
        ...[user.municipalityId, permittedCommittees(user, 'signal.read'), state ?? null, kind ?? null],
        ...[receivedOn, id, PAGE_SIZE + 1],
      ],
    });
    const page = pageOf(
      rows,
      (row) => [row.signal.receivedOn, row.signal.id],
      (row) => row.signal,
    );
    await this.#logged(user, page.items);
    return page;
  }

  /** Who is told of the lex Sarah reports of each committee of the reader's, and who may be. */
  public recipients(user: StaffUser): Promise<LexSarahRecipients[]> {
    return this.db.read(user, {
      name: 'lex-sarah-recipients',
      text: RECIPIENTS,
      values: [
        user.municipalityId,
        permittedCommittees(user, 'signal.read'),
        permittedCommittees(user, 'follow-up.decide'),
        READER_ROLES,
      ],
    });
  }

  /** The reading is written down before the report is handed out: without the one there is not the other (R22). */
  async #logged(user: StaffUser, signals: readonly SignalView[]): Promise<void> {
    const restricted = signals.filter(({ kind }) => kind === 'lex-sarah').map(({ id }) => id);
    if (restricted.length > 0) await this.db.transaction(user, (tx) => logReading(tx, 'signal', restricted));
  }
}

const SIGNAL = `json_build_object('id', s.id, 'unitId', s.unit_id, 'unit', u.name, 'provider', p.legal_name,
  'kind', s.kind, 'state', s.state, 'receivedOn', s.received_on, 'title', s.title, 'text', s.text, 'source', s.source,
  'fromProvider', s.from_provider,
  'followUp', case when s.follow_up_id is not null then (
    select json_build_object('id', f.id, 'title', f.title, 'year', f.year) from follow_up f
    where f.municipality_id = $1 and f.id = s.follow_up_id) end,
  'evidenceId', s.evidence_id, 'handledText', s.handled_text, 'handledOn', s.handled_on,
  'readers', (select coalesce(json_agg(json_build_object('id', ra.id, 'name', ra.name)
      order by ra.name collate "sv-x-icu", ra.id), '[]')
    from signal_reader r join account ra on ra.id = r.account_id
    where r.municipality_id = $1 and r.signal_id = s.id),
  'createdBy', case when s.from_provider then p.legal_name when a.name is null then 'Okänd' else a.name end,
  'createdAt', to_char(s.created_at at time zone 'UTC', ${INSTANT}), 'version', s.version)`;

// $2 the unit, $3 the committees that the reader sees (null: all), $4 those in which the reader may write, $5 today.
const TIMELINE = `
select json_build_object('id', un.id, 'name', un.name) as unit,
  (select case when op.legal_name is null then '' else op.legal_name end
    from unit_operator o join provider op on op.id = o.provider_id
    where o.municipality_id = $1 and o.unit_id = un.id
    order by (o.from_date <= $5::date and (o.to_date is null or o.to_date >= $5::date)) desc, o.from_date desc, o.id desc
    limit 1) as provider,
  (select coalesce(json_agg(json_build_object('id', c.id, 'reference', c.reference) order by c.starts_on desc, c.id), '[]')
    from contract_unit cu join contract c on c.municipality_id = cu.municipality_id and c.id = cu.contract_id
    where cu.municipality_id = $1 and cu.unit_id = un.id and ($3::uuid[] is null or c.committee_id = any ($3)))
    as contracts,
  (select coalesce(json_agg(json_build_object('id', k.id, 'name', k.name) order by k.name, k.id), '[]')
    from committee k
    where k.municipality_id = $1 and ($4::uuid[] is null or k.id = any ($4)) and exists (
      select 1 from contract_unit cu join contract c on c.municipality_id = cu.municipality_id and c.id = cu.contract_id
      where cu.municipality_id = $1 and cu.unit_id = un.id and c.committee_id = k.id)) as committees,
  (select coalesce(json_agg(${SIGNAL} order by s.received_on desc, s.id desc), '[]')
    from signal s
      join unit u on u.municipality_id = s.municipality_id and u.id = s.unit_id
      join provider p on p.id = s.provider_id
      left join account a on a.id = s.created_by
    where s.municipality_id = $1 and s.unit_id = un.id and ($3::uuid[] is null or s.committee_id = any ($3))) as signals
from unit un
where un.municipality_id = $1 and un.id = $2`;

// $3 state, $4 kind, $5 and $6 where the page before ended, $7 rows.
const LIST = `
select ${SIGNAL} as signal
from (
  select * from signal s
  where s.municipality_id = $1 and ($2::uuid[] is null or s.committee_id = any ($2))
    and ($3::text is null or s.state = $3) and ($4::text is null or s.kind = $4)
    and ($5::text is null or (s.received_on, s.id) < ($5::date, $6::uuid))
  order by s.received_on desc, s.id desc
  limit $7
) s
  join unit u on u.municipality_id = s.municipality_id and u.id = s.unit_id
  join provider p on p.id = s.provider_id
  left join account a on a.id = s.created_by
order by s.received_on desc, s.id desc`;

const PEOPLE_OF_COMMITTEE = `select json_build_object('id', a.id, 'name', a.name, 'title', a.title)`;

// $2 the committees that the reader sees (null: all), $3 those where the reader decides, $4 the roles that read signals.
const RECIPIENTS = `
select json_build_object('id', k.id, 'name', k.name) as committee,
  array(${PEOPLE_OF_COMMITTEE}
    from lex_sarah_recipient l join account a on a.id = l.account_id
    where l.municipality_id = $1 and l.committee_id = k.id
    order by a.name collate "sv-x-icu", a.id) as recipients,
  array(${PEOPLE_OF_COMMITTEE}
    from account a
    where a.suspended_at is null and a.id in (
      select m.account_id from membership m
      where m.municipality_id = $1 and m.role = any ($4) and (m.committee_id is null or m.committee_id = k.id))
    order by a.name collate "sv-x-icu", a.id) as candidates,
  ($3::uuid[] is null or k.id = any ($3)) as "mayChange"
from committee k
where k.municipality_id = $1 and ($2::uuid[] is null or k.id = any ($2))
order by k.name, k.id`;
