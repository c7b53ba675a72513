import { Injectable } from '@nestjs/common';
import { permissionsOf, type Permission, type PublicationState } from '@insyn/domain';
import type { Page, PublicationListItem, PublicationView, ScreenHitView } from '@insyn/api-schema';
import type { StaffUser } from '../http/current-user.js';
import { permittedCommittees, rolesIn } from '../http/permitted-committees.js';
import { NotFound } from '../http/problem.js';
import { Database } from '../database/database.js';

const PAGE = 50;

const LIST_COLUMNS = `
  p.id, f.id as "followUpId", r.title, f.case_number as "caseNumber", r.report_version as "reportVersion",
  r.snapshot #>> '{judgement,outcome}' as outcome, p.state, r.approved_on::text as "approvedOn", p.published_on::text as "publishedOn",
  (select count(*)::int from screen_hit h
   where h.municipality_id = p.municipality_id and h.publication_id = p.id and h.settlement is null) as unsettled`;

const FROM = `
  from publication p
    join report r on r.municipality_id = p.municipality_id and r.id = p.report_id
    join follow_up f on f.municipality_id = r.municipality_id and f.id = r.follow_up_id`;

type Row = Omit<PublicationView, 'may' | 'hits'> & {
  hits: ScreenHitView[];
  screened: boolean;
  committeeId: string;
};

/** What publications look like from the staff door: of the committees that the person sees (R20). */
@Injectable()
export class PublicationsQueries {
  public constructor(private readonly db: Database) {}

  public async list(user: StaffUser, state?: PublicationState, after?: string): Promise<Page<PublicationListItem>> {
    const rows = await this.db.read<PublicationListItem>(user, {
      name: 'publications-list',
      text: `select ${LIST_COLUMNS} ${FROM}
        where p.municipality_id = $1 and ($2::uuid[] is null or f.committee_id = any($2)) and ($3::text is null or p.state = $3)
          and ($4::uuid is null or p.id < $4)
        order by p.id desc limit ${PAGE + 1}`,
      values: [user.municipalityId, permittedCommittees(user, 'publication.read'), state ?? null, after ?? null],
    });
    const items = rows.slice(0, PAGE);
    return { items, next: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null };
  }

  public async detail(user: StaffUser, id: string): Promise<PublicationView> {
    const [row] = await this.db.read<Row>(user, {
      name: 'publications-detail',
      text: `select ${LIST_COLUMNS}, p.version, p.screened_at as "screenedAt", a.name as "approvedBy",
          b.name as "publishedBy", p.withdrawn_reason as "withdrawnReason", p.screened_seal = r.seal as screened,
          f.committee_id as "committeeId",
          (select '/rapporter/' || d.municipality_slug || '/' || d.slug from published_report d
           where d.municipality_id = p.municipality_id and d.publication_id = p.id) as "publicHref",
          (select count(*) = 2 from report_file rf
           where rf.municipality_id = p.municipality_id and rf.report_id = p.report_id and rf.variant = 'public') as "pdfReady",
          coalesce((
            select json_agg(json_build_object('id', h.id, 'kind', h.kind, 'place', h.place, 'excerpt', h.excerpt,
              'start', h.start, 'end', h."end", 'advice', h.advice, 'settlement', h.settlement,
              'replacement', h.replacement, 'reason', h.reason, 'settledBy', s.name, 'settledAt', h.settled_at,
              'version', h.version) order by h.settlement is not null, h.id)
            from screen_hit h left join account s on s.id = h.settled_by
            where h.municipality_id = p.municipality_id and h.publication_id = p.id), '[]') as hits
        ${FROM}
          left join account a on a.id = p.approved_by
          left join account b on b.id = p.published_by
        where p.municipality_id = $1 and ($2::uuid[] is null or f.committee_id = any($2)) and p.id = $3`,
      values: [user.municipalityId, permittedCommittees(user, 'publication.read'), id],
    });
    if (row === undefined) throw new NotFound();
    const { screened, committeeId, ...view } = row;
    return { ...view, may: whatMayBeDone(permissionsOf(rolesIn(user, committeeId)), row, screened) };
  }
}

/** For each act null where it may be done now, otherwise the reason why not, in Swedish. */
function whatMayBeDone(held: readonly Permission[], row: Row, screened: boolean): PublicationView['may'] {
  const without = 'Du har inte behörighet att göra detta.';
  const holds = (permission: Permission) => held.includes(permission);
  const waiting = row.state === 'waiting' ? null : 'Publiceringen är redan beslutad.';
  const settled = row.unsettled === 0 ? null : `${row.unsettled} träffar är inte avgjorda.`;
  const ready = row.pdfReady ? null : 'Rapporten skapas fortfarande.';
  return {
    screen: holds('publication.screen') ? waiting : without,
    approve: holds('publication.approve')
      ? (waiting ?? (screened ? settled : 'Kör sekretessgranskningen först.'))
      : 'Enhetschefen godkänner publiceringen.',
    publish: holds('publication.publish')
      ? row.state === 'approved'
        ? ready
        : 'Publiceringen ska godkännas av enhetschefen först.'
      : 'Registratorn eller enhetschefen publicerar.',
    withdraw: holds('publication.publish')
      ? row.state === 'published'
        ? null
        : 'Rapporten är inte publicerad.'
      : without,
  };
}
