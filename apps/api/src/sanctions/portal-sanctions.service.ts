import { Injectable } from '@nestjs/common';
import type { DocumentLink, PortalSanctionView, SanctionDisputeView, SanctionFileView, Saved } from '@insyn/api-schema';
import { sanctionActions, takeSanction } from '@insyn/domain';
import type { FastifyRequest } from 'fastify';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { meetDeadline } from '../deadlines/deadlines.js';
import { documentLink } from '../documents/document-link.js';
import { FileStore } from '../files/file-store.js';
import type { ProviderUser } from '../http/current-user.js';
import { NotFound } from '../http/problem.js';
import { Clock } from '../settings/clock.js';
import { lockSanction } from './locked-sanction.js';
import { SanctionDispute } from './sanction-dispute.entity.js';
import {
  addDisputeFile,
  type DisputeFileRow,
  disputeFilesOf,
  receiveDisputeFile,
  removeDisputeFile,
  sanctionFileView,
} from './sanction-files.js';
import { Sanction } from './sanction.entity.js';
import type { SanctionDownload } from './sanctions.queries.js';
import { MUNICIPALITY_OF_SANCTION, PORTAL_SANCTION, PORTAL_SANCTION_FILE } from './sanctions.sql.js';

type Row = Omit<
  PortalSanctionView,
  'municipality' | 'provider' | 'letterDocument' | 'dispute' | 'draftFiles' | 'mayDispute'
> & {
  readonly providerId: string;
  readonly dispute: Omit<SanctionDisputeView, 'files'> | null;
  readonly files: readonly DisputeFileRow[];
  readonly letterDocument: (DocumentLink & { readonly isRendered: boolean }) | null;
};

/** What a provider reads of a sanction, and what it has to say against it. */
@Injectable()
export class PortalSanctionsService {
  public constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly files: FileStore,
  ) {}

  /** The letter as it was sent and what followed. @throws NotFound for another provider's, and before it is sent (R21). */
  public async view(provider: ProviderUser, id: string): Promise<PortalSanctionView> {
    const statement = { name: 'portal-sanction', text: PORTAL_SANCTION, values: [id] };
    const [row] = await this.db.providerRead<Row>(provider, statement);
    if (row === undefined) throw new NotFound();
    const { kind, label, state, letter, letterDocument, sentOn, answerDue, dispute, answers, version } = row;
    const files = row.files.map((file) => sanctionFileView(file, 'portal'));
    return {
      ...{ id, kind, label, state, letter, sentOn, answerDue, answers, version },
      dispute: dispute === null ? null : { ...dispute, files },
      draftFiles: dispute === null ? files : [],
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
      const files = await disputeFilesOf(tx, id);
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
        after: { state, text, late, files: files.map(({ fileName, sha256, size }) => ({ fileName, sha256, size })) },
      });
      tx.enqueue('receive-dispute', { municipalityId: tx.municipalityId, ids: { sanctionId: id } });
      return { id, version };
    });
  }

  /** Lays a file ready for a dispute that is not sent yet. */
  public async addFile(provider: ProviderUser, id: string, request: FastifyRequest): Promise<SanctionFileView> {
    await this.#municipalityOf(provider, id);
    return receiveDisputeFile(request, this.files, (file) =>
      this.#in(provider, id, (tx) => addDisputeFile(tx, this.files, id, file)),
    );
  }

  public async removeFile(provider: ProviderUser, fileId: string): Promise<void> {
    const { municipalityId } = await this.file(provider, fileId);
    await this.db.providerTransaction(provider, municipalityId, (tx) => removeDisputeFile(tx, fileId));
  }

  /** @throws NotFound also for another provider's file. */
  public async file(provider: ProviderUser, id: string): Promise<SanctionDownload & { municipalityId: string }> {
    const statement = { name: 'portal-sanction-file', text: PORTAL_SANCTION_FILE, values: [id] };
    const [file] = await this.db.providerRead<SanctionDownload & { municipalityId: string }>(provider, statement);
    if (file === undefined) throw new NotFound();
    return file;
  }

  async #in<T>(provider: ProviderUser, id: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.db.providerTransaction(provider, await this.#municipalityOf(provider, id), work);
  }

  async #municipalityOf(provider: ProviderUser, id: string): Promise<string> {
    const [row] = await this.db.providerRead<{ municipalityId: string }>(provider, {
      ...{ name: 'portal-municipality-of-sanction', text: MUNICIPALITY_OF_SANCTION, values: [id] },
    });
    if (row === undefined) throw new NotFound();
    return row.municipalityId;
  }
}

const READ = `
select version, read_at is not null as read, follow_up_id as "followUpId", label from sanction where id = $1`;
const MARK_READ = `update sanction set read_at = $3, read_by = $4
  where municipality_id = $1 and id = $2 and read_at is null`;
