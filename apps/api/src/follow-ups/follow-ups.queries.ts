import { Injectable } from '@nestjs/common';
import type { FollowUpListItem, FollowUpSort, FollowUpView, Page, TeamCandidate } from '@insyn/api-schema';
import type { FollowUpListQuery } from '@insyn/api-schema/server';
import { Database } from '../database/database.js';
import type { StaffUser } from '../http/current-user.js';
import { containsPattern, cursorOf, PAGE_SIZE, pageOf } from '../http/paging.js';
import { permittedCommittees } from '../http/permitted-committees.js';
import { Clock } from '../settings/clock.js';
import { loadContent } from './follow-up-content.js';
import { followUpView } from './follow-up-view.js';

@Injectable()
export class FollowUpsQueries {
  public constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** A page of the follow-ups that the person sees, in the order asked for; newest first otherwise. */
  public async list(user: StaffUser, query: FollowUpListQuery): Promise<Page<FollowUpListItem>> {
    const [key, id] = cursorOf(query.after, 'text', 'id');
    const after = key === null ? [] : [key, id];
    const sort = query.sort ?? '-created';
    const rows = await this.db.read<FollowUpListItem & { sortKey: string }>(user, {
      name: `follow-up-list ${sort}${key === null ? '' : ' after'}`,
      text: (key === null ? FIRST_PAGES : NEXT_PAGES)[sort],
      values: [
        user.municipalityId,
        permittedCommittees(user, 'follow-up.read'),
        query.state ?? null,
        query.year ?? null,
        containsPattern(query.search),
        PAGE_SIZE + 1,
        ...after,
      ],
    });
    return pageOf(
      rows,
      (row) => [row.sortKey, row.id],
      ({ sortKey: _, ...item }) => item,
    );
  }

  /** Everything the case page shows, in one statement. @throws NotFound */
  public async detail(user: StaffUser, id: string): Promise<FollowUpView> {
    const content = await loadContent((statement) => this.db.read(user, statement), user, id);
    return followUpView(content, user, this.clock.today());
  }

  /** Who can be taken into a team: the staff that handles cases in the committees where the person writes. */
  public teamCandidates(user: StaffUser): Promise<TeamCandidate[]> {
    return this.db.read(user, {
      name: 'team-candidates',
      text: TEAM_CANDIDATES,
      values: [user.municipalityId, permittedCommittees(user, 'follow-up.write')],
    });
  }
}

/** What each order goes by, and whether it falls; nulls stand last either way. */
const ORDERS: Record<FollowUpSort, { by: string; type: string; falls: boolean }> = {
  '-created': { by: 'f.id', type: 'uuid', falls: true },
  title: { by: 'f.title collate "sv-x-icu"', type: 'text collate "sv-x-icu"', falls: false },
  '-title': { by: 'f.title collate "sv-x-icu"', type: 'text collate "sv-x-icu"', falls: true },
  decisionDue: { by: "coalesce(f.decision_due, 'infinity')", type: 'date', falls: false },
  '-decisionDue': { by: "coalesce(f.decision_due, '-infinity')", type: 'date', falls: true },
  year: { by: 'f.year', type: 'integer', falls: false },
  '-year': { by: 'f.year', type: 'integer', falls: true },
  caseNumber: { by: 'f.case_number', type: 'text', falls: false },
  '-caseNumber': { by: 'f.case_number', type: 'text', falls: true },
};

// coalesce() is not leakproof: under row-level security it would keep the index of judgement from being used, so `case` it is.
// Providers and committees are few and read once: joined as tables they would be read, and their policies asked, for every row.
// $1 municipality, $2 committees (null: all), $3 state, $4 year, $5 words, $6 rows, $7 and $8 where the page before ended.
// The first page has a text of its own: "$7 is null or …" would keep the index from finding where the next ones start.
function listBy({ by, type, falls }: { by: string; type: string; falls: boolean }, isFirst: boolean): string {
  const [after, direction] = falls ? ['<', 'desc'] : ['>', 'asc'];
  return `
with p as materialized (select id, legal_name from provider),
  k as materialized (select id, name from committee where municipality_id = $1)
select f.id, f.title, f.case_number as "caseNumber", f.kind, f.year, f.state, p.legal_name as provider, u.name as unit,
  k.name as committee, f.decision_due::text as "decisionDue", f.recheck_due::text as "recheckDue", f.sort_key::text as "sortKey",
  (select j.outcome from judgement j
    where j.municipality_id = $1 and j.root_follow_up_id = case when f.parent_id is null then f.id else f.parent_id end and j.status = 'approved'
      and (f.parent_id is null or j.follow_up_id = f.id)
    order by j.decided_at desc limit 1) as outcome
from (
  select f.*, ${by} as sort_key
  from follow_up f
  where f.municipality_id = $1 and ($2::uuid[] is null or f.committee_id = any ($2))
    and ($3::text is null or f.state = $3) and ($4::integer is null or f.year = $4)
    and ($5::text is null or f.title ilike $5 or f.case_number ilike $5
      or f.provider_id in (select s.id from provider_registration r join provider s on s.id = r.provider_id
        where r.municipality_id = $1 and s.legal_name ilike $5))
    ${isFirst ? '' : `and (${by}, f.id) ${after} ($7::${type}, $8::uuid)`}
  order by ${by} ${direction}, f.id ${direction}
  limit $6
) f
  join p on p.id = f.provider_id
  join unit u on u.municipality_id = $1 and u.id = f.unit_id
  join k on k.id = f.committee_id
order by f.sort_key ${direction}, f.id ${direction}`;
}

function listsOf(isFirst: boolean): Record<FollowUpSort, string> {
  const texts = Object.entries(ORDERS).map(([sort, order]) => [sort, listBy(order, isFirst)]);
  return Object.fromEntries(texts) as Record<FollowUpSort, string>;
}

const FIRST_PAGES = listsOf(true);
const NEXT_PAGES = listsOf(false);

const TEAM_CANDIDATES = `
select a.id, a.name, a.title
from account a
where a.suspended_at is null and a.id in (
  select m.account_id from membership m
  where m.municipality_id = $1 and m.role in ('officer', 'manager', 'registrar')
    and ($2::uuid[] is null or m.committee_id is null or m.committee_id = any ($2)))
order by a.name collate "sv-x-icu", a.id`;
