import type { Block, ReportDocument } from '../document-model.js';
import type { DocumentHead } from './document-head.js';

/** A document under the municipality's letterhead. */
export function documentOf(head: DocumentHead, date: string, title: string, blocks: Block[]): ReportDocument {
  const { municipality, committee, caseNumber } = head;
  const letterhead = head.letterhead
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  return {
    title,
    language: 'sv-SE',
    municipality,
    committee,
    caseNumber,
    date,
    blocks,
    ...(letterhead.length === 0 ? {} : { letterhead }),
  };
}
