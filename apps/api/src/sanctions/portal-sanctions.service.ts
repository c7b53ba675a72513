import { Injectable } from '@nestjs/common';
import type { DocumentLink, PortalSanctionView, Saved } from '@insyn/api-schema';
import { sanctionActions, takeSanction } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { meetDeadline } from '../deadlines/deadlines.js';
import { documentLink } from '../documents/document-link.js';
import type { ProviderUser } from '../http/current-user.js';
import { NotFound } from '../http/problem.js';
import { Clock } from '../settings/clock.js';
import { lockSanction } from './locked-sanction.js';
import { SanctionDispute } from './sanction-dispute.entity.js';
import { Sanction } from './sanction.entity.js';
import { MUNICIPALITY_OF_SANCTION, PORTAL_SANCTION } from './sanctions.sql.js';

type Row = Omit<PortalSanctionView, 'municipality' | 'provider' | 'letterDocument' | 'mayDispute'> & {
  readonly providerId: string;
  readonly letterDocument: (DocumentLink & { readonly isRendered: boolean }) | null;
};

/** What a provider reads of a sanction, and what it has to say against it. */
@Injectable()
export class PortalSanctionsService {
  public constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The letter as it was sent and what followed. @throws NotFound for another provider's, and before it is sent (R21). */
  public async view(provider: ProviderUser, id: string): Promise<PortalSanctionView> {
    const statement = { name: 'portal-sanction', text: PORTAL_SANCTION, values: [id] };
    const [row] = await this.db.providerRead<Row>(provider, statement);
    if (row === undefined) throw new NotFound();
    const { kind, label, state, letter, letterDocument, sentOn, answerDue, dispute, answers, version } = row;
    return {
      ...{ id, kind, label, state, letter, sentOn, answerDue, dispute, answers, version },
      municipality: letter.municipality,
      provider: { id: row.providerId, name: letter.provider },
      letterDocument: letterDocument === null ? null : documentLink(letterDocument, 'portal'),
      ...{ amount: row.amount, reducedAmount: row.reducedAmount },
      mayDispute: sanctionActions(row, 'provider', this.clock.today()).some(({ name }) => name === 'dispute'),
    };
  }

  /** Marks that somebody of the provider has read it; only the first reading says anything. */
  public read(provider: ProviderUser, id: string): Promise<Saved> {
    return this.#in(provider, id, async (tx) => {
      await lockSanction(tx, id);
      const [before] = await tx.query<{ version: number; read: boolean; followUpId: string; label: string }>(READ, [
        id,
      ]);
      if (before === undefined) throw new NotFound();
      const { version, read, followUpId, label } = before;
      if (read) return { id, version };
      await tx.query(MARK_READ, [tx.municipalityId, id, tx.now, tx.accountId]);
      tx.appendEvent({
        ...{ kind: 'sanction.read', subjectKind: 'sanction', subjectId: id, followUpId },
        summary: `Läste beslutet om påföljd: ${label}`,
      });
      return { id, version };
    });
  }

  /** Disputes it, once, also when the time to answer is out; a job takes it in on the municipality's side. */
  public dispute(provider: ProviderUser, id: string, text: string): Promise<Saved> {
    return this.#in(provider, id, async (tx) => {
      const sanction = await lockSanction(tx, id);
      const state = takeSanction('dispute', sanction, 'provider', tx.today, text);
      const { followUpId, label, answerDue, providerId } = sanction;
      if (providerId === null) throw new NotFound();
      const late = answerDue !== null && answerDue < tx.today;
      await tx.insert(SanctionDispute, {
        ...{ municipalityId: tx.municipalityId, id: tx.newId(), sanctionId: id, providerId, text, late },
        ...{ disputedBy: tx.accountId, disputedAt: tx.now },
      });
      const version = await tx.update(Sanction, id, null, { state });
      await meetDeadline(tx, 'sanction-answer', id);
      tx.appendEvent({
        ...{ kind: 'sanction.disputed', subjectKind: 'sanction', subjectId: id, followUpId },
        summary: `Bestred påföljden: ${label}${late ? ', efter svarstiden' : ''}`,
        before: { state: sanction.state },
        after: { state, text, late },
      });
      tx.enqueue('receive-dispute', { municipalityId: tx.municipalityId, ids: { sanctionId: id } });
      return { id, version };
    });
  }

  async #in<T>(provider: ProviderUser, id: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const [row] = await this.db.providerRead<{ municipalityId: string }>(provider, {
      ...{ name: 'portal-municipality-of-sanction', text: MUNICIPALITY_OF_SANCTION, values: [id] },
    });
    if (row === undefined) throw new NotFound();
    return this.db.providerTransaction(provider, row.municipalityId, work);
  }
}

const READ = `
select version, read_at is not null as read, follow_up_id as "followUpId", label from sanction where id = $1`;
const MARK_READ = `update sanction set read_at = $3, read_by = $4
  where municipality_id = $1 and id = $2 and read_at is null`;
