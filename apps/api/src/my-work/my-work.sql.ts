// $1 municipality, $2 the committees that the reader sees (null: all), $3 the reader, $4 today, $5 the year,
// and where the reader may: $6 write, $7 decide, $8 approve publication, $9 publish (null: in all committees).
/** The latest fact check, with how many remarks wait for an answer. */
const FACT_CHECK = `(
    select json_build_object('state', c.state, 'due', d.due, 'unanswered', (select count(*)::int from fact_check_remark r
      where r.municipality_id = $1 and r.fact_check_id = c.id and not exists (select 1 from fact_check_answer w
        where w.municipality_id = $1 and w.remark_id = r.id)))
    from fact_check c
      left join deadline d on d.municipality_id = $1 and d.kind = 'fact-check' and d.subject_id = c.id
    where c.municipality_id = $1 and c.follow_up_id = f.id and c.state <> 'taken-back' order by c.number desc limit 1)`;

/** The plan that the provider of today works with; its due date is the provider's, or that of judging it. */
const PLAN = `(
    select json_build_object('state', l.state, 'due', d.due)
    from action_plan l
      left join deadline d on d.municipality_id = $1 and d.subject_id = l.id and d.state = 'open'
        and d.kind = case when l.state = 'submitted' then 'plan-evaluation' else 'action-plan' end
    where l.municipality_id = $1 and l.follow_up_id = f.id and l.state <> 'handed-over'
    order by l.created_at desc limit 1)`;

const CASE = `json_build_object('id', f.id, 'title', p.legal_name, 'unit', u.name, 'serviceTypes', c.service_types,
  'caseNumber', f.case_number, 'kind', f.kind, 'state', f.state, 'handedOver', f.decider_id is not null,
  'recheckBooked', f.state in ('remedying', 'rechecking') and exists (select 1 from follow_up r
    where r.municipality_id = $1 and r.parent_id = f.id and r.state not in ('closed', 'cancelled')),
  'factCheck', case when f.state = 'fact-check' then ${FACT_CHECK} end,
  'plan', case when f.state in ('remedying', 'rechecking') then ${PLAN} end,
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

/** The decision is the reader's to make: not handed over to somebody else, and no conflict of interest declared (R10). */
const MINE_TO_DECIDE = `(f.decider_id is null or f.decider_id = $3) and not exists (select 1 from conflict_declaration d
  where d.municipality_id = $1 and d.follow_up_id = f.id and d.account_id = $3 and d.has_conflict and d.lifted_at is null)`;

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

const NAMED_CASE = `json_build_object('id', f.id, 'title', p.legal_name, 'unit', u.name, 'serviceTypes', c.service_types,
      'caseNumber', f.case_number)`;

/** The requests of the reader's cases that are out or have been answered. */
const REQUESTS = `(select coalesce(json_agg(x.item), '[]') from (
  select json_build_object('id', r.id, 'title', r.title, 'state', r.state, 'due', r.due,
    'extensionWaits', exists (select 1 from due_extension d
      where d.municipality_id = $1 and d.request_id = r.id and d.decision is null),
    'case', ${NAMED_CASE}) as item
  from information_request r
    join follow_up f on f.municipality_id = r.municipality_id and f.id = r.follow_up_id ${JOINS}
  where r.municipality_id = $1 and ${SEEN} and ${within('$6')} and ${IN_TEAM}
    and f.state in ('gathering', 'assessing', 'fact-check', 'deciding')
    and r.state in ('sent', 'answering', 'returned', 'answered')
  order by r.due, r.id limit 200) x)`;

/** What the managers were told of and that has not been done since, the oldest first. */
const ESCALATED = `(select coalesce(json_agg(x.item), '[]') from (
  select json_build_object('kind', e.kind, 'due', e.due, 'case', ${NAMED_CASE}) as item
  from (
    select d.municipality_id, d.follow_up_id, d.kind, d.due, d.id from deadline d
    where d.municipality_id = $1 and d.state = 'open' and d.escalated_on > d.due
    union all
    select r.municipality_id, r.follow_up_id, 'information-request', r.due, r.id from information_request r
    where r.municipality_id = $1 and r.state in ('sent', 'answering', 'returned') and r.escalated_on > r.due) e
    join follow_up f on f.municipality_id = e.municipality_id and f.id = e.follow_up_id ${JOINS}
  where ${SEEN} and ${within('$7')} and f.state <> 'cancelled'
  order by e.due, e.id limit 200) x)`;

/** The sanctions that are to be sent, or whose dispute is to be answered. */
const SANCTIONS = `(select coalesce(json_agg(x.item), '[]') from (
  select json_build_object('kind', s.kind, 'state', s.state, 'case', ${NAMED_CASE}) as item
  from sanction s
    join follow_up f on f.municipality_id = s.municipality_id and f.id = s.follow_up_id ${JOINS}
  where s.municipality_id = $1 and ${SEEN} and ${within('$7')} and s.state in ('decided', 'disputed')
  order by s.id limit 200) x)`;

/** Everything on the page "Mitt arbete", in one statement. */
export const MY_WORK_SQL = `
select json_build_object(
  'mine', ${cases(`${within('$6')} and ${IN_TEAM} and f.state in ('planned', 'gathering', 'assessing', 'fact-check', 'remedying', 'rechecking')`)},
  'toDecide', ${cases(`${within('$7')} and f.state = 'deciding' and not ${IN_TEAM} and not ${OWN_PROPOSAL} and ${MINE_TO_DECIDE}`)},
  'atManager', ${cases(`${within('$6')} and f.state = 'deciding' and (${IN_TEAM} or ${OWN_PROPOSAL})`)},
  'toApprove', ${publications(`${within('$8')} and pu.state = 'waiting'`)},
  'toPublish', ${publications(`${within('$9')} and pu.state = 'approved'`)},
  'requests', ${REQUESTS},
  'escalated', ${ESCALATED},
  'sanctions', ${SANCTIONS},
  'year', (select json_build_object(
      'done', count(*) filter (where f.state in ('remedying', 'rechecking', 'closed')),
      'ongoing', count(*) filter (where f.state in ('gathering', 'assessing', 'fact-check', 'deciding')),
      'notStarted', count(*) filter (where f.state = 'planned'))
    from follow_up f where ${SEEN} and f.year = $5::integer),
  'meetings', (select coalesce(json_agg(json_build_object('on', x.held_on, 'startsAt', x.starts_at, 'title', x.title, 'unit', x.name,
      'followUpId', x.follow_up_id)), '[]')
    from (select e.held_on, m.starts_at, e.title, u.name, e.follow_up_id
      from follow_up_team_member tm
        join follow_up f on f.municipality_id = tm.municipality_id and f.id = tm.follow_up_id
        join unit u on u.municipality_id = f.municipality_id and u.id = f.unit_id
        join evidence e on e.municipality_id = f.municipality_id and e.follow_up_id = f.id
        join meeting m on m.municipality_id = e.municipality_id and m.evidence_id = e.id
      where tm.municipality_id = $1 and tm.account_id = $3 and ${SEEN} and e.kind = 'meeting' and e.held_on >= $4::date
        and m.state <> 'cancelled' and f.state <> 'cancelled'
      order by e.held_on, m.starts_at, e.id limit 10) x)
) as work`;
