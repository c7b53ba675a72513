import { INSTANT } from '../database/instant.sql.js';

// Each part hangs on the row `s` of sanction, so that both doors can read it; which rows there are is decided by the policies
// of the door. Instants are written in UTC with milliseconds, as JSON has them.

/** The last day for the provider's answer; null before it is sent. */
export const ANSWER_DUE = `(
  select d.due::text from deadline d
  where d.municipality_id = s.municipality_id and d.kind = 'sanction-answer' and d.subject_id = s.id)`;

/** What the provider wrote against it; null where it wrote nothing. */
export const DISPUTE = `(
  select jsonb_build_object('text', x.text, 'at', to_char(x.disputed_at at time zone 'UTC', ${INSTANT}),
    'by', case when a.name is null then 'Utföraren' else a.name end, 'late', x.late)
  from sanction_dispute x left join account a on a.id = x.disputed_by
  where x.municipality_id = s.municipality_id and x.sanction_id = s.id
  order by x.id desc limit 1)`;

/** The files that lie beside its dispute, or that wait to. */
export const DISPUTE_FILES = `(
  select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'fileName', x.file_name, 'mediaType', x.media_type,
    'size', x.size, 'sha256', x.sha256, 'uploadedAt', to_char(x.uploaded_at at time zone 'UTC', ${INSTANT}))
    order by x.uploaded_at, x.id), '[]')
  from sanction_file x
  where x.municipality_id = s.municipality_id and x.sanction_id = s.id and x.removed_at is null)`;

export const LETTER_DOCUMENT = `(
  select jsonb_build_object('id', d.id, 'title', d.title, 'isRendered', d.pdf_sha256 is not null)
  from issued_document d
  where d.municipality_id = s.municipality_id and d.subject_id = s.id and d.kind = 'sanction-letter'
  order by d.id desc limit 1)`;

const EVENTS = `(
  select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.action, 'state', e.to_state, 'on', e.happened_on,
    'by', case when e.action = 'dispute' then null else a.name end, 'text', e.text, 'amount', e.amount,
    'record', case when r.id is not null
      then jsonb_build_object('id', r.id, 'direction', r.direction, 'publicTitle', r.public_title) end)
    order by e.at, e.id), '[]')
  from sanction_event e
    left join account a on a.id = e.account_id
    left join record r on r.municipality_id = e.municipality_id and r.id = e.record_id
  where e.municipality_id = s.municipality_id and e.sanction_id = s.id)`;

/** What a list says of a sanction `s` in its follow-up `f`, as JSON. */
const ITEM = `jsonb_build_object('id', s.id,
  'followUp', jsonb_build_object('id', f.id, 'title', f.title, 'caseNumber', f.case_number),
  'kind', s.kind, 'label', s.label, 'state', s.state, 'severe', s.severe, 'decidedOn', s.decided_on,
  'sentOn', s.sent_on, 'answerDue', ${ANSWER_DUE}, 'amount', s.amount, 'reducedAmount', s.reduced_amount,
  'events', ${EVENTS})`;

/** The steps of contract `c`, in order. */
const STEPS = `(
  select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'position', t.position, 'kind', t.kind, 'label', t.label,
    'terms', t.terms, 'amountRule', t.amount_rule, 'clauseNumber', t.clause_number, 'used', exists (
      select 1 from sanction u where u.municipality_id = $1 and u.step_id = t.id)) order by t.position, t.id), '[]')
  from sanction_step t where t.municipality_id = $1 and t.contract_id = c.id and t.removed_at is null)`;

/** Counts every change of a step, of those that were removed too: it only ever goes up. */
const LADDER_VERSION = `(
  select 1 + coalesce(sum(t.version), 0)::int from sanction_step t
  where t.municipality_id = $1 and t.contract_id = c.id)`;

/** The provider that is party to contract `c` today, $3; before the contract begins its first party. */
const PARTY = `(
  select y.provider_id from contract_party y
  where y.municipality_id = $1 and y.contract_id = c.id
  order by y.from_date <= $3::date desc, case when y.from_date <= $3::date then y.from_date end desc, y.from_date
  limit 1)`;

/** What contract `c` has seen against its present party; what was only decided has been told to nobody. */
const TAKEN = `(
  select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'stepId', s.step_id, 'state', s.state, 'label', s.label,
    'sentOn', s.sent_on) order by s.sent_on, s.id), '[]')
  from sanction s where s.municipality_id = $1 and s.contract_id = c.id and s.provider_id = ${PARTY})`;

