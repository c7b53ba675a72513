// $1 municipality, $2 follow-up, $3 the committees that the reader sees (null: all), $4 the reader.

/** The rounds of the same contract before this one; a re-check is no round of its own. */
const EARLIER = `e.municipality_id = $1 and e.contract_id = f.contract_id and e.id <> f.id and e.parent_id is null
    and e.approved_on is not null and (e.year < f.year or e.year = f.year and e.created_at < f.created_at)`;

const PREVIOUS = `(
  select json_build_object('id', e.id, 'title', e.title, 'caseNumber', e.case_number, 'year', e.year,
    'approvedOn', e.approved_on,
    'outcome', (select j.outcome from judgement j
      where j.municipality_id = $1 and j.root_follow_up_id = e.id and j.status = 'approved'
      order by j.decided_at desc limit 1),
    'verdicts', (select coalesce(json_agg(json_build_object('number', c.number, 'verdict', a.verdict)), '[]')
      from assessment a
        join assessment_clause ac on ac.municipality_id = a.municipality_id and ac.assessment_id = a.id
        join clause c on c.municipality_id = ac.municipality_id and c.id = ac.clause_id
      where a.municipality_id = $1 and a.follow_up_id = e.id and a.verdict is not null),
    'figures', (select coalesce(json_agg(json_build_object('name', g.name, 'period', g.period, 'source', g.source,
        'found', g.found, 'total', g.total, 'reportedWords', g.reported_words, 'reportedBy', g.reported_by)
        order by g.position), '[]')
      from figure g where g.municipality_id = $1 and g.follow_up_id = e.id))
  from follow_up e where ${EARLIER}
  order by e.unit_id = f.unit_id desc, e.year desc, e.created_at desc limit 1)`;

const ROUNDS = `(
  select coalesce(json_agg(json_build_object('followUpId', r.id, 'year', r.year, 'caseNumber', r.case_number,
    'verdicts', r.verdicts)), '[]')
  from (
    select e.id, e.year, e.case_number, json_agg(json_build_object('clauseNumber', c.number, 'verdict', a.verdict)) as verdicts
    from follow_up e
      join assessment a on a.municipality_id = e.municipality_id and a.follow_up_id = e.id and a.verdict = 'not-met'
      join assessment_clause ac on ac.municipality_id = a.municipality_id and ac.assessment_id = a.id
      join clause c on c.municipality_id = ac.municipality_id and c.id = ac.clause_id
    where ${EARLIER}
    group by e.id, e.year, e.case_number) r)`;

/** The latest sending that stands; what the provider has written and not handed in is nobody else's to read (R21). */
const FACT_CHECK = `(
  select json_build_object('sentOn', fc.sent_on, 'state', fc.state, 'noRemarks', fc.no_remarks,
    'remarks', case when fc.answered_at is null then '[]' else (
      select coalesce(json_agg(json_build_object('id', r.id, 'placeKind', r.place_kind, 'placeId', r.place_id,
        'text', r.text, 'answer', (
          select json_build_object('accepted', w.outcome = 'accepted', 'text', w.text, 'by', coalesce(p.name, 'Okänd'))
          from fact_check_answer w left join person p on p.id = w.answered_by
          where w.municipality_id = $1 and w.remark_id = r.id)) order by r.id), '[]')
      from fact_check_remark r where r.municipality_id = $1 and r.fact_check_id = fc.id) end)
  from fact_check fc
  where fc.municipality_id = $1 and fc.follow_up_id = f.id and fc.state <> 'taken-back'
  order by fc.number desc limit 1)`;

const LETTERS = `(
  select coalesce(json_agg(json_build_object('id', x.id, 'title', x.title,
    'issuedOn', (x.created_at at time zone 'Europe/Stockholm')::date,
    'href', case when x.pdf_sha256 is not null then '/api/documents/' || x.id end) order by x.id), '[]')
  from issued_document x
    join judgement j on j.municipality_id = x.municipality_id and j.id = x.subject_id
  where x.municipality_id = $1 and x.follow_up_id = f.id and x.kind = 'official-letter')`;

/** Those to whom the decision can be handed over: managers of the committee, not in the team, without a conflict. */
const MANAGERS = `(
  select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'title', a.title)
    order by a.name collate "sv-x-icu", a.id), '[]')
  from account a
  where a.suspended_at is null and a.id <> $4
    and a.id in (select m.account_id from membership m where m.municipality_id = $1 and m.role = 'manager'
      and (m.committee_id is null or m.committee_id = f.committee_id))
    and not exists (select 1 from follow_up_team_member t
      where t.municipality_id = $1 and t.follow_up_id = f.id and t.account_id = a.id)
    and not exists (select 1 from conflict_declaration c where c.municipality_id = $1 and c.follow_up_id = f.id
      and c.account_id = a.id and c.has_conflict and c.lifted_at is null))`;

/** What a manager reads beside the case itself before deciding, in one statement. */
export const DECISION_BASIS_SQL = `
with person as materialized (select id, name from account)
select json_build_object(
  'previous', ${PREVIOUS},
  'rounds', ${ROUNDS},
  'factCheck', ${FACT_CHECK},
  'reasons', (select coalesce(json_object_agg(c.account_id, c.reason), '{}') from conflict_declaration c
    where c.municipality_id = $1 and c.follow_up_id = f.id),
  'letters', ${LETTERS},
  'committeeDecisions', (select coalesce(json_agg(json_build_object('judgementId', y.subject_id,
      'decidedOn', y.decided_on, 'reference', y.reference, 'text', y.text, 'registeredBy', coalesce(p.name, 'Okänd'))
      order by y.created_at), '[]')
    from committee_decision y left join person p on p.id = y.created_by
    where y.municipality_id = $1 and y.follow_up_id = f.id and y.matter = 'judgement'),
  'decider', (select json_build_object('id', p.id, 'name', p.name) from person p where p.id = f.decider_id),
  'managers', ${MANAGERS}
) as basis
from follow_up f
where f.municipality_id = $1 and f.id = $2 and ($3::uuid[] is null or f.committee_id = any ($3))`;
