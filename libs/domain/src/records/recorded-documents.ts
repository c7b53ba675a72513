import { DOCUMENT_KINDS, type DocumentKind } from '../documents/issued-document.js';
import type { RecordDirection } from './record.js';

/** What is registered in the case: the documents that the system issues, and the report itself. */
export const RECORDED_KINDS = [...DOCUMENT_KINDS, 'report'] as const;
export type RecordedKind = DocumentKind | 'report';

/**
 * Which way each goes (R16). A receipt stands for what it confirms, which came in; minutes and an official letter are drawn
 * up within the authority.
 */
export const RECORD_DIRECTION_OF: Record<RecordedKind, RecordDirection> = {
  'information-letter': 'out',
  receipt: 'in',
  minutes: 'drawn-up',
  'fact-check-draft': 'out',
  'fact-check-receipt': 'in',
  'action-plan-demand': 'out',
  'action-plan': 'in',
  'sanction-letter': 'out',
  'official-letter': 'drawn-up',
  'deadline-change': 'out',
  report: 'out',
};

/**
 * How a document is registered, in the transaction that sends or receives it (R16): also what goes to or comes from the
 * committee's own unit, marked as internal. What is drawn up within the authority needs no such mark.
 */
export function recordOf(kind: RecordedKind, ownRun: boolean): { direction: RecordDirection; internal: boolean } {
  const direction = RECORD_DIRECTION_OF[kind];
  return { direction, internal: ownRun && direction !== 'drawn-up' };
}