/** The numbers of the clauses that action `a` rests on, directly or through its findings. */
const ACTION_CLAUSES = `(
  select coalesce(jsonb_agg(jsonb_build_object('number', l.number, 'heading', l.heading)
    order by l.sort_key collate "C", l.id), '[]')
  from clause l where l.municipality_id = $1 and l.id in (
    select x.clause_id from action_clause x where x.municipality_id = $1 and x.action_id = a.id
    union
    select n.clause_id from action_finding x
      join finding_clause n on n.municipality_id = x.municipality_id and n.finding_id = x.finding_id
    where x.municipality_id = $1 and x.action_id = a.id))`;

/** Whether the action plan of case `f` has not come in time. $3 today. */
const PLAN_OVERDUE = `exists (
  select 1 from deadline d
  where d.municipality_id = $1 and d.follow_up_id = f.id and d.kind = 'action-plan' and d.state = 'open'
    and d.due < $3::date)`;

/** The actions of case `f` that are requirements, with what a sanction asks of them. */
const REQUIREMENTS = `(
  select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'text', a.text, 'state', a.state,
    'dueDate', a.due_date, 'clauses', ${ACTION_CLAUSES}) order by a.position, a.id), '[]')
  from action a where a.municipality_id = $1 and a.follow_up_id = f.id and a.kind = 'requirement')`;

/** The requirements that sanction `s` rests on. */
const SANCTION_REQUIREMENTS = `(
  select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'text', a.text, 'state', a.state,
    'clauses', ${ACTION_CLAUSES}) order by a.position, a.id), '[]')
  from sanction_action q
    join action a on a.municipality_id = q.municipality_id and a.id = q.action_id
  where q.municipality_id = $1 and q.sanction_id = s.id)`;

/** The ladder of one contract. $1 the municipality, $2 the contract, $3 the person's committees. */
export const LADDER = `
select c.reference, c.kind, c.committee_id as "committeeId", ${STEPS} as ladder, ${LADDER_VERSION} as "ladderVersion"
from contract c
where c.municipality_id = $1 and c.id = $2 and ($3::uuid[] is null or c.committee_id = any ($3))`;

/** The ladder of one contract with its sanctions. $1 the municipality, $2 the contract, $3 today, $4 the reader's committees. */
export const CONTRACT_SANCTIONS = `
select jsonb_build_object('id', c.id, 'reference', c.reference, 'kind', c.kind) as contract,
  c.committee_id as "committeeId", ${STEPS} as ladder, ${LADDER_VERSION} as "ladderVersion", ${TAKEN} as taken,
  (select p.legal_name from provider p where p.id = ${PARTY}) as provider, c.regime, c.starts_on::text as "startsOn",
  (select coalesce(jsonb_agg(${ITEM} order by s.decided_on desc, s.id desc), '[]')
    from sanction s join follow_up f on f.municipality_id = s.municipality_id and f.id = s.follow_up_id
    where s.municipality_id = $1 and s.contract_id = c.id) as sanctions
from contract c
where c.municipality_id = $1 and c.id = $2 and ($4::uuid[] is null or c.committee_id = any ($4))`;

/** By what right reader $5 decides in case `f` of committee `k`. */
const RIGHT = `k.delegated_matters as "delegatedMatters", k.reserved_matters as "reservedMatters",
  exists (select 1 from follow_up_team_member m
    where m.municipality_id = $1 and m.follow_up_id = f.id and m.account_id = $5) as "inTeam",
  (select v.has_conflict from conflict_declaration v
    where v.municipality_id = $1 and v.follow_up_id = f.id and v.account_id = $5 and v.lifted_at is null) as "hasConflict",
  (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'matter', g.matter, 'accountId', g.account_id,
      'validFrom', g.valid_from, 'validTo', g.valid_to, 'revokedOn', g.revoked_on, 'point', g.point,
      'reference', g.reference) order by g.id), '[]')
    from delegation g where g.municipality_id = $1 and g.committee_id = f.committee_id and g.account_id = $5) as delegations`;

/**
 * What more the right to act on sanction `s` stands on: whether the committee decided it, and whether a party has come into
 * the contract after the decision, whatever day it counts from (ids sort by when they were made). $3 today.
 */
