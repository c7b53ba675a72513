import { INSTANT } from '../database/instant.sql.js';

// $1 municipality, $2 follow-up, $3 the committees that the reader sees (null: all), $4 the reader.
// Instants are written in UTC with milliseconds, as JSON has them everywhere.

const CLAUSES = `(
  select coalesce(json_agg(json_build_object('id', c.id, 'number', c.number, 'heading', c.heading, 'text', c.text,
    'kind', c.kind, 'focusArea', c.focus_area, 'critical', c.critical,
    'notMetBefore', coalesce(earlier.years, '[]')) order by c.sort_key, c.id), '[]')
  from follow_up_clause fc
    join clause c on c.municipality_id = fc.municipality_id and c.id = fc.clause_id
    left join (
      select ec.number, json_agg(distinct e.year) as years
      from follow_up e
        join assessment a on a.municipality_id = e.municipality_id and a.follow_up_id = e.id and a.verdict = 'not-met'
        join assessment_clause ac on ac.municipality_id = a.municipality_id and ac.assessment_id = a.id
        join clause ec on ec.municipality_id = ac.municipality_id and ec.id = ac.clause_id
      where e.municipality_id = $1 and e.contract_id = f.contract_id and e.id <> f.id and e.approved_on is not null
        and (e.year < f.year or e.year = f.year and e.created_at < f.created_at)
      group by ec.number) earlier on earlier.number = c.number
  where fc.municipality_id = $1 and fc.follow_up_id = f.id)`;

const ASSESSMENTS = `(
  select coalesce(json_agg(json_build_object('id', a.id, 'verdict', a.verdict, 'text', a.text, 'version', a.version,
    'updatedBy', coalesce(p.name, 'Okänd'), 'updatedAt', to_char(a.updated_at at time zone 'UTC', ${INSTANT}),
    'clauseIds', (select coalesce(json_agg(ac.clause_id order by c.sort_key), '[]') from assessment_clause ac
      join clause c on c.municipality_id = ac.municipality_id and c.id = ac.clause_id
      where ac.municipality_id = $1 and ac.assessment_id = a.id),
    'evidenceIds', (select coalesce(json_agg(ae.evidence_id order by ae.evidence_id), '[]') from assessment_evidence ae
      where ae.municipality_id = $1 and ae.assessment_id = a.id)) order by a.id), '[]')
  from assessment a left join person p on p.id = a.updated_by
  where a.municipality_id = $1 and a.follow_up_id = f.id)`;

const ATTACHMENT = `json_build_object('id', t.id, 'fileName', t.file_name, 'mediaType', t.media_type, 'size', t.size,
    'sha256', t.sha256, 'createdAt', to_char(t.created_at at time zone 'UTC', ${INSTANT}),
    'href', '/api/attachments/' || t.id)`;

const MEETING = `json_build_object('form', m.form, 'state', m.state, 'place', m.place, 'link', m.link,
    'startsAt', to_char(m.starts_at at time zone 'UTC', ${INSTANT}),
    'endsAt', to_char(m.ends_at at time zone 'UTC', ${INSTANT}),
    'invitedAt', to_char(m.invited_at at time zone 'UTC', ${INSTANT}),
    'participants', (select coalesce(json_agg(json_build_object('id', mp.id, 'side', mp.side, 'name', mp.name,
      'role', mp.role, 'email', mp.email, 'attended', mp.attended) order by mp.id), '[]')
      from meeting_participant mp where mp.municipality_id = $1 and mp.evidence_id = e.id),
    'agenda', (select coalesce(json_agg(json_build_object('id', i.id, 'text', i.text, 'clauseId', i.clause_id)
      order by i.position, i.id), '[]')
      from meeting_agenda_item i where i.municipality_id = $1 and i.evidence_id = e.id),
    'notes', (select count(*) from meeting_note o
      where o.municipality_id = $1 and o.evidence_id = e.id and o.removed_at is null),
    'minutes', (select json_build_object('id', x.id, 'title', x.title,
        'href', case when x.pdf_sha256 is not null then '/api/documents/' || x.id end)
      from issued_document x where x.municipality_id = $1 and x.subject_id = e.id and x.kind = 'minutes'
      order by x.id desc limit 1))`;

