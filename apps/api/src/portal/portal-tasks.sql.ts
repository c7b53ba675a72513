// Read under the provider's role, whose policies give the rows of the person's providers, in whatever municipality. Every
// branch has the same columns: what a task of its kind is counted from stands in `parts`.

const REQUESTS = `
select 'request' as kind, r.id, r.letter ->> 'municipality' as municipality, r.letter ->> 'provider' as provider,
  r.letter -> 'unit' ->> 'name' as unit, r.title, r.state, r.sent_on as "sentOn", r.due,
  r.state in ('sent', 'answering', 'returned') as waits,
  jsonb_build_object('questions', r.questions, 'answers', (
      select coalesce(jsonb_agg(jsonb_build_object('questionId', a.question_id, 'value', a.value)), '[]')
      from answer a where a.municipality_id = r.municipality_id and a.request_id = r.id),
    'files', (
      select coalesce(jsonb_agg(jsonb_build_object('questionId', f.question_id, 'wantedDocumentId',
        f.wanted_document_id)), '[]')
      from answer_file f
      where f.municipality_id = r.municipality_id and f.request_id = r.id and f.removed_at is null)) as parts,
  case when r.state = 'returned' then (
    select count(*)::int from returned_question q
    where q.municipality_id = r.municipality_id and q.submission_id = (
      select s.id from answer_submission s
      where s.municipality_id = r.municipality_id and s.request_id = r.id
      order by s.number desc limit 1)) else 0 end as returned
from information_request r`;

const FACT_CHECKS = `
select 'fact-check', c.id, c.content #>> '{report,municipality,name}', c.content ->> 'provider',
  c.content #>> '{report,unit,name}', c.content #>> '{report,title}', c.state, c.sent_on,
  case when d.due is null then c.sent_on else d.due end, c.state = 'sent', null, 0
from fact_check c
  left join deadline d on d.municipality_id = c.municipality_id and d.kind = 'fact-check' and d.subject_id = c.id`;

const PLANS = `
select 'action-plan', r.id, r.demand ->> 'municipality', r.demand ->> 'provider', r.demand -> 'unit' ->> 'name',
  r.demand ->> 'title', r.state, r.sent_on, case when d.due is null then (r.demand ->> 'due')::date else d.due end,
  r.state in ('demanded', 'returned'),
  jsonb_build_object('demand', r.demand, 'lifted', r.lifted, 'items', (
      select coalesce(jsonb_agg(jsonb_build_object('actionId', i.action_id, 'cause', i.cause, 'measures', i.measures,
        'effect', i.effect, 'answer', i.answer)), '[]')
      from action_plan_item i where i.municipality_id = r.municipality_id and i.plan_id = r.id),
    'rounds', (
      select coalesce(jsonb_agg(jsonb_build_object('verdicts', (
        select coalesce(jsonb_agg(jsonb_build_object('actionId', v.action_id, 'verdict', v.verdict)), '[]')
        from action_plan_verdict v where v.municipality_id = s.municipality_id and v.round_id = s.id))
        order by s.number), '[]')
      from action_plan_round s where s.municipality_id = r.municipality_id and s.plan_id = r.id)),
  case when r.state = 'returned' then (
    select count(*)::int from action_plan_verdict v
    where v.municipality_id = r.municipality_id and v.verdict <> 'sufficient' and v.round_id = (
      select s.id from action_plan_round s
      where s.municipality_id = r.municipality_id and s.plan_id = r.id
      order by s.number desc limit 1)) else 0 end
from action_plan r
  left join deadline d on d.municipality_id = r.municipality_id and d.kind = 'action-plan' and d.subject_id = r.id`;

const SANCTIONS = `
select 'sanction', s.id, s.letter ->> 'municipality', s.letter ->> 'provider', s.letter ->> 'unit', s.label,
  s.state, s.sent_on, case when d.due is null then s.sent_on else d.due end,
  s.state = 'sent' and d.state is not distinct from 'open', null, 0
from sanction s
  left join deadline d on d.municipality_id = s.municipality_id and d.kind = 'sanction-answer' and d.subject_id = s.id
where s.letter is not null and s.sent_on is not null`;

/** What "Att göra" is made of: what waits for the provider first. $1 the most rows. */
export const TASKS = `
select t.kind, t.id, t.municipality, t.provider, t.unit, t.title, t.state, t."sentOn"::text as "sentOn",
  t.due::text as due, t.waits, t.parts, t.returned
from (${REQUESTS} union all ${FACT_CHECKS} union all ${PLANS} union all ${SANCTIONS}) t
order by t.waits desc, case when t.waits then t.due end, t.due desc, t.id
limit $1`;
