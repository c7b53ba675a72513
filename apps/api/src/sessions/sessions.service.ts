import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { permissionsOf } from '@insyn/domain';
import type { FastifyRequest } from 'fastify';
import { Database, type Query } from '../database/database.js';
import type { StaffUser } from '../http/current-user.js';
import { NotFound, Problem, Unauthenticated } from '../http/problem.js';
import { Clock } from '../settings/clock.js';
import { Settings } from '../settings/settings.js';
import { isPassword } from './password.js';
import type { Door } from './session.requests.js';
import {
  FIND_SESSION,
  type MembershipRow,
  type SessionRow,
  type SessionViewRow,
  TOUCH_SESSION,
  VIEW_SESSION,
} from './session.queries.js';
import type { SessionResponse } from './session.responses.js';

export const SESSION_COOKIE = 'insyn';
const IDLE_MS = 60 * 60_000;
const ABSOLUTE_MS = 12 * 60 * 60_000;
/** The session is touched at most this often, so that a request writes nothing. */
const TOUCH_MS = 60_000;
/** People of a provider stand in no municipality; this id is nobody's. */
const NO_MUNICIPALITY = '00000000-0000-0000-0000-000000000000';

/** Scripts and other sites cannot use the cookie. */
export function cookieOptions({ PUBLIC_URL }: Settings): {
  httpOnly: true;
  sameSite: 'lax';
  secure: boolean;
  path: string;
} {
  return { httpOnly: true, sameSite: 'lax', secure: PUBLIC_URL.startsWith('https:'), path: '/' };
}

/** Who is signed in. The token is random and kept as a keyed hash only. */
@Injectable()
export class SessionsService {
  public constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /**
   * Checks the password and opens a new session; one that the browser had already is ended.
   * @param door where a person with two goes in; otherwise the staff's, where there is one.
   * @returns the token for the cookie. @throws Problem 401, the same for an unknown account and a wrong password; 403
   * 'no-such-door' for one who has no place behind the door.
   */
  public async signIn(
    email: string,
    password: string,
    previousToken: string | undefined,
    door?: Door,
  ): Promise<string> {
    const [account] = await this.database.authRead<{
      id: string;
      password_hash: string | null;
      suspended_at: Date | null;
      municipality_id: string | null;
      has_provider: boolean;
    }>({
      name: 'account-for-sign-in',
      text: `select a.id, a.password_hash, a.suspended_at,
          (select m.municipality_id from membership m join municipality y on y.id = m.municipality_id
           where m.account_id = a.id order by y.name, y.id limit 1) as municipality_id,
          exists (select 1 from membership m where m.account_id = a.id and m.role = 'provider') as has_provider
        from account a where lower(a.email) = $1`,
      values: [email],
    });
    const right = await isPassword(password, account?.password_hash);
    if (account === undefined || !right || account.suspended_at !== null) {
      throw new Problem(401, 'wrong-credentials', 'E-postadressen eller lösenordet stämmer inte.');
    }
    if ((door === 'staff' && account.municipality_id === null) || (door === 'provider' && !account.has_provider)) {
      const title =
        door === 'staff' ? 'Ditt konto hör inte till någon kommun.' : 'Ditt konto hör inte till någon utförare.';
      throw new Problem(403, 'no-such-door', title);
    }
    const municipalityId = door === 'provider' ? null : account.municipality_id;
    return this.database.auth((query) => this.open(query, account.id, municipalityId, previousToken));
  }