const EVIDENCE = `(
  select coalesce(json_agg(json_build_object('id', e.id, 'kind', e.kind, 'heldOn', e.held_on, 'title', e.title,
    'text', e.text, 'author', coalesce(p.name, 'Okänd'), 'version', e.version,
    'createdAt', to_char(e.created_at at time zone 'UTC', ${INSTANT}),
    'attachments', (select coalesce(json_agg(${ATTACHMENT} order by t.id), '[]') from attachment t
      where t.municipality_id = $1 and t.evidence_id = e.id),
    'counts', case when m.form is not null then m.state = 'held' when q.id is not null then q.answered_at is not null
      else true end,
    'meeting', case when m.form is not null then ${MEETING} end,
    'observation', (select json_build_object('place', o.place, 'situation', o.situation, 'minutes', o.minutes)
      from observation o where o.municipality_id = $1 and o.evidence_id = e.id),
    'interview', (select json_build_object('respondents', i.respondents, 'persons', i.persons, 'form', i.form)
      from interview i where i.municipality_id = $1 and i.evidence_id = e.id),
    'requestId', q.id,
    'signalId', (select s.id from signal s where s.municipality_id = $1 and s.evidence_id = e.id limit 1),
    'review', case when d.method is not null then json_build_object('method', d.method, 'population', d.population,
      'size', d.size, 'seed', d.seed, 'algorithm', d.algorithm, 'questions', d.questions,
      'files', (select coalesce(json_agg(json_build_object('id', r.id, 'fileNumber', r.file_number,
          'replaces', r.replaces, 'replacementReason', r.replacement_reason, 'replaced', r.replaced,
          'results', r.results, 'note', r.note, 'version', r.version) order by r.file_number), '[]')
        from reviewed_file r where r.municipality_id = $1 and r.evidence_id = e.id)) end
    ) order by e.held_on, e.id), '[]')
  from evidence e
    left join person p on p.id = e.created_by
    left join meeting m on m.municipality_id = e.municipality_id and m.evidence_id = e.id
    left join document_review d on d.municipality_id = e.municipality_id and d.evidence_id = e.id
    left join information_request q on q.municipality_id = e.municipality_id and q.evidence_id = e.id
  where e.municipality_id = $1 and e.follow_up_id = f.id)`;

const FIGURES = `(
  select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name, 'unit', g.unit, 'period', g.period,
    'source', g.source, 'found', g.found, 'total', g.total, 'reportedWords', g.reported_words,
    'reportedBy', g.reported_by, 'aboutPersons', g.about_persons, 'version', g.version) order by g.position, g.id), '[]')
  from figure g where g.municipality_id = $1 and g.follow_up_id = f.id)`;

const FINDINGS = `(
  select coalesce(json_agg(json_build_object('id', n.id, 'kind', n.kind, 'severity', n.severity, 'title', n.title,
    'text', n.text, 'legalGround', n.legal_ground, 'remedied', n.remedied, 'version', n.version,
    'clauseIds', (select coalesce(json_agg(nc.clause_id order by nc.clause_id), '[]') from finding_clause nc
      where nc.municipality_id = $1 and nc.finding_id = n.id),
    'evidenceIds', (select coalesce(json_agg(ne.evidence_id order by ne.evidence_id), '[]') from finding_evidence ne
      where ne.municipality_id = $1 and ne.finding_id = n.id)) order by n.position, n.id), '[]')
  from finding n where n.municipality_id = $1 and n.follow_up_id = f.id)`;

const ACTIONS = `(
  select coalesce(json_agg(json_build_object('id', a.id, 'kind', a.kind, 'text', a.text, 'dueDate', a.due_date,
    'effectMeasure', a.effect_measure, 'state', a.state, 'version', a.version,
    'findingIds', (select coalesce(json_agg(af.finding_id order by af.finding_id), '[]') from action_finding af
      where af.municipality_id = $1 and af.action_id = a.id),
    'clauseIds', (select coalesce(json_agg(ac.clause_id order by ac.clause_id), '[]') from action_clause ac
      where ac.municipality_id = $1 and ac.action_id = a.id)) order by a.position, a.id), '[]')
  from action a where a.municipality_id = $1 and a.follow_up_id = f.id)`;

const TRANSITIONS = `(
  select coalesce(json_agg(json_build_object('action', t.action, 'from', t.from_state, 'to', t.to_state, 'by', p.name,
    'on', t.happened_on, 'reason', t.reason) order by t.at, t.id), '[]')
  from follow_up_transition t left join person p on p.id = t.account_id
  where t.municipality_id = $1 and t.follow_up_id = f.id)`;

