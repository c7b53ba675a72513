/** $1 municipality, $2 the committees that the reader sees (null: all). The latest thousand rows are more than any has. */
export const DELEGATION_REGISTER_SQL = `
with person as materialized (select id, name, title from account)
select json_build_object(
  'committees', (
    select coalesce(json_agg(json_build_object('id', k.id, 'name', k.name, 'delegatedMatters', k.delegated_matters,
      'reservedMatters', k.reserved_matters, 'version', k.version,
      'holders', (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'title', p.title)
          order by p.name collate "sv-x-icu", p.id), '[]')
        from account a join person p on p.id = a.id
        where a.suspended_at is null and a.id in (select m.account_id from membership m where m.municipality_id = $1
          and m.role in ('officer', 'manager', 'registrar') and (m.committee_id is null or m.committee_id = k.id))))
      order by k.name collate "sv-x-icu"), '[]')
    from committee k where k.municipality_id = $1 and ($2::uuid[] is null or k.id = any ($2))),
  'delegations', (
    select coalesce(json_agg(d.item), '[]') from (
      select json_build_object('id', g.id, 'committeeId', g.committee_id,
        'holder', json_build_object('id', g.account_id, 'name', coalesce(p.name, 'Okänd'), 'title', p.title),
        'matter', g.matter, 'point', g.point, 'reference', g.reference, 'decidedOn', g.decided_on,
        'validFrom', g.valid_from, 'validTo', g.valid_to, 'revokedOn', g.revoked_on, 'revokeReason', g.revoke_reason,
        'version', g.version) as item
      from delegation g left join person p on p.id = g.account_id
      where g.municipality_id = $1 and ($2::uuid[] is null or g.committee_id = any ($2))
      order by g.valid_from desc, g.id desc limit 1000) d)
) as register`;

/** $1 municipality, $2 committee, $3 the committees whose cases the reader sees (null: all). */
export const DELEGATION_DECISIONS_SQL = `
with report as materialized (
  select r.id, r.meeting_on, r.created_by from delegation_report r
  where r.municipality_id = $1 and r.committee_id = $2 order by r.meeting_on desc, r.id desc limit 20),
person as materialized (select id, name from account)
select json_build_object('id', k.id, 'name', k.name) as committee,
  (select coalesce(json_agg(json_build_object('id', r.id, 'meetingOn', r.meeting_on,
    'reportedBy', coalesce(p.name, 'Okänd')) order by r.meeting_on desc, r.id desc), '[]')
    from report r left join person p on p.id = r.created_by) as reports,
  (select coalesce(json_agg(json_build_object('id', d.id, 'decidedOn', d.decided_on,
      'decidedBy', coalesce(p.name, 'Okänd'), 'matter', d.matter, 'summary', d.summary, 'followUpId', f.id,
      'caseNumber', f.case_number, 'title', f.title, 'point', g.point, 'reference', g.reference,
      'reportId', d.report_id) order by d.decided_on, d.id), '[]')
    from delegation_decision d
      join follow_up f on f.municipality_id = d.municipality_id and f.id = d.follow_up_id
      join delegation g on g.municipality_id = d.municipality_id and g.id = d.delegation_id
      left join person p on p.id = d.decided_by
    where d.municipality_id = $1 and d.committee_id = $2
      and (d.report_id is null or d.report_id in (select r.id from report r))) as decisions
from committee k
where k.municipality_id = $1 and k.id = $2 and ($3::uuid[] is null or k.id = any ($3))`;