  /**
   * Opens a session in a transaction of the auth role; one that the browser had already is ended.
   * @param municipalityId where it stands; null for the provider's door. @returns the token for the cookie.
   */
  public async open(
    query: Query,
    accountId: string,
    municipalityId: string | null,
    previousToken: string | undefined,
  ): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    if (previousToken !== undefined)
      await query('delete from session where sid_hash = $1', [this.#hashOf(previousToken)]);
    await query('delete from session where expires_at <= $1', [now]);
    await query(
      `insert into session (sid_hash, account_id, municipality_id, created_at, last_seen_at, expires_at)
       values ($1, $2, $3, $4, $4, $5)`,
      [this.#hashOf(token), accountId, municipalityId, now, new Date(now.getTime() + IDLE_MS)],
    );
    return token;
  }

  public async signOut(token: string | undefined): Promise<void> {
    if (token === undefined) return;
    await this.database.auth((query) => query('delete from session where sid_hash = $1', [this.#hashOf(token)]));
  }

  /** Moves the session to another municipality where the person works. */
  public async chooseMunicipality(token: string | undefined, municipalityId: string): Promise<void> {
    const row = await this.#viewed(token);
    if (token === undefined || row === undefined) throw new Unauthenticated();
    if (!row.memberships.some((membership) => membership.municipalityId === municipalityId)) throw new NotFound();
    await this.database.auth((query) =>
      query('update session set municipality_id = $2 where sid_hash = $1', [this.#hashOf(token), municipalityId]),
    );
  }

  /** The person of a request, or null when nobody is signed in. */
  public async userOf(request: FastifyRequest): Promise<StaffUser | null> {
    const token = request.cookies[SESSION_COOKIE];
    if (!isPossible(token)) return null;
    const hash = this.#hashOf(token);
    const now = this.clock.now();
    const values = [hash, now, new Date(now.getTime() - TOUCH_MS)];
    const rows = await this.database.authRead<SessionRow>({ name: 'find-session', text: FIND_SESSION, values });
    const [row] = rows;
    if (row === undefined) return null;
    if (row.is_stale) await this.#touch(hash, now);
    return userFrom(row, rows, hash.toString('hex', 0, 8));
  }

  /** What the client is told about the session. @throws Unauthenticated when there is none. */
  public async view(token: string | undefined): Promise<SessionResponse> {
    const row = await this.#viewed(token);
    if (row === undefined) throw new Unauthenticated();
    const here = row.memberships.filter((membership) => isHere(row, membership));
    const roles = [...new Set(here.map(({ role }) => role))];
    const municipalityName = here[0]?.municipalityName ?? '';
    return {
      account: { id: row.account_id, name: row.name, title: row.title, email: row.email },
      municipality: row.municipality_id === null ? null : { id: row.municipality_id, name: municipalityName },
      roles,
      committees: committeesOf(here),
      permissions: permissionsOf(roles),
      memberships: row.memberships.map((membership) => ({
        role: membership.role,
        municipality:
          membership.municipalityId === null
            ? null
            : { id: membership.municipalityId, name: membership.municipalityName ?? '' },
        committees: membership.committees,
      })),
      expiresAt: row.expires_at.toISOString(),
      today: this.clock.today(),
    };
  }

  async #viewed(token: string | undefined): Promise<SessionViewRow | undefined> {
    if (!isPossible(token)) return undefined;
    const values = [this.#hashOf(token), this.clock.now()];
    const rows = await this.database.authRead<SessionViewRow>({ name: 'view-session', text: VIEW_SESSION, values });
    return rows[0];
  }

  async #touch(hash: Buffer, now: Date): Promise<void> {
    const idleEnd = new Date(now.getTime() + IDLE_MS);
    await this.database.auth((query) => query(TOUCH_SESSION, [hash, now, idleEnd, ABSOLUTE_MS]));
  }

  #hashOf(token: string): Buffer {
    return createHmac('sha256', this.settings.SESSION_SECRET).update(token).digest();
  }
}

function isPossible(token: string | undefined): token is string {
  return token !== undefined && token.length <= 100;
}

function isHere(row: SessionViewRow, membership: MembershipRow): boolean {
  return row.municipality_id === null
    ? membership.municipalityId === null
    : membership.municipalityId === row.municipality_id;
}

function committeesOf(memberships: readonly MembershipRow[]): { id: string; name: string }[] {
  const byId = new Map(
    memberships.flatMap(({ committees }) => committees.map((committee) => [committee.id, committee])),
  );
  return [...byId.values()];
}

function userFrom(row: SessionRow, rows: readonly SessionRow[], sessionId: string): StaffUser {
  const memberships = rows.flatMap(({ role, committee_id: committeeId, provider_id: providerId }) =>
    role === null ? [] : [{ role, committeeId, providerId }],
  );
  return {
    accountId: row.account_id,
    sessionId,
    name: row.name,
    title: row.title,
    email: row.email,
    municipalityId: row.municipality_id ?? NO_MUNICIPALITY,
    memberships,
    permissions: permissionsOf(memberships.map(({ role }) => role)),
  };
}