const JUDGEMENTS = `(
  select coalesce(json_agg(json_build_object('id', j.id, 'followUpId', j.follow_up_id, 'outcome', j.outcome, 'proposedOutcome', j.proposed_outcome,
    'grounds', j.grounds, 'text', j.text, 'departureReason', j.departure_reason, 'noPlanReason', j.no_plan_reason, 'unmetReasons', j.unmet_reasons,
    'author', coalesce(w.name, 'Okänd'), 'authorId', j.author_id,
    'proposedAt', to_char(j.proposed_at at time zone 'UTC', ${INSTANT}), 'contentVersion', j.content_version,
    'status', j.status, 'decidedBy', d.name, 'decidedOn', j.decided_on,
    'delegation', case when g.id is not null then json_build_object('point', g.point, 'reference', g.reference) end,
    'committeeDecision', case when y.id is not null then
      json_build_object('decidedOn', y.decided_on, 'reference', y.reference) end,
    'comments', (select coalesce(json_agg(json_build_object('id', rc.id, 'place',
        case when rc.place_id is null then json_build_object('kind', rc.place_kind)
          else json_build_object('kind', rc.place_kind, 'id', rc.place_id) end,
        'text', rc.text, 'by', coalesce(b.name, 'Okänd'), 'at', to_char(rc.created_at at time zone 'UTC', ${INSTANT}),
        'version', rc.version, 'answer', case when rc.answer is not null then json_build_object('text', rc.answer,
          'by', coalesce(h.name, 'Okänd'), 'at', to_char(rc.answered_at at time zone 'UTC', ${INSTANT})) end)
        order by rc.id), '[]')
      from return_comment rc left join person b on b.id = rc.created_by left join person h on h.id = rc.answered_by
      where rc.municipality_id = $1 and rc.judgement_id = j.id)) order by j.proposed_at, j.id), '[]')
  from judgement j left join person w on w.id = j.author_id left join person d on d.id = j.decided_by
    left join delegation g on g.municipality_id = j.municipality_id and g.id = j.delegation_id
    left join committee_decision y on y.municipality_id = j.municipality_id and y.id = j.committee_decision_id
  where j.municipality_id = $1 and j.root_follow_up_id = case when f.parent_id is null then f.id else f.parent_id end)`;

const REPORTS = `(
  select coalesce(json_agg(json_build_object('id', r.id, 'version', r.report_version, 'approvedOn', r.approved_on,
    'seal', r.seal,
    'pdfHref', case when exists (select 1 from report_file x where x.municipality_id = $1 and x.report_id = r.id
      and x.variant = 'internal' and x.format = 'pdf') then '/api/reports/' || r.id || '/pdf' end,
    'htmlHref', case when exists (select 1 from report_file x where x.municipality_id = $1 and x.report_id = r.id
      and x.variant = 'internal' and x.format = 'html') then '/api/reports/' || r.id || '/html' end)
    order by r.report_version), '[]')
  from report r where r.municipality_id = $1 and r.follow_up_id = f.id)`;

/** What everyone has declared about conflict of interest in this follow-up (R10); the reasons are read by those who decide. */
const DECLARATIONS = `(
  select coalesce(json_agg(json_build_object('accountId', cd.account_id, 'name', coalesce(p.name, 'Okänd'),
    'hasConflict', cd.has_conflict, 'declaredAt', to_char(cd.declared_at at time zone 'UTC', ${INSTANT}),
    'lifted', cd.lifted_at is not null) order by cd.declared_at, cd.account_id), '[]')
  from conflict_declaration cd left join person p on p.id = cd.account_id
  where cd.municipality_id = $1 and cd.follow_up_id = f.id)`;

/** The sendings for fact check that stand, oldest first; what a provider has not handed in is nobody's to answer. */
const FACT_CHECKS = `(
  select coalesce(json_agg(json_build_object('state', fc.state, 'due', dl.due,
    'unanswered', case when fc.state = 'answered' then (select count(*) from fact_check_remark r
      where r.municipality_id = $1 and r.fact_check_id = fc.id and not exists (select 1 from fact_check_answer a
        where a.municipality_id = $1 and a.remark_id = r.id)) else 0 end) order by fc.number), '[]')
  from fact_check fc
    left join deadline dl on dl.municipality_id = fc.municipality_id and dl.kind = 'fact-check' and dl.subject_id = fc.id
  where fc.municipality_id = $1 and fc.follow_up_id = f.id and fc.state <> 'taken-back')`;

/** The requirements that a re-check judges, with the clauses they rest on, directly or through their findings. */
const RECHECK_ACTIONS = `(
  select coalesce(json_agg(json_build_object('id', a.id, 'text', a.text, 'verdict', ra.verdict, 'note', ra.note,
    'clauseIds', (select coalesce(json_agg(distinct x.clause_id), '[]') from (
        select ac.clause_id from action_clause ac where ac.municipality_id = $1 and ac.action_id = a.id
        union select nc.clause_id from action_finding af
          join finding_clause nc on nc.municipality_id = af.municipality_id and nc.finding_id = af.finding_id
        where af.municipality_id = $1 and af.action_id = a.id) x),
    'serious', exists (select 1 from action_finding af
        join finding n on n.municipality_id = af.municipality_id and n.id = af.finding_id
      where af.municipality_id = $1 and af.action_id = a.id and n.kind = 'deficiency' and n.severity = 'serious'),
    'evidenceIds', (select coalesce(json_agg(re.evidence_id order by re.evidence_id), '[]') from recheck_action_evidence re
      where re.municipality_id = $1 and re.recheck_id = f.id and re.action_id = a.id)) order by a.position, a.id), '[]')
  from recheck_action ra join action a on a.municipality_id = ra.municipality_id and a.id = ra.action_id
  where ra.municipality_id = $1 and ra.recheck_id = f.id)`;

