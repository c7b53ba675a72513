import { Readable } from 'node:stream';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DocumentKind } from '@insyn/domain';
import type { DocumentContents } from '@insyn/report';
import { Database } from '../database/database.js';
import { FileStore } from '../files/file-store.js';
import { JobsService } from '../jobs/jobs.service.js';
import { renderDocumentInWorker } from '../reports/render-in-worker.js';

/** No document is near this; one that is has gone wrong. */
const MAX_BYTES = 50_000_000;

interface Row {
  kind: DocumentKind;
  content: DocumentContents[DocumentKind];
  createdAt: Date;
  isRendered: boolean;
}

/**
 * Renders issued documents in a job and on a thread of its own, never on a request. It may be called any number of times for
 * the same document: what is rendered already is left alone, and the same document gives the same bytes.
 */
@Injectable()
export class DocumentRenderingService implements OnModuleInit {
  public constructor(
    private readonly db: Database,
    private readonly files: FileStore,
    private readonly jobs: JobsService,
  ) {}

  public onModuleInit(): void {
    this.jobs.register('render-document', ({ data }) => {
      if (data['documentId'] === undefined) throw new Error('The job names no document.');
      return this.render(data.municipalityId, data['documentId']);
    });
  }

  /** Renders the PDF of a document, where it is not there yet. */
  public async render(municipalityId: string, documentId: string): Promise<void> {
    const { kind, content, createdAt, isRendered } = await this.#read(municipalityId, documentId);
    if (isRendered) return;
    const fileId = documentId.replaceAll('-', '');
    const pdf = await renderDocumentInWorker(kind, content, { fixedDate: createdAt, fileId });
    const { sha256, size } = await this.files.put(Readable.from([pdf]), { maxBytes: MAX_BYTES });
    await this.db.jobs(municipalityId, (tx) =>
      tx.query(
        `update issued_document set pdf_sha256 = $3, pdf_size = $4, rendered_at = $5
         where municipality_id = $1 and id = $2 and pdf_sha256 is null`,
        [municipalityId, documentId, sha256, size, tx.now],
      ),
    );
  }

  #read(municipalityId: string, documentId: string): Promise<Row> {
    return this.db.jobs(municipalityId, async (tx) => {
      const [row] = await tx.query<Row>(
        `select kind, content, created_at as "createdAt", pdf_sha256 is not null as "isRendered"
         from issued_document where municipality_id = $1 and id = $2`,
        [municipalityId, documentId],
      );
      if (row === undefined) throw new Error(`There is no document ${documentId}.`);
      return row;
    });
  }
}
