import type { Role } from '@insyn/domain';

/** Who a request comes from: the session, the person, and one of the roles held where the session stands, if there is any. */
export interface SessionRow {
  account_id: string;
  municipality_id: string | null;
  name: string;
  title: string | null;
  email: string;
  /** The session has not been touched for a while. */
  is_stale: boolean;
  role: Role | null;
  /** Null for the whole municipality. */
  committee_id: string | null;
  provider_id: string | null;
}

/**
 * Read for every request, so it joins nothing that only a menu shows, and gives a row for each role: to gather them into one
 * value cost a third of the statement. $1: the hash of the session's token, $2: now, $3: when the last touch is long ago.
 * Suspended people and ended sessions give no row.
 */
export const FIND_SESSION = `
select s.account_id, s.municipality_id, a.name, a.title, a.email, s.last_seen_at <= $3 as is_stale,
  m.role, m.committee_id, m.provider_id
from session s
  join account a on a.id = s.account_id
  left join membership m on m.account_id = s.account_id and m.municipality_id is not distinct from s.municipality_id
where s.sid_hash = $1 and s.expires_at > $2 and a.suspended_at is null`;

/** What the client is told: the session with the person, and every membership with the names of its places. */
export interface SessionViewRow {
  account_id: string;
  municipality_id: string | null;
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

/** $1: the hash of the session's token, $2: now. A membership without a committee is of all the municipality's. */
export const VIEW_SESSION = `
select s.account_id, s.municipality_id, s.expires_at, a.name, a.title, a.email,
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

/** Puts the end of a session off. $1: the hash, $2: now, $3: the end by idleness, $4: the longest a session lasts, in ms. */
export const TOUCH_SESSION = `
update session set last_seen_at = $2, expires_at = least($3, created_at + $4 * interval '1 millisecond')
where sid_hash = $1`;
