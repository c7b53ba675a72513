import { INSTANT } from '../database/instant.sql.js';
import { contractEndOn } from '../contracts/contract-end.sql.js';
import { ACTION_IN_FOLLOW_UP, NOT_MET_BEFORE } from './action-in-follow-up.sql.js';
import { RECHECK_NUMBER } from './recheck-root.js';

/** The latest approved outcome of the chain that hangs on the root `p`. */
const OUTCOME = `(select j.outcome from judgement j
  where j.municipality_id = $1 and j.root_follow_up_id = p.id and j.status = 'approved' order by j.decided_at desc limit 1)`;

const CONTRACT_END = contractEndOn('$4');

/** What proves something: a planned meeting and an unanswered request do not. */
const EARLIER_EVIDENCE = `(
  select coalesce(json_agg(json_build_object('id', e.id, 'followUpId', e.follow_up_id, 'from', e.whence, 'kind', e.kind,
    'heldOn', e.held_on, 'title', e.title) order by e.held_on, e.id), '[]')
  from (
    select e.id, e.follow_up_id, e.kind, e.held_on, e.title,
      case when o.parent_id is null then 'Uppföljningen' else 'Återkontroll ' || (select count(*) from follow_up n
        where n.municipality_id = $1 and n.parent_id = o.parent_id and n.id <= o.id) end as whence
    from follow_up o
      join evidence e on e.municipality_id = $1 and e.follow_up_id = o.id
      left join meeting m on m.municipality_id = $1 and m.evidence_id = e.id
      left join information_request q on q.municipality_id = $1 and q.evidence_id = e.id
    where o.municipality_id = $1 and (o.id = p.id or o.parent_id = p.id and o.id < f.id and o.approved_on is not null)
      and (m.state is null or m.state = 'held') and (q.id is null or q.answered_at is not null)) e)`;

/** $1 municipality, $2 the re-check, $3 the committees that the reader sees (null: all), $4 today. */
export const RECHECK = `
select f.committee_id as "committeeId", f.state, json_build_object(
  'root', json_build_object('id', p.id, 'title', p.title, 'caseNumber', p.case_number, 'outcome', ${OUTCOME},
    'approvedOn', p.approved_on),
  'number', ${RECHECK_NUMBER}, 'due', f.decision_due, 'contractEndsOn', ${CONTRACT_END},
  'contractEndsBefore', case when f.decision_due is not null then ${CONTRACT_END} < f.decision_due else false end,
  'actions', (select coalesce(json_agg(json_build_object(${ACTION_IN_FOLLOW_UP},
      'verdict', r.verdict, 'note', r.note, 'before', r.before, 'after', r.after,
      'evidenceIds', (select coalesce(json_agg(re.evidence_id order by re.evidence_id), '[]')
        from recheck_action_evidence re
        where re.municipality_id = $1 and re.recheck_id = f.id and re.action_id = a.id),
      'updatedBy', w.name, 'updatedAt', to_char(r.updated_at at time zone 'UTC', ${INSTANT}), 'version', r.version)
      order by a.position, a.id), '[]')
    from recheck_action r
      join action a on a.municipality_id = $1 and a.id = r.action_id
      left join account w on w.id = r.updated_by
    where r.municipality_id = $1 and r.recheck_id = f.id),
  'earlierEvidence', ${EARLIER_EVIDENCE}) as content
from follow_up f
  join follow_up p on p.municipality_id = $1 and p.id = f.parent_id
  join contract c on c.municipality_id = $1 and c.id = f.contract_id
where f.municipality_id = $1 and f.id = $2 and ($3::uuid[] is null or f.committee_id = any ($3))`;

const MOVES = `(
  select coalesce(json_agg(json_build_object('id', v.id, 'from', v.from_state, 'to', v.to_state, 'on', v.happened_on,
    'by', w.name, 'reason', v.reason,
    'recheck', case when v.recheck_id is not null then json_build_object('id', v.recheck_id, 'number',
      (select count(*) from follow_up n
        where n.municipality_id = $1 and n.parent_id = f.id and n.id <= v.recheck_id)) end,
    'reportId', v.report_id,
    'files', (select coalesce(json_agg(json_build_object('id', t.id, 'fileName', t.file_name, 'mediaType', t.media_type,
        'size', t.size, 'sha256', t.sha256, 'createdAt', to_char(t.created_at at time zone 'UTC', ${INSTANT}),
        'href', '/api/attachments/' || t.id) order by t.id), '[]')
      from action_move_attachment x join attachment t on t.municipality_id = $1 and t.id = x.attachment_id
      where x.municipality_id = $1 and x.move_id = v.id)) order by v.at, v.id), '[]')
  from action_move v left join account w on w.id = v.account_id
  where v.municipality_id = $1 and v.action_id = a.id)`;

const RECHECKS = `(
  select coalesce(json_agg(json_build_object('id', r.id, 'number', r.number, 'state', r.state, 'due', r.decision_due,
    'approvedOn', r.approved_on,
    'outcome', (select j.outcome from judgement j where j.municipality_id = $1 and j.follow_up_id = r.id
      and j.status = 'approved' order by j.decided_at desc limit 1),
    'judged', case when r.approved_on is not null then (
      select json_build_object('verified', count(*) filter (where k.verdict = 'verified'), 'total', count(*))
      from recheck_action k where k.municipality_id = $1 and k.recheck_id = r.id) end,
    'reason', (select t.reason from follow_up_transition t where t.municipality_id = $1 and t.follow_up_id = r.id
      and t.action = 'cancel' order by t.at desc limit 1)) order by r.number), '[]')
  from (
    select r.id, r.state, r.decision_due, r.approved_on, row_number() over (order by r.id) as number
    from follow_up r where r.municipality_id = $1 and r.parent_id = f.id) r)`;

/** $1 municipality, $2 the root, $3 the committees that the reader sees (null: all), $4 today. */
export const ACTIONS_PROGRESS = `
select f.committee_id as "committeeId", f.state,
  (select r.state from follow_up r where r.municipality_id = $1 and r.parent_id = f.id
    and r.state in ('gathering', 'assessing', 'fact-check', 'deciding') order by r.id desc limit 1) as "recheckState",
  json_build_object(
  'contractId', c.id, 'hasLadder', exists (select 1 from sanction_step s
    where s.municipality_id = $1 and s.contract_id = c.id and s.removed_at is null),
  'contractEndsOn', ${CONTRACT_END}, 'contractHasEnded', ${CONTRACT_END} < $4::date,
  'contractMayRunOn', c.ends_on < $4::date and c.latest_end >= $4::date,
  'contractEndsBeforeRecheck', case when f.recheck_due is not null then ${CONTRACT_END} < f.recheck_due else false end,
  'actions', (select coalesce(json_agg(json_build_object(${ACTION_IN_FOLLOW_UP}, 'version', a.version,
      'moves', ${MOVES}, 'notMetBefore', ${NOT_MET_BEFORE}) order by a.position, a.id), '[]')
    from action a where a.municipality_id = $1 and a.follow_up_id = f.id),
  'rechecks', ${RECHECKS}) as content
from follow_up f join contract c on c.municipality_id = $1 and c.id = f.contract_id
where f.municipality_id = $1 and f.id = $2 and f.parent_id is null
  and ($3::uuid[] is null or f.committee_id = any ($3))`;
