import type { Id } from '@insyn/api-schema';
import type { EvidenceKind } from '@insyn/domain';

export type EvidenceFormName = 'meeting' | 'review' | 'observation' | 'interview' | 'other';

/** The key of what is kept of a form of evidence; `of` is the evidence that is changed, or the follow-up of what is new. */
export function evidenceKey(form: EvidenceFormName, of: Id | null): string {
  return `evidence/${form}/${of}`;
}

/** The form in which a piece of evidence is changed: of a review that is drawn, and of a signal, only the words can be. */
export function formOf(kind: EvidenceKind): EvidenceFormName {
  return kind === 'meeting' || kind === 'observation' || kind === 'interview' ? kind : 'other';
}
