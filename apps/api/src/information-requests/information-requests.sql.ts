import { REQUEST_ROW } from '../answers/answers.sql.js';
import { INSTANT } from '../database/instant.sql.js';

// $1 municipality, $2 the row that is asked for, $3 the committees that the reader sees (null: all).
// Instants are written in UTC with milliseconds, as JSON has them everywhere.

const EXTENSION_WAITS = `exists (select 1 from due_extension x
  where x.municipality_id = r.municipality_id and x.request_id = r.id and x.decision is null)`;
const MAIL_FAILED = `exists (select 1 from mail m
  where m.municipality_id = r.municipality_id and m.request_id = r.id and m.state in ('failed', 'uncertain'))`;

/** What a row of a list is made of, but for the questions. */
const LIST_ROW = `'id', r.id, 'followUpId', r.follow_up_id, 'title', r.title, 'provider', r.letter ->> 'provider',
  'unit', r.letter -> 'unit' ->> 'name', 'state', r.state, 'sentOn', r.sent_on, 'due', r.due,
  'readAt', to_char(r.read_at at time zone 'UTC', ${INSTANT}),
  'startedAt', to_char(r.started_at at time zone 'UTC', ${INSTANT}),
  'answeredAt', to_char(r.answered_at at time zone 'UTC', ${INSTANT}),
  'answers', (select coalesce(jsonb_object_agg(a.question_id, a.value), '{}') from answer a
    where a.municipality_id = r.municipality_id and a.request_id = r.id and a.value is not null),
  'files', (select coalesce(jsonb_agg(jsonb_build_object('questionId', f.question_id,
      'wantedDocumentId', f.wanted_document_id)), '[]') from answer_file f
    where f.municipality_id = r.municipality_id and f.request_id = r.id and f.removed_at is null),
  'wasLate', (select s.late from answer_submission s
    where s.municipality_id = r.municipality_id and s.request_id = r.id order by s.number desc limit 1),
  'extensionWaits', ${EXTENSION_WAITS}, 'mailFailed', ${MAIL_FAILED}`;

export const LIST = `
select (select coalesce(jsonb_agg(jsonb_build_object(${LIST_ROW}, 'questions', r.questions) order by r.id desc), '[]')
  from information_request r where r.municipality_id = $1 and r.follow_up_id = f.id) as rows
from follow_up f
where f.municipality_id = $1 and f.id = $2 and ($3::uuid[] is null or f.committee_id = any ($3))`;

export const VIEW = `
select ${REQUEST_ROW}, o.committee_id as "committeeId", ${EXTENSION_WAITS} as "extensionWaits",
  ${MAIL_FAILED} as "mailFailed",
  (select coalesce(jsonb_agg(jsonb_build_object('name', c.name, 'email', c.email,
      'hasAccount', provider_account_of(r.provider_id, c.email) is not null,
      'mailId', l.id, 'mail', l.state) order by c.id), '[]')
    from request_contact c
      left join lateral (
        select m.id, m.state from mail m where m.municipality_id = r.municipality_id and m.request_id = r.id
          and lower(m.to_address) = lower(c.email) order by m.id desc limit 1) l on true
    where c.municipality_id = r.municipality_id and c.request_id = r.id) as contacts
from information_request r
  join follow_up o on o.municipality_id = r.municipality_id and o.id = r.follow_up_id
where r.municipality_id = $1 and r.id = $2 and ($3::uuid[] is null or o.committee_id = any ($3))`;

/** The newest version of each set in use that has questions, and the contacts, oldest first. */
export const OPTIONS = `
select f.committee_id as "committeeId", m.questionnaire_days as "questionnaireDays",
  (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'role', c.role, 'email', c.email)
      order by c.id), '[]')
    from contact c where c.municipality_id = $1 and c.provider_id = f.provider_id) as contacts,
  (select coalesce(json_agg(json_build_object('versionId', v.id, 'name', s.name, 'number', v.number,
      'questions', jsonb_array_length(v.questions), 'frozen', v.frozen)
      order by s.service_type = any (u.service_types) desc, s.name, s.id), '[]')
    from question_set s
      join question_set_version v on v.municipality_id = s.municipality_id and v.question_set_id = s.id
    where s.municipality_id = $1 and not s.archived and jsonb_array_length(v.questions) > 0
      and v.number = (select max(n.number) from question_set_version n
        where n.municipality_id = $1 and n.question_set_id = s.id)) as "questionSets"
from follow_up f
  join municipality m on m.id = f.municipality_id
  join unit u on u.municipality_id = f.municipality_id and u.id = f.unit_id
where f.municipality_id = $1 and f.id = $2 and ($3::uuid[] is null or f.committee_id = any ($3))`;

/** $2 the committees that the reader sees, $3 the id where the page before ended, $4 how many. */
export const ROUNDS = `
select o.id, o.name, to_char(o.created_at at time zone 'UTC', ${INSTANT}) as "createdAt",
  (select count(*)::int from information_request r
    where r.municipality_id = $1 and r.round_id = o.id) as requests,
  (select count(*)::int from information_request r
    where r.municipality_id = $1 and r.round_id = o.id and r.state in ('answered', 'closed')) as answered
from request_round o
where o.municipality_id = $1 and ($2::uuid[] is null or o.committee_id = any ($2)) and ($3::uuid is null or o.id < $3)
order by o.id desc
limit $4`;

/** All requests of a round ask the same questions, so they are read once. */
export const ROUND = `
select o.id, o.name, to_char(o.created_at at time zone 'UTC', ${INSTANT}) as "createdAt",
  (select r.questions from information_request r where r.municipality_id = $1 and r.round_id = o.id limit 1) as questions
from request_round o
where o.municipality_id = $1 and o.id = $2 and ($3::uuid[] is null or o.committee_id = any ($3))`;

export const ROUND_REQUESTS = `
select (jsonb_build_object(${LIST_ROW})) as row
from information_request r
  join follow_up f on f.municipality_id = r.municipality_id and f.id = r.follow_up_id
where r.municipality_id = $1 and r.round_id = $2 and ($3::uuid[] is null or f.committee_id = any ($3))
order by r.letter ->> 'provider', r.id`;
