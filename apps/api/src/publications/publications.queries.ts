import { Injectable } from '@nestjs/common';
import {
  delegationGround,
  onDelegation,
  permissionsOf,
  type Permission,
  type PublicationState,
  type RightToDecide,
} from '@insyn/domain';
import type { Page, PublicationListItem, PublicationView, ScreenHitView } from '@insyn/api-schema';
import { type HeldDelegation, rightIn } from '../delegations/require-delegation.js';
import type { StaffUser } from '../http/current-user.js';
import { permittedCommittees, rolesIn } from '../http/permitted-committees.js';
import { NotFound } from '../http/problem.js';
import { Database } from '../database/database.js';
import { Clock } from '../settings/clock.js';

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

type Row = Omit<PublicationView, 'may' | 'hits' | 'ground' | 'right'> & {
  hits: ScreenHitView[];
  screened: boolean;
  committeeId: string;
  inConflict: boolean;
  /** The delegation that it was approved on. */
  cited: { point: string; reference: string } | null;
};

/** What publications look like from the staff door: of the committees that the person sees (R20). */
@Injectable()
export class PublicationsQueries {
  public constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

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
          p.approved_at as "approvedAt",
          case when g.id is not null then json_build_object('point', g.point, 'reference', g.reference) end as cited,
          exists (select 1 from conflict_declaration c where c.municipality_id = p.municipality_id
            and c.follow_up_id = f.id and c.account_id = $4 and c.has_conflict and c.lifted_at is null) as "inConflict",
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
          left join delegation g on g.municipality_id = p.municipality_id and g.id = p.delegation_id
        where p.municipality_id = $1 and ($2::uuid[] is null or f.committee_id = any($2)) and p.id = $3`,
      values: [user.municipalityId, permittedCommittees(user, 'publication.read'), id, user.accountId],
    });
    if (row === undefined) throw new NotFound();
    const { screened, inConflict, committeeId, cited, ...view } = row;
    const held = permissionsOf(rolesIn(user, committeeId));
    const right = await this.#rightToApprove(user, row, held);
    return {
      ...view,
      ground: cited === null ? null : delegationGround(cited),
      right: right === null ? null : rightInWords(right),
      may: whatMayBeDone(held, row, right),
    };
  }

  /** By what right the reader would approve it today; null for one who may not, and once it is decided. */
  async #rightToApprove(
    user: StaffUser,
    { state, committeeId }: Row,
    held: readonly Permission[],
  ): Promise<Right | null> {
    if (state !== 'waiting' || !held.includes('publication.approve')) return null;
    return rightIn((statement) => this.db.read(user, statement), {
      ...{
        municipalityId: user.municipalityId,
        committeeId,
        accountId: user.accountId,
        matter: 'publication',
        on: this.clock.today(),
      },
    });
  }
}

type Right = RightToDecide<HeldDelegation>;

/** What the one who is to approve should know of the right to; null where the post is enough. */
function rightInWords(right: Right): PublicationView['right'] {
  switch (right.by) {
    case 'post':
      return null;
    case 'nobody':
      return { holds: false, text: `${right.blocker.message}.` };
    case 'delegation':
      return { holds: true, text: `Du godkänner publiceringen ${onDelegation(right.delegation)}.` };
  }
}

/** For each act null where it may be done now, otherwise the reason why not, in Swedish. */
function whatMayBeDone(held: readonly Permission[], row: Row, right: Right | null): PublicationView['may'] {
  const { state, unsettled, screened } = row;
  const inConflict = row.inConflict ? 'Du har anmält jäv i ärendet och kan inte handlägga det.' : null;
  const without = (permission: Permission, why: string) => (held.includes(permission) ? inConflict : why);
  const decided = state === 'waiting' ? null : 'Publiceringen är redan beslutad.';
  const noRight = right?.by === 'nobody' ? `${right.blocker.message}.` : null;
  const open = unsettled === 1 ? 'En träff är inte avgjord.' : `${unsettled} träffar är inte avgjorda.`;
  const unsound = !screened ? 'Kör sekretessgranskningen först.' : unsettled > 0 ? open : null;
  const unapproved = state === 'approved' ? null : 'Publiceringen ska godkännas av enhetschefen först.';
  const unrendered = row.pdfReady ? null : 'Rapporten skapas fortfarande.';
  const unpublished = state === 'published' ? null : 'Rapporten är inte publicerad.';
  return {
    screen: without('publication.screen', WITHOUT) ?? decided,
    approve: without('publication.approve', 'Enhetschefen godkänner publiceringen.') ?? decided ?? noRight ?? unsound,
    publish: without('publication.publish', 'Registratorn eller enhetschefen publicerar.') ?? unapproved ?? unrendered,
    withdraw: without('publication.publish', WITHOUT) ?? unpublished,
  };
}

const WITHOUT = 'Du har inte behörighet att göra detta.';
