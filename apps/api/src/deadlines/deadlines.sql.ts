import { contractEndOn } from '../contracts/contract-end.sql.js';

// $1 municipality, $2 the committees that the reader sees (null: all), $3 the reader, $4 state, $5 kind (null: all),
// $6 rows, $7 today, $8 and $9 the due date and id where the page before ended.

const COMMON = (provider: string) => `
    f.id as follow_up_id, f.case_number, f.title, f.committee_id, u.name as unit, ${contractEndOn('$7')} as ends_on,
    (select p.legal_name from provider p where p.id = ${provider}) as provider`;
const CASE = (row: string) => `
    join follow_up f on f.municipality_id = ${row}.municipality_id and f.id = ${row}.follow_up_id
    join unit u on u.municipality_id = f.municipality_id and u.id = f.unit_id
    join contract c on c.municipality_id = f.municipality_id and c.id = f.contract_id`;

/** Whose deadlines: those of a team, all that the reader sees, or what the managers were told of. */
const WHOSE = {
  mine: () => `and exists (select 1 from follow_up_team_member t
      where t.municipality_id = $1 and t.follow_up_id = f.id and t.account_id = $3)`,
  committee: () => 'and $3::uuid is not null',
  escalated: (row: string) => `and $3::uuid is not null and ${row}.escalated_on > ${row}.due`,
} as const;

const REQUEST_STATE = `case when r.state in ('sent', 'answering', 'returned') then 'open' when r.state = 'withdrawn'
      then 'cancelled' else 'met' end`;

function listSql(scope: keyof typeof WHOSE, isFirst: boolean): string {
  const seen = `f.municipality_id = $1 and ($2::uuid[] is null or f.committee_id = any ($2)) and f.state <> 'cancelled'`;
  const page = (row: string) => `${isFirst ? '' : `and (${row}.due, ${row}.id) > ($8::date, $9::uuid)`}
    order by ${row}.due, ${row}.id limit $6`;
  return `
select x.id, x.kind, x.follow_up_id as "followUpId", x.case_number as "caseNumber", x.title, x.subject, x.provider, x.unit,
  x.due::text as due, x.state, x.base_date::text as "baseDate", x.amount, x.unit_of_time as "unitOfTime",
  x.set_by as "setBy", x.reason, case when x.escalated_on > x.due then x.escalated_on end::text as "escalatedOn",
  case when x.ends_on < x.due then x.ends_on end::text as "contractEnds", x.committee_id as "committeeId", x.version
from (
  (select d.id, d.kind, d.due, d.state, d.base_date, d.amount, d.unit as unit_of_time, d.set_by, d.reason, d.escalated_on,
    d.version, null as subject, ${COMMON('case when d.provider_id is null then f.provider_id else d.provider_id end')}
  from deadline d ${CASE('d')}
  where d.municipality_id = $1 and d.state = $4 and ($5::text is null or d.kind = $5) and ${seen} ${WHOSE[scope]('d')}
    ${page('d')})
  union all
  (select r.id, 'information-request', r.due, ${REQUEST_STATE}, r.sent_on, null, null, 'person', null, r.escalated_on,
    r.version, r.title, ${COMMON('r.provider_id')}
  from information_request r ${CASE('r')}
  where r.municipality_id = $1 and ${REQUEST_STATE} = $4 and ($5::text is null or $5 = 'information-request')
    and ${seen} ${WHOSE[scope]('r')} ${page('r')})) x
order by x.due, x.id limit $6`;
}

/** A page of each list: the first, and those after. */
export const DEADLINES_SQL = {
  mine: { first: listSql('mine', true), next: listSql('mine', false) },
  committee: { first: listSql('committee', true), next: listSql('committee', false) },
  escalated: { first: listSql('escalated', true), next: listSql('escalated', false) },
} as const;
