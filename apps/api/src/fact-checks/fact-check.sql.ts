import { INSTANT } from '../database/instant.sql.js';

// Each part hangs on the row `c` of fact_check, so that both doors can read it; which rows there are is decided by the
// policies of the door. Instants are written in UTC with milliseconds, as JSON has them everywhere.

const DUE = `(select d.due::text from deadline d
  where d.municipality_id = c.municipality_id and d.kind = 'fact-check' and d.subject_id = c.id)`;

const FILES = `(
  select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'remarkId', f.remark_id, 'fileName', f.file_name,
    'mediaType', f.media_type, 'size', f.size, 'sha256', f.sha256,
    'uploadedAt', to_char(f.uploaded_at at time zone 'UTC', ${INSTANT})) order by f.id), '[]')
  from fact_check_file f
  where f.municipality_id = c.municipality_id and f.fact_check_id = c.id and f.removed_at is null)`;

const REMARKS = `(
  select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'placeKind', r.place_kind, 'placeId', r.place_id,
    'text', r.text, 'person', p.name, 'changedAt', to_char(r.changed_at at time zone 'UTC', ${INSTANT}),
    'version', r.version) order by r.changed_at, r.id), '[]')
  from fact_check_remark r left join account p on p.id = r.changed_by
  where r.municipality_id = c.municipality_id and r.fact_check_id = c.id)`;

const ANSWERS = `(
  select coalesce(jsonb_agg(jsonb_build_object('remarkId', w.remark_id, 'outcome', w.outcome, 'text', w.text,
    'answeredBy', p.name, 'answeredAt', to_char(w.answered_at at time zone 'UTC', ${INSTANT}),
    'version', w.version) order by w.id), '[]')
  from fact_check_answer w join account p on p.id = w.answered_by
  where w.municipality_id = c.municipality_id and w.fact_check_id = c.id)`;

const documentOf = (kind: 'fact-check-draft' | 'fact-check-receipt'): string => `(
  select jsonb_build_object('id', d.id, 'title', d.title, 'isRendered', d.pdf_sha256 is not null)
  from issued_document d
  where d.municipality_id = c.municipality_id and d.subject_id = c.id and d.kind = '${kind}'
  order by d.id desc limit 1)`;

/** What `select` reads of `fact_check c` for a `FactCheckRow`, at either door. */
export const FACT_CHECK_ROW = `c.id, c.municipality_id as "municipalityId", c.follow_up_id as "followUpId",
  c.provider_id as "providerId", c.number, c.state, c.content, c.outcome, case when c.reason is null then '' else c.reason end as reason,
  c.sent_on::text as "sentOn", ${DUE} as due, to_char(c.read_at at time zone 'UTC', ${INSTANT}) as "readAt",
  to_char(c.answered_at at time zone 'UTC', ${INSTANT}) as "answeredAt",
  (select p.name from account p where p.id = c.answered_by) as "answeredBy", c.no_remarks as "noRemarks", c.late,
  c.created_by as "createdBy", c.version, ${REMARKS} as remarks, ${FILES} as files,
  ${documentOf('fact-check-draft')} as document, ${documentOf('fact-check-receipt')} as receipt`;

/** The officer's answers; only the staff's door may read them. */
export const FACT_CHECK_ANSWERS = `${ANSWERS} as answers`;

/** $1 municipality, $2 the follow-up, $3 the committees that the reader sees. In one row, so that none is told from no case. */
export const LIST = `
select f.committee_id as "committeeId", f.state as "followUpState", (
  select coalesce(jsonb_agg(to_jsonb(x) order by x.number desc), '[]') from (
    select ${FACT_CHECK_ROW}, ${FACT_CHECK_ANSWERS}
    from fact_check c where c.municipality_id = $1 and c.follow_up_id = f.id) x) as rows
from follow_up f
where f.municipality_id = $1 and f.id = $2 and ($3::uuid[] is null or f.committee_id = any ($3))`;

/** $1 municipality, $2 the follow-up. Everything that a letter to the provider says of the case. */
export const ORIGIN = `
select f.id as "followUpId", f.title, f.year, k.name as committee, m.name as municipality,
  case when m.letterhead is null then '' else m.letterhead end as letterhead, f.case_number as "caseNumber",
  f.provider_id as "providerId", p.legal_name as provider, p.form = 'own-run' as "ownRun", u.name as unit,
  json_build_object('reference', c.reference, 'kind', c.kind) as contract, m.fact_check_days as "factCheckDays"
from follow_up f
  join committee k on k.municipality_id = f.municipality_id and k.id = f.committee_id
  join municipality m on m.id = f.municipality_id
  join provider p on p.id = f.provider_id
  join unit u on u.municipality_id = f.municipality_id and u.id = f.unit_id
  join contract c on c.municipality_id = f.municipality_id and c.id = f.contract_id
where f.municipality_id = $1 and f.id = $2`;
