import { Injectable } from '@nestjs/common';
import type { PortalPeopleView, Saved } from '@insyn/api-schema';
import type { InviteColleagueRequest } from '@insyn/api-schema/server';
import { v7 as uuidv7 } from 'uuid';
import { Database, type Query } from '../database/database.js';
import type { ProviderUser } from '../http/current-user.js';
import { Conflict, NotFound } from '../http/problem.js';
import { Clock } from '../settings/clock.js';
import { inviteColleague } from './invite-colleague.js';
import { PortalAccess } from './portal-access.js';
import {
  MUNICIPALITIES_OF_PROVIDER,
  MUNICIPALITY_OF_INVITATION,
  PEOPLE_OF_PROVIDER,
  WAITING_INVITATIONS,
} from './portal.sql.js';
import { NEWEST_TASK, type PortalTaskRow } from './portal-task-row.js';
import { handOver, removeMember } from './provider-memberships.js';
import { ProviderInvitation } from './provider-invitation.entity.js';

type Person = Omit<PortalPeopleView['people'][number], 'me'>;

/** Who answers for a provider. */
@Injectable()
export class PortalPeopleService {
  public constructor(
    private readonly db: Database,
    private readonly access: PortalAccess,
    private readonly clock: Clock,
  ) {}

  public async view(provider: ProviderUser, wanted: string | undefined): Promise<PortalPeopleView> {
    const providerId = wanted ?? provider.providerIds[0];
    if (providerId === undefined || !provider.providerIds.includes(providerId)) throw new NotFound();
    const [named, found, waiting] = await Promise.all([
      this.db.authRead<{ id: string; name: string }>({
        name: 'portal-provider-name',
        text: 'select id, legal_name as name from provider where id = $1',
        values: [providerId],
      }),
      this.db.providerRead<Person>(provider, { name: 'portal-people', text: PEOPLE_OF_PROVIDER, values: [providerId] }),
      this.db.providerRead<{ id: string; name: string; email: string; expiresAt: Date }>(provider, {
        name: 'portal-invitations',
        text: WAITING_INVITATIONS,
        values: [providerId, this.clock.now()],
      }),
    ]);
    const people = found.map((person) => ({ ...person, me: person.accountId === provider.accountId }));
    return {
      provider: named[0] ?? { id: providerId, name: '' },
      people,
      invitations: waiting.map((one) => ({ ...one, expiresAt: one.expiresAt.toISOString() })),
      mayAdminister: people.some(({ me, primary }) => me && primary),
    };
  }

  /**
   * Mails a colleague a single-use link, in the name of the one who invites; in the municipality of the task that it is about,
   * or of what the provider was asked for last. @throws NotFound for another provider's.
   */
  public async invite(provider: ProviderUser, wanted: InviteColleagueRequest): Promise<Saved> {
    const { providerId, taskId, email, name } = wanted;
    if (!provider.providerIds.includes(providerId)) throw new NotFound();
    const task =
      taskId == null ? await this.#newestTask(provider, providerId) : await this.access.task(provider, taskId);
    if (task.providerId !== providerId) throw new NotFound();
    const colleague = { by: provider.name, email, name, task };
    return this.db.providerTransaction(provider, task.municipalityId, (tx) => inviteColleague(tx, colleague));
  }

  /** Takes an invitation back before it is used. */
  public async revoke(provider: ProviderUser, invitationId: string): Promise<void> {
    const municipalityId = await this.access.municipalityOf(provider, {
      name: 'portal-municipality-of-invitation',
      text: MUNICIPALITY_OF_INVITATION,
      values: [invitationId],
    });
    await this.db.providerTransaction(provider, municipalityId, async (tx) => {
      const [row] = await tx.query<{ usedAt: Date | null; revokedAt: Date | null }>(
        `select used_at as "usedAt", revoked_at as "revokedAt" from provider_invitation
         where municipality_id = $1 and id = $2 for update`,
        [municipalityId, invitationId],
      );
      if (row === undefined) throw new NotFound();
      if (row.usedAt !== null) throw new Conflict('invitation-used', 'Inbjudan har redan använts.');
      if (row.revokedAt !== null) return;
      await tx.update(ProviderInvitation, invitationId, null, { revokedAt: tx.now });
      const subject = { subjectKind: 'provider-invitation', subjectId: invitationId };
      tx.appendEvent({ kind: 'provider-invitation.revoked', ...subject, summary: 'Drog tillbaka en inbjudan' });
    });
  }

  /** Takes a person away from a provider; by the primary contact only. */
  public remove(provider: ProviderUser, providerId: string, accountId: string): Promise<void> {
    return this.#change(
      provider,
      providerId,
      'provider-person.removed',
      'Tog bort en person som svarade för utföraren',
      {
        accountId,
        change: (query) => removeMember(query, providerId, provider.accountId, accountId),
      },
    );
  }

  /** Makes another person the primary contact; by the one who is. */
  public async makePrimary(provider: ProviderUser, providerId: string, accountId: string): Promise<Saved> {
    await this.#change(provider, providerId, 'provider-person.primary', 'Lämnade över som utförarens huvudkontakt', {
      accountId,
      change: (query) => handOver(query, providerId, provider.accountId, accountId),
    });
    return { id: accountId, version: 1 };
  }

  async #newestTask(provider: ProviderUser, providerId: string): Promise<PortalTaskRow> {
    const statement = { name: 'portal-newest-task', text: NEWEST_TASK, values: [providerId] };
    const [task] = await this.db.providerRead<PortalTaskRow>(provider, statement);
    if (task !== undefined) return task;
    const title = 'Ni kan bjuda in kollegor när en kommun har skickat något till er.';
    throw new Conflict('nothing-asked', title);
  }

  /** A provider's people belong to no municipality, so each that has asked the provider for something is told. */
  async #change(
    provider: ProviderUser,
    providerId: string,
    kind: string,
    summary: string,
    { accountId, change }: { accountId: string; change: (query: Query) => Promise<void> },
  ): Promise<void> {
    if (!provider.providerIds.includes(providerId)) throw new NotFound();
    const told = await this.db.providerRead<{ municipalityId: string }>(provider, {
      name: 'portal-municipalities-of-provider',
      text: MUNICIPALITIES_OF_PROVIDER,
      values: [providerId],
    });
    await this.db.auth(async (query) => {
      await change(query);
      for (const { municipalityId } of told) {
        await query("select set_config('app.municipality', $1, true), set_config('app.account', $2, true)", [
          ...[municipalityId, provider.accountId],
        ]);
        await query('select append_event($1, $2, $3, $4, $5, $6, $7)', [
          ...[uuidv7(), this.clock.now(), kind, 'account', accountId, null],
          JSON.stringify({ summary }),
        ]);
      }
    });
  }
}
