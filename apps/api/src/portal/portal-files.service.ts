import { Injectable } from '@nestjs/common';
import { type AnswerFileView, type AnswerImportResult, PORTAL_LIMITS } from '@insyn/api-schema';
import type { FastifyRequest } from 'fastify';
import { addAnswerFile, receiveAnswerFile, removeAnswerFile } from '../answers/answer-files.js';
import { lockRequest } from '../answers/locked-request.js';
import { putAnswer } from '../answers/save-answer.js';
import { atFile, fileTooLarge, receiveFile } from '../attachments/upload.js';
import { Database } from '../database/database.js';
import { FileStore } from '../files/file-store.js';
import { checkUpload, safeFileName } from '../files/upload-check.js';
import type { ProviderUser } from '../http/current-user.js';
import { Invalid, NotFound } from '../http/problem.js';
import { csvTemplate, xlsxTemplate } from './answer-template.js';
import { planImport } from './import-answers.js';
import { PortalAccess } from './portal-access.js';
import { PORTAL_DOCUMENT, PORTAL_FILE } from './portal.sql.js';
import { type AnswerSheet, readCsvSheet, readWorkbookSheet } from './read-answer-sheet.js';

/** A file to send, by its hash or as bytes. */
export interface Download {
  readonly fileName: string;
  readonly mediaType: string;
}

/** What a provider hands in as files, and takes home as files. */
@Injectable()
export class PortalFilesService {
  public constructor(
    private readonly db: Database,
    private readonly access: PortalAccess,
    private readonly files: FileStore,
  ) {}

  public async add(provider: ProviderUser, requestId: string, request: FastifyRequest): Promise<AnswerFileView> {
    await this.access.request(provider, requestId);
    return receiveAnswerFile(request, this.files, (file) =>
      this.access.inRequest(provider, requestId, (tx) => addAnswerFile(tx, this.files, requestId, file, 'provider')),
    );
  }

  public async remove(provider: ProviderUser, fileId: string): Promise<void> {
    const { municipalityId } = await this.find(provider, fileId);
    await this.db.providerTransaction(provider, municipalityId, (tx) => removeAnswerFile(tx, fileId));
  }

  /** @throws NotFound also for another provider's file. */
  public async find(
    provider: ProviderUser,
    fileId: string,
  ): Promise<Download & { municipalityId: string; sha256: string }> {
    const [file] = await this.db.providerRead<Download & { municipalityId: string; sha256: string }>(provider, {
      name: 'portal-file',
      text: PORTAL_FILE,
      values: [fileId],
    });
    if (file === undefined) throw new NotFound();
    return file;
  }

  /** A letter or a receipt that was sent to the provider. */
  public async document(provider: ProviderUser, id: string): Promise<Download & { sha256: string }> {
    const [document] = await this.db.providerRead<{ title: string; sha256: string }>(provider, {
      name: 'portal-document',
      text: PORTAL_DOCUMENT,
      values: [id],
    });
    if (document === undefined) throw new NotFound();
    const fileName = safeFileName(document.title.replaceAll(':', '')) + '.pdf';
    return { fileName, mediaType: 'application/pdf', sha256: document.sha256 };
  }

  /** The questions to fill in offline, with the answers that are there. */
  public async template(
    provider: ProviderUser,
    requestId: string,
    format: 'xlsx' | 'csv',
  ): Promise<Download & { bytes: Buffer }> {
    const row = await this.access.request(provider, requestId);
    const fileName = safeFileName(`Svar ${row.letter.caseNumber.replaceAll('/', '-')}`) + '.' + format;
    if (format === 'csv') return { fileName, mediaType: 'text/csv; charset=utf-8', bytes: csvTemplate(row) };
    const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return { fileName, mediaType, bytes: await xlsxTemplate(row) };
  }

  /** Reads a filled-in template back. Nothing is saved while there are faults. */
  public async import(provider: ProviderUser, requestId: string, request: FastifyRequest): Promise<AnswerImportResult> {
    await this.access.request(provider, requestId);
    const { workbookBytes } = PORTAL_LIMITS;
    return receiveFile(
      request,
      this.files,
      workbookBytes,
      fileTooLarge(workbookBytes),
      async ({ path, fileName }) => {
        const sheet = await readSheetFile(path, fileName);
        return this.#save(provider, requestId, sheet, safeFileName(fileName));
      },
      [],
    );
  }

  #save(provider: ProviderUser, requestId: string, sheet: AnswerSheet, fileName: string): Promise<AnswerImportResult> {
    return this.access.inRequest(provider, requestId, async (tx) => {
      let request = await lockRequest(tx, requestId);
      const { changes, unchanged, faults } = planImport(request, sheet, fileName);
      if (faults.length > 0) return { saved: 0, unchanged, faults };
      for (const change of changes) ({ request } = await putAnswer(tx, request, change));
      return { saved: changes.length, unchanged, faults };
    });
  }
}

async function readSheetFile(path: string, fileName: string): Promise<AnswerSheet> {
  const type = await checkUpload(path, fileName).catch(atFile);
  if (type === 'xlsx') return readWorkbookSheet(path);
  if (type === 'csv') return readCsvSheet(path);
  throw new Invalid([{ field: 'file', message: 'Välj mallen som du har fyllt i, en XLSX- eller CSV-fil.' }]);
}
