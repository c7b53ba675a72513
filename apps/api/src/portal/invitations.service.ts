import { Injectable } from '@nestjs/common';
import { type InvitationView, PASSWORD_LENGTH, type PortalSessionView } from '@insyn/api-schema';
import type { AcceptInvitationRequest } from '@insyn/api-schema/server';
import { v7 as uuidv7 } from 'uuid';
import { Database, type Query } from '../database/database.js';
import { Conflict, Invalid, Problem } from '../http/problem.js';
import { hashPassword, isPassword } from '../sessions/password.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { SignInThrottle } from '../sessions/sign-in-throttle.js';
import { Clock } from '../settings/clock.js';
import { hashOfToken } from './invite.js';
import { addMember } from './provider-memberships.js';

/** An invitation that can still be used, with the account that its address has already. */
interface Invitation {
  readonly id: string;
  readonly municipalityId: string;
  readonly providerId: string;
  readonly provider: string;
  readonly municipality: string;
  readonly email: string;
  readonly name: string;
  readonly expiresAt: Date;
  readonly accountId: string | null;
  readonly passwordHash: string | null;
}

/** The single-use links with which people of a provider get in. Whatever is wrong with one, the answer is the same. */
@Injectable()
export class InvitationsService {
  public constructor(
    private readonly db: Database,
    private readonly sessions: SessionsService,
    private readonly throttle: SignInThrottle,
    private readonly clock: Clock,
  ) {}

  /** What the link is for; nothing is done yet. @throws Problem 410 'invitation-over', TooManyAttempts. */
  public async lookUp(token: string, address: string): Promise<InvitationView> {
    await this.throttle.note(token, address);
    const invitation = await this.#usable(token);
    if (invitation === undefined) throw invitationOver();
    const { provider, municipality, email, name, accountId, expiresAt } = invitation;
    await this.throttle.forget(token);
    return { provider, municipality, email, name, hasAccount: accountId !== null, expiresAt: expiresAt.toISOString() };
  }

  /**
   * Uses the link up: account or the password of the one there is, membership, session at the provider's door. Of two at once
   * one gets in.
   * @returns the token for the session's cookie. @throws Problem 410, 401 for a wrong password, Invalid, TooManyAttempts.
   */
  public async accept(
    { token, name, password }: AcceptInvitationRequest,
    address: string,
    previousToken: string | undefined,
  ): Promise<string> {
    const invitation = await this.#usable(token);
    // Who guesses at the password of an account is slowed down on that account, whatever link is used.
    await this.throttle.note(invitation?.email ?? token, address);
    if (invitation === undefined) throw invitationOver();
    const passwordHash = await this.#passwordFor(invitation, name, password);
    const session = await this.db.auth(async (query) => {
      const accountId = await this.#useUp(query, token, { invitation, name, passwordHash });
      return this.sessions.open(query, accountId, null, previousToken);
    });
    await this.throttle.forget(invitation.email);
    return session;
  }

  /** Who is signed in at the provider's door. */
  public async session(token: string | undefined): Promise<PortalSessionView> {
    const { account, expiresAt, today } = await this.sessions.view(token);
    const providers = await this.db.authRead<{ id: string; name: string }>({
      name: 'portal-session-providers',
      text: `select p.id, p.legal_name as name from membership m join provider p on p.id = m.provider_id
        where m.account_id = $1 and m.role = 'provider' order by p.legal_name, p.id`,
      values: [account.id],
    });
    const { id, name, email } = account;
    return { account: { id, name, email }, providers, expiresAt, today };
  }

  async #usable(token: string): Promise<Invitation | undefined> {
    const values = [hashOfToken(token), this.clock.now()];
    const [invitation] = await this.db.authRead<Invitation>({ name: 'invitation-usable', text: USABLE, values });
    return invitation;
  }

  /** The hash of a new account's password; null where the account that is there has been opened with its own. */
  async #passwordFor(invitation: Invitation, name: string, password: string): Promise<string | null> {
    if (invitation.accountId !== null) {
      if (await isPassword(password, invitation.passwordHash)) return null;
      throw new Problem(401, 'wrong-credentials', 'Lösenordet stämmer inte. Använd det du loggar in med.');
    }
    const errors = [];
    if (name === '') errors.push({ field: 'name', message: 'Fyll i ditt namn.' });
    if ([...password].length < PASSWORD_LENGTH) {
      errors.push({ field: 'password', message: `Lösenordet ska ha minst ${PASSWORD_LENGTH} tecken.` });
    } else if (password.trim().toLowerCase() === invitation.email) {
      errors.push({ field: 'password', message: 'Lösenordet får inte vara din e-postadress.' });
    }
    if (errors.length > 0) throw new Invalid(errors);
    return hashPassword(password);
  }

  async #useUp(
    query: Query,
    token: string,
    { invitation, name, passwordHash }: { invitation: Invitation; name: string; passwordHash: string | null },
  ): Promise<string> {
    const now = this.clock.now();
    const locked = await query('select id from provider_invitation where token_hash = $1 for update', [
      hashOfToken(token),
    ]);
    // Asked again under the lock: it may have been used or withdrawn while the password was looked at.
    const [still] = await query<Invitation>(USABLE, [hashOfToken(token), now]);
    if (locked.length === 0 || still === undefined) throw invitationOver();
    if (still.accountId !== invitation.accountId) {
      throw new Conflict('concurrent-change', 'Kontot har skapats under tiden. Öppna länken igen.');
    }
    const accountId = still.accountId ?? uuidv7();
    if (still.accountId === null) {
      await query('insert into account (id, email, name, password_hash, created_at) values ($1, $2, $3, $4, $5)', [
        ...[accountId, invitation.email, name, passwordHash, now],
      ]);
    }
    await addMember(query, invitation.providerId, accountId);
    await query('update provider_invitation set used_at = $2, used_by = $3 where id = $1', [
      ...[invitation.id, now, accountId],
    ]);
    await query("select set_config('app.municipality', $1, true), set_config('app.account', $2, true)", [
      ...[invitation.municipalityId, accountId],
    ]);
    const content = { summary: `Använde inbjudan att svara för ${invitation.provider}` };
    await query('select append_event($1, $2, $3, $4, $5, $6, $7)', [
      ...[uuidv7(), now, 'provider-invitation.accepted', 'provider-invitation', invitation.id, null],
      JSON.stringify(content),
    ]);
    return accountId;
  }
}

/** 410: the same for a link that is unknown, used, ended or withdrawn, so that it tells nothing. */
export function invitationOver(): Problem {
  return new Problem(
    410,
    'invitation-over',
    'Länken gäller inte längre. Logga in om du redan har ett konto, eller be om en ny inbjudan.',
  );
}

/** $1 the hash of the token, $2 now. */
const USABLE = `
select i.id, i.municipality_id as "municipalityId", i.provider_id as "providerId", p.legal_name as provider,
  y.name as municipality, i.email, i.name, i.expires_at as "expiresAt", a.id as "accountId",
  a.password_hash as "passwordHash"
from provider_invitation i
  join provider p on p.id = i.provider_id
  join municipality y on y.id = i.municipality_id
  left join account a on lower(a.email) = i.email
where i.token_hash = $1 and i.used_at is null and i.revoked_at is null and i.expires_at > $2
  and a.suspended_at is null`;