const SANCTION_STANDING = `s.committee_decision_id is not null as "byCommittee", exists (
    select 1 from contract_party n
    where n.municipality_id = $1 and n.contract_id = s.contract_id and n.id > s.id
      and n.from_date <= $3::date) as "takenOver"`;

/**
 * What a decision in a case stands on; of a re-check, what it is in its root. $1 the municipality, $2 the follow-up, $3 today,
 * $4 the reader's committees, $5 the reader.
 */
const DECISION_PARTS = `f.id as "followUpId", f.state, f.committee_id as "committeeId", f.unit_id as "unitId",
  f.approved_on::text as "approvedOn",
  jsonb_build_object('id', c.id, 'reference', c.reference, 'kind', c.kind) as contract,
  ${STEPS} as ladder, ${LADDER_VERSION} as "ladderVersion", ${TAKEN} as taken, ${PLAN_OVERDUE} as "planOverdue",
  ${REQUIREMENTS} as requirements, k.name as committee, ${RIGHT}`;

const DECISION_FROM = `
from follow_up f
  join contract c on c.municipality_id = f.municipality_id and c.id = f.contract_id
  join committee k on k.municipality_id = f.municipality_id and k.id = f.committee_id
where f.municipality_id = $1 and f.id = (
    select case when w.parent_id is null then w.id else w.parent_id end from follow_up w
    where w.municipality_id = $1 and w.id = $2)
  and ($4::uuid[] is null or f.committee_id = any ($4))`;

export const DECISION_FACTS = `select ${DECISION_PARTS} ${DECISION_FROM}`;

export const FOLLOW_UP_SANCTIONS = `
select ${DECISION_PARTS},
  (select coalesce(jsonb_agg(${ITEM} order by s.decided_on desc, s.id desc), '[]')
    from sanction s where s.municipality_id = $1 and s.follow_up_id = f.id) as sanctions
${DECISION_FROM}`;

/** One sanction. $1 the municipality, $2 the sanction, $3 today, $4 the reader's committees, $5 the reader. */
export const SANCTION_VIEW = `
select ${ITEM} as item, f.committee_id as "committeeId",
  jsonb_build_object('id', c.id, 'reference', c.reference) as contract,
  jsonb_build_object('id', p.id, 'legalName', p.legal_name) as provider, u.name as unit,
  jsonb_build_object('terms', t.terms, 'amountRule', t.amount_rule, 'clauseNumber', t.clause_number) as step,
  s.severe_reason as "severeReason", s.grounds, case when s.amount_basis is null then '' else s.amount_basis end as "amountBasis",
  ${SANCTION_REQUIREMENTS} as requirements, b.name as "decidedBy", k.name as committee,
  case when g.id is not null then jsonb_build_object('point', g.point, 'reference', g.reference) end as delegation,
  case when y.id is not null then jsonb_build_object('reference', y.reference, 'decidedOn', y.decided_on) end
    as "committeeDecision",
  to_char(s.read_at at time zone 'UTC', ${INSTANT}) as "readAt", ${LETTER_DOCUMENT} as "letterDocument",
  ${DISPUTE} as dispute, ${DISPUTE_FILES} as files, s.version,
  (select to_jsonb(r) from (select ${RIGHT}, ${SANCTION_STANDING}) r) as "right"
from sanction s
  join follow_up f on f.municipality_id = s.municipality_id and f.id = s.follow_up_id
  join contract c on c.municipality_id = s.municipality_id and c.id = s.contract_id
  join sanction_step t on t.municipality_id = s.municipality_id and t.id = s.step_id
  join unit u on u.municipality_id = f.municipality_id and u.id = f.unit_id
  join committee k on k.municipality_id = f.municipality_id and k.id = f.committee_id
  join provider p on p.id = case when s.provider_id is null then ${PARTY} else s.provider_id end
  left join account b on b.id = s.decided_by
  left join delegation g on g.municipality_id = s.municipality_id and g.id = s.delegation_id
  left join committee_decision y on y.municipality_id = s.municipality_id and y.id = s.committee_decision_id
where s.municipality_id = $1 and s.id = $2 and ($4::uuid[] is null or f.committee_id = any ($4))`;

/** By what right a person acts on a sanction. As {@link SANCTION_VIEW}. */
export const SANCTION_RIGHT = `
select f.committee_id as "committeeId", k.name as committee, ${RIGHT}, ${SANCTION_STANDING}
from sanction s
  join follow_up f on f.municipality_id = s.municipality_id and f.id = s.follow_up_id
  join committee k on k.municipality_id = f.municipality_id and k.id = f.committee_id
where s.municipality_id = $1 and s.id = $2 and ($4::uuid[] is null or f.committee_id = any ($4))`;

