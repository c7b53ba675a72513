import { INSTANT } from '../database/instant.sql.js';

// Each part hangs on the row `r` of action_plan, so that both doors can read it; which rows there are is decided by the
// policies of the door. Instants are written in UTC with milliseconds, as JSON has them.

/** What is written about one action `i`, with `p`, the account that changed it, where the reader may see its name. */
export const ITEM_JSON = `jsonb_build_object('id', i.id, 'actionId', i.action_id, 'cause', i.cause,
  'measures', i.measures, 'effect', i.effect, 'answer', i.answer, 'person', p.name,
  'changedAt', to_char(i.changed_at at time zone 'UTC', ${INSTANT}), 'version', i.version)`;

const ITEMS = `(
  select coalesce(jsonb_agg(${ITEM_JSON} order by i.id), '[]')
  from action_plan_item i left join account p on p.id = i.changed_by
  where i.municipality_id = r.municipality_id and i.plan_id = r.id)`;

const FILES = `(
  select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'actionId', f.action_id, 'reportId', f.report_id,
    'forReport', f.for_report, 'fileName', f.file_name, 'mediaType', f.media_type, 'size', f.size, 'sha256', f.sha256,
    'uploadedAt', to_char(f.uploaded_at at time zone 'UTC', ${INSTANT})) order by f.id), '[]')
  from action_plan_file f
  where f.municipality_id = r.municipality_id and f.plan_id = r.id and f.removed_at is null
    and f.action_id is not null)`;

const VERDICTS = `(
  select coalesce(jsonb_agg(jsonb_build_object('actionId', v.action_id, 'verdict', v.verdict, 'text', v.text,
    'decidedOn', v.decided_on) order by v.id), '[]')
  from action_plan_verdict v where v.municipality_id = s.municipality_id and v.round_id = s.id)`;

const ROUNDS = `(
  select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'number', s.number, 'content', s.content,
    'submittedAt', to_char(s.submitted_at at time zone 'UTC', ${INSTANT}), 'late', s.late, 'seal', s.seal,
    'verdicts', ${VERDICTS}, 'document', (
      select jsonb_build_object('id', d.id, 'title', d.title, 'isRendered', d.pdf_sha256 is not null)
      from issued_document d
      where d.municipality_id = s.municipality_id and d.subject_id = s.id and d.kind = 'action-plan'
      order by d.id desc limit 1)) order by s.number), '[]')
  from action_plan_round s
  where s.municipality_id = r.municipality_id and s.plan_id = r.id)`;

const REPORTS = `(
  select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'actionId', t.action_id, 'text', t.text, 'effect', t.effect,
    'person', p.name, 'reportedAt', to_char(t.reported_at at time zone 'UTC', ${INSTANT}),
    'settled', t.settled_at is not null) order by t.id), '[]')
  from action_report t left join account p on p.id = t.reported_by
  where t.municipality_id = r.municipality_id and t.plan_id = r.id)`;

const LETTER = `(
  select jsonb_build_object('id', d.id, 'title', d.title, 'isRendered', d.pdf_sha256 is not null)
  from issued_document d
  where d.municipality_id = r.municipality_id and d.subject_id = r.id and d.kind = 'action-plan-demand'
  order by d.id desc limit 1)`;

/** When a deadline of the plan runs out; the day in the letter where it is not kept any more. */
const DUE = `(
  select d.due::text from deadline d
  where d.municipality_id = r.municipality_id and d.kind = 'action-plan' and d.subject_id = r.id)`;

/** What `select` reads of `action_plan r` for a `PlanRow`. */
export const PLAN_ROW = `r.id, r.municipality_id as "municipalityId", r.follow_up_id as "followUpId",
  r.provider_id as "providerId", r.state, r.demand, r.earlier, r.lifted, r.sent_on::text as "sentOn",
  ${DUE} as due,
  to_char(r.read_at at time zone 'UTC', ${INSTANT}) as "readAt",
  to_char(r.submitted_at at time zone 'UTC', ${INSTANT}) as "submittedAt",
  to_char(r.accepted_at at time zone 'UTC', ${INSTANT}) as "acceptedAt", r.version,
  ${ITEMS} as items, ${FILES} as files, ${ROUNDS} as rounds, ${REPORTS} as reports, ${LETTER} as "letterDocument"`;

/** $1 the municipality, $2 the plan. */
export const READ_PLAN = `select ${PLAN_ROW} from action_plan r where r.municipality_id = $1 and r.id = $2`;
/** $1 the municipality, $2 the plan: what is written, handed in, judged and moved follows one after another. */
export const LOCK_PLAN = 'select id from action_plan where municipality_id = $1 and id = $2 for no key update';
