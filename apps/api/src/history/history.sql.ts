// $1 municipality, $2 follow-up, $3 the committees that the reader sees (null: all).

// Whose people answer at the provider's door: those of the one that was asked, whoever runs the contract now.
const PROVIDER = `(
  select p.legal_name from provider p where p.id = case e.subject_kind
    when 'information-request' then
      (select r.provider_id from information_request r where r.municipality_id = $1 and r.id = e.subject_id)
    when 'fact-check' then
      (select c.provider_id from fact_check c where c.municipality_id = $1 and c.id = e.subject_id)
    when 'action-plan' then
      (select l.provider_id from action_plan l where l.municipality_id = $1 and l.id = e.subject_id)
    when 'sanction' then
      (select s.provider_id from sanction s where s.municipality_id = $1 and s.id = e.subject_id)
    else m.provider_id end)`;

// What matters first: the page with a cursor has a text of its own, and so has the one of a single group.
function historySql(where: string): string {
  return `
select (
  select coalesce(json_agg(json_build_object('id', e.id, 'sequence', e.sequence::text,
    'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'accountId', e.account_id,
    'colleague', a.name, 'provider', case when a.name is null and e.account_id is not null then ${PROVIDER} end,
    'kind', e.kind, 'subjectKind', e.subject_kind, 'subjectId', e.subject_id,
    'followUp', json_build_object('id', m.id, 'title', m.title), 'content', v.content) order by e.sequence desc), '[]')
  from (
    select e.* from event e
    where e.municipality_id = $1 and e.follow_up_id = any (array(
        select c.id from follow_up c
        where c.municipality_id = $1 and (c.id = case when f.parent_id is null then f.id else f.parent_id end
          or c.parent_id = case when f.parent_id is null then f.id else f.parent_id end)))
      ${where}
    order by e.sequence desc limit $4) e
    join follow_up m on m.municipality_id = e.municipality_id and m.id = e.follow_up_id
    left join event_value v on v.municipality_id = e.municipality_id and v.event_id = e.id
    left join account a on a.id = e.account_id) as events
from follow_up f
where f.municipality_id = $1 and f.id = $2 and ($3::uuid[] is null or f.committee_id = any ($3))`;
}

/** $5 nouns, $6 kinds, $7 the kinds that the nouns do not say the group of. */
const OF_GROUP =
  "and (e.kind = any ($6::text[]) or split_part(e.kind, '.', 1) = any ($5::text[]) and e.kind <> all ($7::text[]))";

/** The events of a chain of cases: $4 rows, then what `OF_GROUP` asks for, then the sequence where the page before ended. */
export const HISTORY_SQL = {
  first: { all: historySql(''), group: historySql(OF_GROUP) },
  next: {
    all: historySql('and e.sequence < $5::bigint'),
    group: historySql(`${OF_GROUP} and e.sequence < $8::bigint`),
  },
} as const;

/**
 * What was kept of a day, $4: the first one from that day on. Null where nothing has changed since. What a provider hands in
 * changes the case at a door that may not write here, so that a copy of a later hour holds it: which requests it had not
 * answered when the day ended is told by the times of what it handed in.
 */
export const AS_OF_SQL = `
select (
  select s.content from follow_up_snapshot s
  where s.municipality_id = $1 and s.follow_up_id = f.id and s.day >= $4::date order by s.day limit 1) as content,
  array(select r.id::text from information_request r
    where r.municipality_id = $1 and r.follow_up_id = f.id and not exists (
      select 1 from answer_submission a
      where a.municipality_id = $1 and a.request_id = r.id
        and (a.submitted_at at time zone 'Europe/Stockholm')::date <= $4::date)) as "notAnswered"
from follow_up f
where f.municipality_id = $1 and f.id = $2 and ($3::uuid[] is null or f.committee_id = any ($3))
  and (f.created_at at time zone 'Europe/Stockholm')::date <= $4::date`;
