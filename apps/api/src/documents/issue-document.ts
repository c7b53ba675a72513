import type { DocumentKind } from '@insyn/domain';
import { type DocumentContents, seal } from '@insyn/report';
import type { Transaction } from '../database/transaction.js';
import { IssuedDocument } from './issued-document.entity.js';

/** A document to be issued: everything that it will say. */
export interface NewDocument<Kind extends DocumentKind> {
  readonly kind: Kind;
  /** The request, the submission or the meeting that it is about. */
  readonly subjectId: string;
  readonly followUpId: string;
  /** The provider that may read it in the portal; none for what stays with the municipality. */
  readonly providerId?: string | null;
  readonly title: string;
  /** What the document is made of; JSON only, or sealing throws a TypeError. */
  readonly content: DocumentContents[Kind];
  readonly recordId?: string | null;
}

/**
 * Freezes a document with the hash of its canonical form, and asks for its PDF. In a transaction of the staff, of a provider
 * or of a job, whose person it is written down under. @returns the document's id.
 */
export async function issueDocument<Kind extends DocumentKind>(
  tx: Transaction,
  document: NewDocument<Kind>,
): Promise<string> {
  const id = tx.newId();
  const { municipalityId } = tx;
  const { kind, subjectId, followUpId, providerId = null, title, content, recordId = null } = document;
  await tx.insert(IssuedDocument, {
    municipalityId,
    id,
    followUpId,
    providerId,
    kind,
    subjectId,
    title,
    content,
    seal: seal(content),
    recordId,
    createdBy: () => "nullif(current_setting('app.account', true), '')::uuid",
    createdAt: tx.now,
  });
  tx.enqueue('render-document', { municipalityId, ids: { documentId: id } });
  return id;
}