/** By what right the judgement that waits is decided: the reader's delegations, and what the committee decided itself. */
const DECISION = `json_build_object('delegatedMatters', k.delegated_matters, 'reservedMatters', k.reserved_matters,
    'delegations', case when f.state = 'deciding' then (
      select coalesce(json_agg(json_build_object('id', g.id, 'matter', g.matter, 'accountId', g.account_id,
        'point', g.point, 'reference', g.reference, 'validFrom', g.valid_from, 'validTo', g.valid_to,
        'revokedOn', g.revoked_on)), '[]')
      from delegation g
      where g.municipality_id = $1 and g.account_id = $4 and g.committee_id = f.committee_id) else '[]' end,
    'committeeDecisions', case when f.state = 'deciding' then (
      select coalesce(json_agg(json_build_object('id', y.id, 'judgementId', y.subject_id, 'decidedOn', y.decided_on,
        'reference', y.reference) order by y.created_at), '[]')
      from committee_decision y
      where y.municipality_id = $1 and y.follow_up_id = f.id and y.matter = 'judgement') else '[]' end)`;

/**
 * One follow-up with all that it holds, as one JSON value. The colleagues are read once for all the places where one is
 * named: the policy of `account` looks through every membership each time that it is asked.
 */
export const FOLLOW_UP_CONTENT_SQL = `
with person as materialized (select id, name from account)
select json_build_object(
  'id', f.id, 'title', f.title, 'caseNumber', f.case_number, 'kind', f.kind, 'parentId', f.parent_id, 'year', f.year, 'state', f.state,
  'committee', json_build_object('id', k.id, 'name', k.name),
  'provider', json_build_object('id', p.id, 'legalName', p.legal_name),
  'unit', json_build_object('id', u.id, 'name', u.name),
  'contract', json_build_object('id', c.id, 'reference', c.reference),
  'clauseSetNumber', s.number,
  'background', f.background, 'purpose', f.purpose, 'summary', f.summary, 'reportDate', f.report_date,
  'decisionDue', f.decision_due, 'noFactCheckReason', f.no_fact_check_reason, 'approvedOn', f.approved_on,
  'recheckDue', f.recheck_due, 'contentVersion', f.content_version, 'version', f.version,
  'forRules', json_build_object('createdById', f.created_by, 'contractStartsOn', c.starts_on,
    'startedById', (select t.account_id from follow_up_transition t
      where t.municipality_id = $1 and t.follow_up_id = f.id and t.action = 'start' order by t.at limit 1),
    'readerId', $4::uuid, 'factChecks', ${FACT_CHECKS},
    'recheckActions', case when f.kind = 're-check' then ${RECHECK_ACTIONS} end,
    'decision', ${DECISION}),
  'team', (select coalesce(json_agg(json_build_object('id', tm.account_id, 'name', coalesce(a.name, 'Okänd'))
      order by a.name, tm.account_id), '[]')
    from follow_up_team_member tm left join person a on a.id = tm.account_id
    where tm.municipality_id = $1 and tm.follow_up_id = f.id),
  'declarations', ${DECLARATIONS},
  'clauses', ${CLAUSES},
  'assessments', ${ASSESSMENTS},
  'evidence', ${EVIDENCE},
  'attachments', (select coalesce(json_agg(${ATTACHMENT} order by t.id), '[]') from attachment t
    where t.municipality_id = $1 and t.follow_up_id = f.id and t.evidence_id is null),
  'figures', ${FIGURES},
  'findings', ${FINDINGS},
  'actions', ${ACTIONS},
  'transitions', ${TRANSITIONS},
  'judgements', ${JUDGEMENTS},
  'reports', ${REPORTS},
  'publicationId', (select pu.id from publication pu
      join report r on r.municipality_id = pu.municipality_id and r.id = pu.report_id
    where pu.municipality_id = $1 and r.follow_up_id = f.id order by r.report_version desc limit 1)
) as content
from follow_up f
  join committee k on k.municipality_id = f.municipality_id and k.id = f.committee_id
  join provider p on p.id = f.provider_id
  join unit u on u.municipality_id = f.municipality_id and u.id = f.unit_id
  join contract c on c.municipality_id = f.municipality_id and c.id = f.contract_id
  join clause_set s on s.municipality_id = f.municipality_id and s.id = f.clause_set_id
where f.municipality_id = $1 and f.id = $2 and ($3::uuid[] is null or f.committee_id = any ($3))`;
