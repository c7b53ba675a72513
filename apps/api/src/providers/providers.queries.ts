import { Injectable } from '@nestjs/common';
import type { Page, ProviderListItem, ProviderView } from '@insyn/api-schema';
import type { SearchQuery } from '@insyn/api-schema/server';
import { formatOrganisationNumber } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { StaffUser } from '../http/current-user.js';
import { containsPattern, cursorOf, PAGE_SIZE, pageOf } from '../http/paging.js';
import { permittedCommittees } from '../http/permitted-committees.js';
import { NotFound } from '../http/problem.js';
import { Clock } from '../settings/clock.js';
import { numberPattern } from './number-pattern.js';

@Injectable()
export class ProvidersQueries {
  public constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The municipality's providers by name; contracts and follow-ups are counted where the reader sees them. */
  public async list(user: StaffUser, { search, after }: SearchQuery): Promise<Page<ProviderListItem>> {
    const [name, id] = cursorOf(after, 'text', 'id');
    const values = [
      user.municipalityId,
      permittedCommittees(user, 'follow-up.read'),
      containsPattern(search),
      numberPattern(search),
      name,
      id,
      PAGE_SIZE + 1,
      this.clock.today(),
    ];
    const rows = await this.db.read<ProviderListItem>(user, { name: 'provider-list', text: LIST, values });
    return pageOf(
      rows,
      (row) => [row.legalName, row.id],
      (row) => ({ ...row, organisationNumber: formatOrganisationNumber(row.organisationNumber) }),
    );
  }

  /** One provider with what the municipality has of it. @throws NotFound unless it is registered here. */
  public async view(user: StaffUser, id: string): Promise<ProviderView> {
    const values = [user.municipalityId, permittedCommittees(user, 'follow-up.read'), id, this.clock.today()];
    const [row] = await this.db.read<ProviderView>(user, { name: 'provider-view', text: VIEW, values });
    if (row === undefined) throw new NotFound('Utföraren finns inte.');
    return { ...row, organisationNumber: formatOrganisationNumber(row.organisationNumber) };
  }
}

// In both: $1 the municipality, $2 the committees whose cases the reader sees (null: all).
// $3 words, $4 digits, $5 and $6 where the page before ended, $7 rows, $8 today.
const LIST = `
select p.id, p.legal_name as "legalName", p.organisation_number as "organisationNumber", p.form,
  (select count(distinct o.unit_id)::int from unit_operator o
    where o.municipality_id = $1 and o.provider_id = p.id and (o.to_date is null or o.to_date >= $8::date)) as units,
  (select count(distinct c.id)::int
    from contract_party y join contract c on c.municipality_id = y.municipality_id and c.id = y.contract_id
    where y.municipality_id = $1 and y.provider_id = p.id
      and ($2::uuid[] is null or c.committee_id = any($2::uuid[]))) as contracts,
  (select jsonb_build_object('id', f.id, 'year', f.year, 'outcome', (select j.outcome from judgement j
    where j.municipality_id = f.municipality_id and j.follow_up_id = f.id and j.status = 'approved'
    order by j.decided_at desc limit 1))
    from follow_up f
    where f.municipality_id = $1 and f.provider_id = p.id and f.state not in ('planned', 'cancelled')
      and ($2::uuid[] is null or f.committee_id = any($2::uuid[]))
    order by f.year desc, f.created_at desc, f.id limit 1) as "latestFollowUp"
from (
  select p.id, p.legal_name, p.organisation_number, p.form
  from provider_registration r join provider p on p.id = r.provider_id
  where r.municipality_id = $1
    and ($3::text is null or p.legal_name ilike $3 or p.organisation_number like $4)
    and ($5::text is null or (p.legal_name collate "sv-x-icu", p.id) > ($5::text collate "sv-x-icu", $6::uuid))
  order by p.legal_name collate "sv-x-icu", p.id
  limit $7
) p
order by p.legal_name collate "sv-x-icu", p.id`;

// $3 the provider, $4 today.
const VIEW = `
select p.id, p.legal_name as "legalName", p.organisation_number as "organisationNumber", p.form, r.note, r.version,
  (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name, 'role', k.role, 'email', k.email,
      'phone', k.phone, 'version', k.version) order by k.name, k.id), '[]')
    from contact k where k.municipality_id = $1 and k.provider_id = p.id) as contacts,
  (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name, 'serviceTypes', u.service_types,
      'laws', u.laws, 'places', u.places, 'version', u.version) order by u.name, u.id), '[]')
    from unit u
    where u.municipality_id = $1 and exists (
      select 1 from unit_operator o
      where o.municipality_id = $1 and o.unit_id = u.id and o.provider_id = p.id
        and (o.to_date is null or o.to_date >= $4::date))) as units,
  (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'reference', c.reference, 'startsOn', c.starts_on,
      'latestEnd', c.latest_end) order by c.starts_on desc, c.reference), '[]')
    from contract c
    where c.municipality_id = $1 and ($2::uuid[] is null or c.committee_id = any($2::uuid[]))
      and exists (select 1 from contract_party y
        where y.municipality_id = $1 and y.contract_id = c.id and y.provider_id = p.id)) as contracts,
  (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'title', f.title, 'year', f.year,
      'caseNumber', f.case_number, 'outcome', (select j.outcome from judgement j
    where j.municipality_id = f.municipality_id and j.follow_up_id = f.id and j.status = 'approved'
    order by j.decided_at desc limit 1)) order by f.year desc, f.created_at desc, f.id), '[]')
    from follow_up f
    where f.municipality_id = $1 and f.provider_id = p.id
      and ($2::uuid[] is null or f.committee_id = any($2::uuid[]))) as "followUps"
from provider_registration r join provider p on p.id = r.provider_id
where r.municipality_id = $1 and r.provider_id = $3`;
