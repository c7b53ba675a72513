import type { DeadlineLetterView } from '@insyn/api-schema';
import { documentLink } from '../documents/document-link.js';

export type DeadlineLetterRow = Omit<DeadlineLetterView, 'document'> & {
  readonly title: string;
  readonly isRendered: boolean;
};

/** What `select` reads of `issued_document d` of the kind 'deadline-change' for a `DeadlineLetterRow`, under either door. */
export const DEADLINE_LETTER = `d.id, d.subject_id as "subjectId", d.title, d.pdf_sha256 is not null as "isRendered",
  d.content ->> 'sentOn' as "sentOn", d.content ->> 'before' as before, d.content ->> 'due' as due,
  d.content ->> 'reason' as reason`;

/** A letter with a link that leads through its door. */
export function letterView(
  { title, isRendered, ...row }: DeadlineLetterRow,
  door: 'staff' | 'portal',
): DeadlineLetterView {
  return { ...row, document: documentLink({ id: row.id, title, isRendered }, door) };
}
