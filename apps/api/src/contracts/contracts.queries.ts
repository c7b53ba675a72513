import { Injectable } from '@nestjs/common';
import type { ContractListItem, ContractView, Page } from '@insyn/api-schema';
import type { SearchQuery } from '@insyn/api-schema/server';
import { formatOrganisationNumber } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { StaffUser } from '../http/current-user.js';
import { containsPattern, cursorOf, PAGE_SIZE, pageOf } from '../http/paging.js';
import { isPermitted, permittedCommittees } from '../http/permitted-committees.js';
import { NotFound } from '../http/problem.js';
import { numberPattern } from '../providers/number-pattern.js';

@Injectable()
export class ContractsQueries {
  public constructor(private readonly db: Database) {}

  /** The contracts of the reader's committees, by reference. */
  public async list(user: StaffUser, { search, after }: SearchQuery): Promise<Page<ContractListItem>> {
    const [reference] = cursorOf(after, 'text');
    const values = [
      user.municipalityId,
      permittedCommittees(user, 'contract.read'),
      containsPattern(search),
      numberPattern(search),
      reference,
      PAGE_SIZE + 1,
    ];
    const rows = await this.db.read<ContractListItem>(user, { name: 'contract-list', text: LIST, values });
    return pageOf(
      rows,
      (row) => [row.reference],
      (row) => row,
    );
  }

  /** One contract with the newest version of its clauses. @throws NotFound outside the reader's committees. */
  public async view(user: StaffUser, id: string): Promise<ContractView> {
    const values = [user.municipalityId, permittedCommittees(user, 'contract.read'), id];
    const [row] = await this.db.read<Omit<ContractView, 'editable'>>(user, {
      name: 'contract-view',
      text: VIEW,
      values,
    });
    if (row === undefined) throw new NotFound('Avtalet finns inte.');
    const { provider } = row;
    return {
      ...row,
      editable: isPermitted(user, 'contract.write', row.committee.id),
      provider: { ...provider, organisationNumber: formatOrganisationNumber(provider.organisationNumber) },
    };
  }
}

// In both: $1 the municipality, $2 the committees whose contracts the reader sees (null: all).
// $3 words to look for, $4 digits, $5 where the page before ended, $6 rows. Dates are read as texts.
const LIST = `
select c.id, c.reference, c.kind, c.regime, jsonb_build_object('id', p.id, 'legalName', p.legal_name) as provider,
  c.service_types as "serviceTypes", c.starts_on::text as "startsOn", c.ends_on::text as "endsOn",
  c.latest_end::text as "latestEnd",
  (select count(*)::int from clause l
    where l.municipality_id = $1 and l.clause_set_id = (
      select s.id from clause_set s
      where s.municipality_id = $1 and s.contract_id = c.id order by s.number desc limit 1)) as clauses
from (
  select c.id, c.reference, c.kind, c.regime, c.service_types, c.starts_on, c.ends_on, c.latest_end
  from contract c
  where c.municipality_id = $1 and ($2::uuid[] is null or c.committee_id = any($2::uuid[]))
    and ($5::text is null or c.reference > $5)
    and ($3::text is null or c.reference ilike $3 or exists (
      select 1 from contract_party y join provider p on p.id = y.provider_id
      where y.municipality_id = $1 and y.contract_id = c.id
        and (p.legal_name ilike $3 or p.organisation_number like $4)))
  order by c.reference
  limit $6
) c
cross join lateral (
  select y.provider_id from contract_party y
  where y.municipality_id = $1 and y.contract_id = c.id order by y.from_date desc, y.id desc limit 1
) y
join provider p on p.id = y.provider_id
order by c.reference`;

// $3 the contract.
const VIEW = `
select c.id, c.reference, c.kind, c.regime, jsonb_build_object('id', m.id, 'name', m.name) as committee,
  jsonb_build_object('id', p.id, 'legalName', p.legal_name, 'organisationNumber', p.organisation_number) as provider,
  (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by u.name, u.id), '[]')
    from contract_unit x join unit u on u.municipality_id = x.municipality_id and u.id = x.unit_id
    where x.municipality_id = $1 and x.contract_id = c.id) as units,
  c.starts_on::text as "startsOn", c.ends_on::text as "endsOn", c.extension_months as "extensionMonths",
  c.latest_end::text as "latestEnd", c.service_types as "serviceTypes", c.version,
  jsonb_build_object('id', s.id, 'number', s.number, 'frozen', s.frozen_at is not null, 'version', s.version,
    'clauses', (
      select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'number', l.number, 'heading', l.heading,
        'text', l.text, 'kind', l.kind, 'focusArea', l.focus_area, 'critical', l.critical,
        'verification', l.verification, 'version', l.version) order by l.sort_key collate "C", l.id), '[]')
      from clause l where l.municipality_id = $1 and l.clause_set_id = s.id)) as "clauseSet",
  (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'title', f.title, 'year', f.year,
      'caseNumber', f.case_number) order by f.year desc, f.created_at desc, f.id), '[]')
    from follow_up f
    where f.municipality_id = $1 and f.contract_id = c.id
      and ($2::uuid[] is null or f.committee_id = any($2::uuid[]))) as "followUps"
from contract c
join committee m on m.municipality_id = c.municipality_id and m.id = c.committee_id
cross join lateral (
  select y.provider_id from contract_party y
  where y.municipality_id = $1 and y.contract_id = c.id order by y.from_date desc, y.id desc limit 1
) y
join provider p on p.id = y.provider_id
cross join lateral (
  select s.id, s.number, s.frozen_at, s.version from clause_set s
  where s.municipality_id = $1 and s.contract_id = c.id order by s.number desc limit 1
) s
where c.municipality_id = $1 and c.id = $3 and ($2::uuid[] is null or c.committee_id = any($2::uuid[]))`;