/** What a letter about a sanction is made of. $1 the municipality, $2 the sanction, $3 today. */
export const LETTER_FACTS = `
select m.name as municipality, k.id as "committeeId", k.name as committee, case when m.letterhead is null then '' else m.letterhead end as letterhead,
  f.case_number as "caseNumber", f.title, f.year, u.name as unit, c.id as "contractId", c.reference, c.kind as "contractKind",
  p.id as "providerId", p.legal_name as provider, t.terms, t.clause_number as "clauseNumber",
  (select jsonb_build_object('number', l.number, 'heading', l.heading) from clause l
    where l.municipality_id = $1 and l.number = t.clause_number and l.clause_set_id = (
      select z.id from clause_set z where z.municipality_id = $1 and z.contract_id = c.id
      order by z.number desc limit 1) limit 1) as clause,
  ${TAKEN} as taken, ${SANCTION_REQUIREMENTS} as requirements,
  b.name as "decidedByName", case when b.title is null then '' else b.title end as "decidedByTitle",
  case when g.id is not null then jsonb_build_object('point', g.point, 'reference', g.reference) end as delegation,
  case when y.id is not null then jsonb_build_object('reference', y.reference, 'decidedOn', y.decided_on) end
    as "committeeDecision"
from sanction s
  join follow_up f on f.municipality_id = s.municipality_id and f.id = s.follow_up_id
  join contract c on c.municipality_id = s.municipality_id and c.id = s.contract_id
  join sanction_step t on t.municipality_id = s.municipality_id and t.id = s.step_id
  join unit u on u.municipality_id = f.municipality_id and u.id = f.unit_id
  join committee k on k.municipality_id = f.municipality_id and k.id = f.committee_id
  join municipality m on m.id = s.municipality_id
  join provider p on p.id = case when s.provider_id is null then ${PARTY} else s.provider_id end
  left join account b on b.id = s.decided_by
  left join delegation g on g.municipality_id = s.municipality_id and g.id = s.delegation_id
  left join committee_decision y on y.municipality_id = s.municipality_id and y.id = s.committee_decision_id
where s.municipality_id = $1 and s.id = $2`;

/** As the provider reads it: the frozen letter and what was sent after it. $1 the sanction. */
export const PORTAL_SANCTION = `
select s.id, s.municipality_id as "municipalityId", s.provider_id as "providerId", s.kind, s.label, s.state, s.letter,
  s.sent_on::text as "sentOn", ${ANSWER_DUE} as "answerDue", s.amount, s.reduced_amount as "reducedAmount",
  ${DISPUTE} as dispute, ${DISPUTE_FILES} as files, ${LETTER_DOCUMENT} as "letterDocument", s.version,
  (select coalesce(jsonb_agg(jsonb_build_object('kind', e.action, 'on', e.happened_on, 'text', e.text,
      'amount', e.amount) order by e.at, e.id), '[]')
    from sanction_event e
    where e.municipality_id = s.municipality_id and e.sanction_id = s.id
      and e.action in ('answer', 'uphold', 'reduce', 'withdraw')) as answers
from sanction s where s.id = $1`;

/** $1 the sanction. */
export const MUNICIPALITY_OF_SANCTION = 'select municipality_id as "municipalityId" from sanction where id = $1';

/** A file at the provider's door. $1 the file. */
export const PORTAL_SANCTION_FILE = `
select municipality_id as "municipalityId", sha256, file_name as "fileName", media_type as "mediaType"
from sanction_file where id = $1 and removed_at is null`;

/** A file that came with a dispute; one that waits is not the municipality's to read. $2 the file, $3 the reader's committees. */
export const SANCTION_FILE = `
select x.sha256, x.file_name as "fileName", x.media_type as "mediaType"
from sanction_file x
  join sanction s on s.municipality_id = x.municipality_id and s.id = x.sanction_id
  join follow_up f on f.municipality_id = s.municipality_id and f.id = s.follow_up_id
where x.municipality_id = $1 and x.id = $2 and x.removed_at is null
  and exists (select 1 from sanction_dispute d where d.municipality_id = $1 and d.sanction_id = s.id)
  and ($3::uuid[] is null or f.committee_id = any ($3))`;
