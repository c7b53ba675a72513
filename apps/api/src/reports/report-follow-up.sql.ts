// What a report says of its re-check, its fact check and what is repeated. `f` is the follow-up that it is about.

/** The requirements that a re-check judged, with what was found of each, and the root that it is a re-check of. */
export const RECHECK = `(
  select json_build_object(
    'number', (select count(*) from follow_up n
      where n.municipality_id = f.municipality_id and n.parent_id = f.parent_id and n.id <= f.id),
    'root', json_build_object('caseNumber', p.case_number, 'approvedOn', p.approved_on,
      'outcome', (select j.outcome from judgement j where j.municipality_id = f.municipality_id
        and j.follow_up_id = p.id and j.status = 'approved' order by j.decided_at desc limit 1)),
    'actions', (select coalesce(json_agg(json_build_object('text', a.text, 'verdict', r.verdict, 'note', r.note,
        'before', r.before, 'after', r.after,
        'clauseIds', (select coalesce(json_agg(x.clause_id), '[]') from (
          select ac.clause_id from action_clause ac where ac.municipality_id = f.municipality_id and ac.action_id = a.id
          union select fc.clause_id from action_finding af
            join finding_clause fc on fc.municipality_id = af.municipality_id and fc.finding_id = af.finding_id
          where af.municipality_id = f.municipality_id and af.action_id = a.id) x),
        'evidence', (select coalesce(json_agg(json_build_object('date', e.held_on, 'title', e.title)
            order by e.held_on, e.id), '[]')
          from recheck_action_evidence re join evidence e on e.municipality_id = re.municipality_id and e.id = re.evidence_id
          where re.municipality_id = f.municipality_id and re.recheck_id = f.id and re.action_id = a.id))
        order by a.position, a.id), '[]')
      from recheck_action r join action a on a.municipality_id = r.municipality_id and a.id = r.action_id
      where r.municipality_id = f.municipality_id and r.recheck_id = f.id))
  from follow_up p
  where f.kind = 're-check' and p.municipality_id = f.municipality_id and p.id = f.parent_id)`;

/** The latest sending that stands. */
export const FACT_CHECK = `(
  select json_build_object('sentOn', fc.sent_on, 'due', case when d.due is not null then d.due else fc.sent_on end,
    'answered', fc.answered_at is not null,
    'remarks', (select count(*) from fact_check_remark r
      where r.municipality_id = fc.municipality_id and r.fact_check_id = fc.id and fc.answered_at is not null),
    'accepted', (select count(*) from fact_check_answer w
      where w.municipality_id = fc.municipality_id and w.fact_check_id = fc.id and w.outcome = 'accepted'))
  from fact_check fc
    left join deadline d on d.municipality_id = fc.municipality_id and d.kind = 'fact-check' and d.subject_id = fc.id
  where fc.municipality_id = f.municipality_id and fc.follow_up_id = f.id and fc.state <> 'taken-back'
  order by fc.number desc limit 1)`;

const NOT_MET_NOW = `
  select c.number, c.sort_key
  from assessment s
    join assessment_clause ac on ac.municipality_id = s.municipality_id and ac.assessment_id = s.id
    join clause c on c.municipality_id = ac.municipality_id and c.id = ac.clause_id
  where s.municipality_id = f.municipality_id and s.follow_up_id = f.id and s.verdict in ('not-met', 'partly-met')`;

/** Clauses that are not met now and were not in earlier approved rounds of the same contract (R15). */
export const REPEATED = `(
  select coalesce(json_agg(json_build_object('clauseNumber', y.number, 'years', y.years) order by y.sort_key), '[]')
  from (
    select now.number, now.sort_key, json_agg(distinct e.year order by e.year) as years
    from (${NOT_MET_NOW}) now
      join follow_up e on e.municipality_id = f.municipality_id and e.contract_id = f.contract_id and e.id <> f.id
        and e.approved_on is not null and (e.year < f.year or e.year = f.year and e.created_at < f.created_at)
      join assessment s on s.municipality_id = e.municipality_id and s.follow_up_id = e.id and s.verdict = 'not-met'
      join assessment_clause ac on ac.municipality_id = s.municipality_id and ac.assessment_id = s.id
      join clause ec on ec.municipality_id = ac.municipality_id and ec.id = ac.clause_id and ec.number = now.number
    group by now.number, now.sort_key) y)`;
