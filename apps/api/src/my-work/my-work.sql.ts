// $1 municipality, $2 the committees that the reader sees (null: all), $3 the reader, $4 today, $5 the year,
// and where the reader may: $6 write, $7 decide, $8 approve publication, $9 publish (null: in all committees).
const CASE = `json_build_object('id', f.id, 'title', p.legal_name, 'unit', u.name, 'serviceTypes', c.service_types,
  'caseNumber', f.case_number, 'state', f.state,
  'due', case when f.state in ('remedying', 'rechecking') then f.recheck_due else f.decision_due end,
  'publicationId', PUBLICATION, 'requirements', (select count(*)::int from action a
    where a.municipality_id = $1 and a.follow_up_id = f.id and a.kind = 'requirement'
      and a.state not in ('verified', 'lapsed', 'withdrawn')),
  'returned', f.state = 'assessing' and coalesce((select j.status = 'returned' from judgement j
    where j.municipality_id = $1 and j.follow_up_id = f.id order by j.proposed_at desc limit 1), false),
  'unassessed', case when f.state = 'assessing' then (select coalesce(json_agg(cl.number order by cl.sort_key), '[]')
    from follow_up_clause fc
      join clause cl on cl.municipality_id = fc.municipality_id and cl.id = fc.clause_id
      left join assessment_clause ac on ac.municipality_id = fc.municipality_id and ac.follow_up_id = fc.follow_up_id
        and ac.clause_id = fc.clause_id
      left join assessment a on a.municipality_id = ac.municipality_id and a.id = ac.assessment_id
    where fc.municipality_id = $1 and fc.follow_up_id = f.id and a.verdict is null) else '[]' end)`;

const JOINS = `
  join provider p on p.id = f.provider_id
  join unit u on u.municipality_id = f.municipality_id and u.id = f.unit_id
  join contract c on c.municipality_id = f.municipality_id and c.id = f.contract_id`;

function within(committees: string): string {
  return `(${committees}::uuid[] is null or f.committee_id = any (${committees}))`;
}

const SEEN = `f.municipality_id = $1 and ${within('$2')}`;

const IN_TEAM = `exists (select 1 from follow_up_team_member t
  where t.municipality_id = $1 and t.follow_up_id = f.id and t.account_id = $3)`;

/** The latest proposal was written by the reader. */
const OWN_PROPOSAL = `exists (select 1 from judgement j
  where j.municipality_id = $1 and j.follow_up_id = f.id and j.status = 'proposed' and j.author_id = $3)`;

function cases(where: string): string {
  return `(select coalesce(json_agg(x.item), '[]') from (
    select ${CASE.replace('PUBLICATION', 'null')} as item from follow_up f ${JOINS}
    where ${SEEN} and ${where}
    order by f.decision_due nulls last, f.id limit 200) x)`;
}

function publications(where: string): string {
  return `(select coalesce(json_agg(x.item), '[]') from (
    select ${CASE.replace('PUBLICATION', 'pu.id')} as item
    from publication pu
      join report r on r.municipality_id = pu.municipality_id and r.id = pu.report_id
      join follow_up f on f.municipality_id = r.municipality_id and f.id = r.follow_up_id ${JOINS}
    where pu.municipality_id = $1 and ${SEEN} and ${where}
    order by r.approved_on, pu.id limit 200) x)`;
}

/** The requests of the reader's cases that are out or have been answered. */
const REQUESTS = `(select coalesce(json_agg(x.item), '[]') from (
  select json_build_object('id', r.id, 'title', r.title, 'state', r.state, 'due', r.due,
    'extensionWaits', exists (select 1 from due_extension d
      where d.municipality_id = $1 and d.request_id = r.id and d.decision is null),
    'case', json_build_object('id', f.id, 'title', p.legal_name, 'unit', u.name, 'serviceTypes', c.service_types,
      'caseNumber', f.case_number)) as item
  from information_request r
    join follow_up f on f.municipality_id = r.municipality_id and f.id = r.follow_up_id ${JOINS}
  where r.municipality_id = $1 and ${SEEN} and ${within('$6')} and ${IN_TEAM}
    and f.state in ('gathering', 'assessing', 'fact-check', 'deciding')
    and r.state in ('sent', 'answering', 'returned', 'answered')
  order by r.due, r.id limit 200) x)`;

/** Everything on the page "Mitt arbete", in one statement. */
export const MY_WORK_SQL = `
select json_build_object(
  'mine', ${cases(`${within('$6')} and ${IN_TEAM} and f.state in ('planned', 'gathering', 'assessing', 'fact-check', 'remedying')`)},
  'toDecide', ${cases(`${within('$7')} and f.state = 'deciding' and not ${IN_TEAM} and not ${OWN_PROPOSAL}`)},
  'atManager', ${cases(`${within('$6')} and f.state = 'deciding' and (${IN_TEAM} or ${OWN_PROPOSAL})`)},
  'toApprove', ${publications(`${within('$8')} and pu.state = 'waiting'`)},
  'toPublish', ${publications(`${within('$9')} and pu.state = 'approved'`)},
  'requests', ${REQUESTS},
  'year', (select json_build_object(
      'done', count(*) filter (where f.state in ('remedying', 'rechecking', 'closed')),
      'ongoing', count(*) filter (where f.state in ('gathering', 'assessing', 'fact-check', 'deciding')),
      'notStarted', count(*) filter (where f.state = 'planned'))
    from follow_up f where ${SEEN} and f.year = $5::integer),
  'meetings', (select coalesce(json_agg(json_build_object('on', x.held_on, 'title', x.title, 'followUpId', x.follow_up_id)), '[]')
    from (select e.held_on, e.title, e.follow_up_id
      from follow_up_team_member tm
        join follow_up f on f.municipality_id = tm.municipality_id and f.id = tm.follow_up_id
        join evidence e on e.municipality_id = f.municipality_id and e.follow_up_id = f.id
      where tm.municipality_id = $1 and tm.account_id = $3 and ${SEEN} and e.kind = 'meeting' and e.held_on >= $4::date
        and f.state <> 'cancelled'
      order by e.held_on, e.id limit 10) x)
) as work`;
