import type { Role } from '@insyn/domain';

/** A session with the person, and every membership, in one read per request. */
export interface SessionRow {
  account_id: string;
  municipality_id: string | null;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  name: string;
  title: string | null;
  email: string;
  memberships: MembershipRow[];
}

export interface MembershipRow {
  role: Role;
  municipalityId: string | null;
  municipalityName: string | null;
  providerId: string | null;
  committees: { id: string; name: string }[];
}

/** $1: the hash of the session's token, $2: now. Suspended people and ended sessions give no row. */
export const FIND_SESSION = `
select s.account_id, s.municipality_id, s.created_at, s.last_seen_at, s.expires_at, a.name, a.title, a.email,
  (select coalesce(jsonb_agg(jsonb_build_object(
      'role', m.role, 'municipalityId', m.municipality_id, 'municipalityName', y.name, 'providerId', m.provider_id,
      'committees', (
        select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) order by c.name, c.id), '[]')
        from committee c
        where c.municipality_id = m.municipality_id and (m.committee_id is null or c.id = m.committee_id)))
      order by y.name, y.id, m.role), '[]')
    from membership m left join municipality y on y.id = m.municipality_id
    where m.account_id = a.id) as memberships
from session s join account a on a.id = s.account_id
where s.sid_hash = $1 and s.expires_at > $2 and a.suspended_at is null`;
