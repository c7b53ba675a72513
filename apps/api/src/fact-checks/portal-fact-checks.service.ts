import { Injectable } from '@nestjs/common';
import type { FactCheckFileView, PortalFactCheckView, RemarkView, Saved } from '@insyn/api-schema';
import type { RemarkRequest } from '@insyn/api-schema/server';
import type { FastifyRequest } from 'fastify';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { FileStore } from '../files/file-store.js';
import type { ProviderUser } from '../http/current-user.js';
import { NotFound } from '../http/problem.js';
import { addFactCheckFile, receiveFactCheckFile, removeFactCheckFile } from './fact-check-files.js';
import { removeRemark, saveRemark } from './fact-check-remarks.js';
import { type FactCheckRow, lockFactCheck, recordFactCheck } from './fact-check-row.js';
import { portalFactCheckView } from './fact-check-view.js';
import { FACT_CHECK_ROW } from './fact-check.sql.js';
import type { FactCheckDownload } from './fact-checks.queries.js';
import { handInFactCheck } from './hand-in-fact-check.js';

/** What a provider reads of a draft, and says of it. Nobody stands in a municipality at its door: the row tells which. */
@Injectable()
export class PortalFactChecksService {
  public constructor(
    private readonly db: Database,
    private readonly files: FileStore,
  ) {}

  /** The frozen draft with the provider's own remarks. @throws NotFound for another provider's. */
  public async view(provider: ProviderUser, id: string): Promise<PortalFactCheckView> {
    return portalFactCheckView(await this.#read(provider, id));
  }

  /** Marks that somebody of the provider has read the draft; only the first reading says anything. */
  public read(provider: ProviderUser, id: string): Promise<Saved> {
    return this.#in(provider, id, async (tx) => {
      const row = await lockFactCheck(tx, id);
      const { version, readAt } = row;
      if (readAt !== null) return { id, version };
      await tx.query(MARK_READ, [tx.municipalityId, id, tx.now, tx.accountId]);
      recordFactCheck(tx, row, { act: 'read', summary: 'Läste utkastet för faktakontroll' });
      return { id, version };
    });
  }

  public saveRemark(provider: ProviderUser, id: string, remarkId: string, change: RemarkRequest): Promise<RemarkView> {
    return this.#in(provider, id, (tx) => saveRemark(tx, id, remarkId, change));
  }

  public removeRemark(provider: ProviderUser, id: string, remarkId: string): Promise<void> {
    return this.#in(provider, id, (tx) => removeRemark(tx, id, remarkId));
  }

  public handIn(provider: ProviderUser, id: string, noRemarks: boolean): Promise<Saved> {
    return this.#in(provider, id, (tx) => handInFactCheck(tx, id, noRemarks));
  }

  public async addFile(provider: ProviderUser, id: string, request: FastifyRequest): Promise<FactCheckFileView> {
    await this.#read(provider, id);
    return receiveFactCheckFile(request, this.files, (file) =>
      this.#in(provider, id, (tx) => addFactCheckFile(tx, this.files, id, file)),
    );
  }

  public async removeFile(provider: ProviderUser, fileId: string): Promise<void> {
    const { municipalityId } = await this.file(provider, fileId);
    await this.db.providerTransaction(provider, municipalityId, (tx) => removeFactCheckFile(tx, fileId));
  }

  /** @throws NotFound also for another provider's file. */
  public async file(provider: ProviderUser, id: string): Promise<FactCheckDownload & { municipalityId: string }> {
    const statement = { name: 'portal-fact-check-file', text: FILE, values: [id] };
    const [file] = await this.db.providerRead<FactCheckDownload & { municipalityId: string }>(provider, statement);
    if (file === undefined) throw new NotFound();
    return file;
  }

  async #read(provider: ProviderUser, id: string): Promise<FactCheckRow> {
    const statement = { name: 'portal-fact-check', text: READ, values: [id] };
    const [row] = await this.db.providerRead<FactCheckRow>(provider, statement);
    if (row === undefined) throw new NotFound();
    return row;
  }

  async #in<T>(provider: ProviderUser, id: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const statement = { name: 'portal-municipality-of-fact-check', text: MUNICIPALITY, values: [id] };
    const [row] = await this.db.providerRead<{ municipalityId: string }>(provider, statement);
    if (row === undefined) throw new NotFound();
    return this.db.providerTransaction(provider, row.municipalityId, work);
  }
}

// Read under the provider's role, whose policies give the rows of the person's providers, in whatever municipality.
const READ = `select ${FACT_CHECK_ROW} from fact_check c where c.id = $1`;
const MUNICIPALITY = 'select municipality_id as "municipalityId" from fact_check where id = $1';
const MARK_READ = `update fact_check set read_at = $3, read_by = $4
  where municipality_id = $1 and id = $2 and read_at is null`;
const FILE = `
select municipality_id as "municipalityId", sha256, file_name as "fileName", media_type as "mediaType"
from fact_check_file where id = $1 and removed_at is null`;
