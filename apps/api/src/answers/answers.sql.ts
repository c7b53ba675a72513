import { INSTANT } from '../database/instant.sql.js';

// $1 stands for nothing here: each part hangs on the row `r` of information_request, so that both doors can read it; which
// rows there are is decided by the policies of the door. Instants are written in UTC with milliseconds, as JSON has them.

/** An answer `a` as JSON, with `p`, the account that changed it, where the reader may see its name. */
export const ANSWER_JSON = `jsonb_build_object('id', a.id, 'questionId', a.question_id, 'value', a.value,
  'comment', a.comment, 'source', a.source, 'sourceNote', a.source_note, 'person', p.name,
  'changedAt', to_char(a.changed_at at time zone 'UTC', ${INSTANT}), 'version', a.version)`;

const ANSWERS = `(
  select coalesce(jsonb_agg(${ANSWER_JSON} order by a.id), '[]')
  from answer a left join account p on p.id = a.changed_by
  where a.municipality_id = r.municipality_id and a.request_id = r.id)`;

const FILES = `(
  select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'questionId', f.question_id,
    'wantedDocumentId', f.wanted_document_id, 'fileName', f.file_name, 'mediaType', f.media_type, 'size', f.size,
    'sha256', f.sha256, 'uploadedAt', to_char(f.uploaded_at at time zone 'UTC', ${INSTANT})) order by f.id), '[]')
  from answer_file f
  where f.municipality_id = r.municipality_id and f.request_id = r.id and f.removed_at is null)`;

const SUBMISSIONS = `(
  select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'number', s.number, 'content', s.content,
    'submittedAt', to_char(s.submitted_at at time zone 'UTC', ${INSTANT}), 'late', s.late, 'onBehalf', s.on_behalf,
    'seal', s.seal, 'returned', (
      select coalesce(jsonb_agg(jsonb_build_object('questionId', q.question_id, 'comment', q.comment,
        'createdAt', to_char(q.created_at at time zone 'UTC', ${INSTANT})) order by q.id), '[]')
      from returned_question q where q.municipality_id = s.municipality_id and q.submission_id = s.id),
    'receipt', (
      select jsonb_build_object('id', d.id, 'title', d.title, 'rendered', d.pdf_sha256 is not null)
      from issued_document d
      where d.municipality_id = s.municipality_id and d.subject_id = s.id and d.kind = 'receipt'
      order by d.id desc limit 1)) order by s.number), '[]')
  from answer_submission s
  where s.municipality_id = r.municipality_id and s.request_id = r.id)`;

const EXTENSIONS = `(
  select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'wantedDue', x.wanted_due, 'reason', x.reason,
    'askedAt', to_char(x.asked_at at time zone 'UTC', ${INSTANT}), 'person', p.name, 'decision', x.decision,
    'newDue', x.new_due, 'decisionReason', x.decision_reason, 'version', x.version) order by x.id), '[]')
  from due_extension x left join account p on p.id = x.asked_by
  where x.municipality_id = r.municipality_id and x.request_id = r.id)`;

const LETTER = `(
  select jsonb_build_object('id', d.id, 'title', d.title, 'rendered', d.pdf_sha256 is not null)
  from issued_document d
  where d.municipality_id = r.municipality_id and d.subject_id = r.id and d.kind = 'information-letter'
  order by d.id desc limit 1)`;

/** What `select` reads of `information_request r` for a `RequestRow`. */
export const REQUEST_ROW = `r.id, r.municipality_id as "municipalityId", r.follow_up_id as "followUpId",
  r.provider_id as "providerId", r.evidence_id as "evidenceId", r.round_id as "roundId", r.title, r.state, r.letter,
  r.questions, r.wanted_documents as "wantedDocuments", r.sent_on::text as "sentOn", r.due::text as due,
  to_char(r.read_at at time zone 'UTC', ${INSTANT}) as "readAt",
  to_char(r.started_at at time zone 'UTC', ${INSTANT}) as "startedAt",
  to_char(r.answered_at at time zone 'UTC', ${INSTANT}) as "answeredAt", r.version,
  ${ANSWERS} as answers, ${FILES} as files, ${SUBMISSIONS} as submissions, ${EXTENSIONS} as extensions,
  ${LETTER} as "letterDocument"`;
