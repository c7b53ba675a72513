import { Injectable } from '@nestjs/common';
import type { RequestRow } from '../answers/request-parts.js';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import type { ProviderUser } from '../http/current-user.js';
import { NotFound } from '../http/problem.js';
import { PORTAL_TASK, type PortalTaskRow } from './portal-task-row.js';
import { MUNICIPALITY_OF_REQUEST, PORTAL_REQUEST } from './portal.sql.js';

/** Finds the municipality that a person of a provider writes in: nobody stands in one at the provider's door. */
@Injectable()
export class PortalAccess {
  public constructor(private readonly db: Database) {}

  /** A request with everything that hangs on it. @throws NotFound for another provider's. */
  public async request(provider: ProviderUser, id: string): Promise<RequestRow> {
    const statement = { name: 'portal-request', text: PORTAL_REQUEST, values: [id] };
    const [row] = await this.db.providerRead<RequestRow>(provider, statement);
    if (row === undefined) throw new NotFound();
    return row;
  }

  /** Whatever a provider has been asked for, by its id. @throws NotFound for another provider's. */
  public async task(provider: ProviderUser, id: string): Promise<PortalTaskRow> {
    const statement = { name: 'portal-task', text: PORTAL_TASK, values: [id] };
    const [task] = await this.db.providerRead<PortalTaskRow>(provider, statement);
    if (task === undefined) throw new NotFound();
    return task;
  }

  /** Runs `work` in a transaction in the municipality of a request. @throws NotFound for another provider's. */
  public async inRequest<T>(
    provider: ProviderUser,
    requestId: string,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    const municipalityId = await this.municipalityOf(provider, {
      name: 'portal-municipality-of-request',
      text: MUNICIPALITY_OF_REQUEST,
      values: [requestId],
    });
    return this.db.providerTransaction(provider, municipalityId, work);
  }

  /** The municipality that a statement finds, by RLS among the person's own rows. @throws NotFound */
  public async municipalityOf(
    provider: ProviderUser,
    statement: { name: string; text: string; values: unknown[] },
  ): Promise<string> {
    const [row] = await this.db.providerRead<{ municipalityId: string }>(provider, statement);
    if (row === undefined) throw new NotFound();
    return row.municipalityId;
  }
}
