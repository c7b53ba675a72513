// One action `a` of a root as the re-check and the progress show it: what it is about, what was planned, what was reported.
// $1 is the municipality. Pairs for json_build_object.

const SHARE = (column: string): string => `case when ${column} is not null then
  json_build_object('k', ${column} -> 'k', 'n', ${column} -> 'n') end`;

const CLAUSE_IDS = `(
  select ac.clause_id from action_clause ac where ac.municipality_id = $1 and ac.action_id = a.id
  union select fc.clause_id from action_finding af
    join finding_clause fc on fc.municipality_id = $1 and fc.finding_id = af.finding_id
  where af.municipality_id = $1 and af.action_id = a.id)`;

/** The item of the round that was handed in last, with what the officer said of it. */
const PLAN = `(
  select json_build_object('submittedOn', (r.submitted_at at time zone 'Europe/Stockholm')::date,
    'cause', i ->> 'cause', 'measures', i -> 'measures', 'effect', i -> 'effect', 'answer', i ->> 'answer',
    'verdict', v.verdict, 'verdictText', case when v.text is not null then v.text else '' end)
  from action_plan p
    join action_plan_round r on r.municipality_id = $1 and r.plan_id = p.id
    cross join lateral jsonb_array_elements(r.content -> 'items') i
    left join action_plan_verdict v on v.municipality_id = $1 and v.round_id = r.id and v.action_id = a.id
  where p.municipality_id = $1 and p.follow_up_id = a.follow_up_id and i ->> 'actionId' = a.id::text
  order by r.submitted_at desc limit 1)`;

const REPORTS = `(
  select coalesce(json_agg(json_build_object('id', x.id,
    'reportedOn', (x.reported_at at time zone 'Europe/Stockholm')::date, 'text', x.text, 'effect', ${SHARE('x.effect')},
    'files', (select coalesce(json_agg(json_build_object('id', pf.id, 'fileName', pf.file_name, 'size', pf.size,
        'href', '/api/action-plan-files/' || pf.id) order by pf.id), '[]')
      from action_plan_file pf
      where pf.municipality_id = $1 and pf.report_id = x.id and pf.removed_at is null)) order by x.reported_at, x.id), '[]')
  from action_report x where x.municipality_id = $1 and x.action_id = a.id)`;

export const ACTION_IN_FOLLOW_UP = `'actionId', a.id, 'text', a.text, 'kind', a.kind, 'state', a.state,
  'dueDate', a.due_date, 'effectMeasure', a.effect_measure,
  'clauses', (select coalesce(json_agg(json_build_object('id', c.id, 'number', c.number, 'heading', c.heading)
      order by c.sort_key, c.id), '[]')
    from clause c where c.municipality_id = $1 and c.id in ${CLAUSE_IDS}),
  'findings', (select coalesce(json_agg(json_build_object('id', n.id, 'title', n.title, 'severity', n.severity)
      order by n.position, n.id), '[]')
    from action_finding af join finding n on n.municipality_id = $1 and n.id = af.finding_id
    where af.municipality_id = $1 and af.action_id = a.id),
  'plan', ${PLAN},
  'reports', ${REPORTS}`;

/** The years of earlier approved rounds of the contract of `f` that did not meet a clause of the action `a` (R15). */
export const NOT_MET_BEFORE = `(
  select coalesce(json_agg(distinct e.year order by e.year), '[]')
  from follow_up e
    join assessment s on s.municipality_id = $1 and s.follow_up_id = e.id and s.verdict = 'not-met'
    join assessment_clause ac on ac.municipality_id = $1 and ac.assessment_id = s.id
    join clause ec on ec.municipality_id = $1 and ec.id = ac.clause_id
  where e.municipality_id = $1 and e.contract_id = f.contract_id and e.id <> f.id and e.approved_on is not null
    and (e.year < f.year or e.year = f.year and e.created_at < f.created_at)
    and ec.number in (select own.number from clause own where own.municipality_id = $1 and own.id in ${CLAUSE_IDS}))`;
