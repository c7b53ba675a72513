import { StreamableFile } from '@nestjs/common';
import { DOCUMENT_KIND_LABELS, type DocumentKind } from '@insyn/domain';
import type { FastifyReply } from 'fastify';
import type { FileStore } from '../files/file-store.js';
import { Conflict } from '../http/problem.js';

/** An issued document whose PDF is asked for, by one who may read it. */
export interface DocumentFile {
  readonly kind: DocumentKind;
  readonly caseNumber: string;
  /** Null until it has been rendered. */
  readonly sha256: string | null;
}

/** How long one waits before asking again for a document that is being rendered, in seconds. */
const WAIT_SECONDS = 2;

/**
 * The PDF of a document as the answer of a route, under a name of the kind and the case number. The caller has seen to it
 * that the person may read it. @throws Conflict with Retry-After while it is being rendered.
 */
export async function sendDocument(
  reply: FastifyReply,
  files: FileStore,
  document: DocumentFile,
): Promise<StreamableFile> {
  const { kind, caseNumber, sha256 } = document;
  if (sha256 === null) {
    const title = 'Dokumentet skapas. Försök igen om en stund.';
    throw new Conflict('not-rendered-yet', title, { retryAfter: WAIT_SECONDS });
  }
  const { stream, size } = await files.open(sha256);
  void reply.header('cache-control', 'private, no-store');
  const disposition = `attachment; filename="${fileName(kind, caseNumber)}"`;
  return new StreamableFile(stream, { type: 'application/pdf', length: size, disposition });
}

/** Letters, digits and hyphens only, so that every file system takes it. */
function fileName(kind: DocumentKind, caseNumber: string): string {
  const words = DOCUMENT_KIND_LABELS[kind].toLowerCase() + '-' + caseNumber;
  const plain = words.normalize('NFD').replace(/\p{M}/gu, '');
  return plain.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '') + '.pdf';
}
