import type { Id } from '@insyn/api-schema';

/** The key of what is kept of a form of evidence; `of` is the evidence that is changed, or the follow-up of what is new. */
export function evidenceKey(form: 'meeting' | 'review' | 'other', of: Id | null): string {
  return `evidence/${form}/${of}`;
}
