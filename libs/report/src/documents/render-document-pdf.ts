import type { DocumentKind } from '@insyn/domain';
import { paragraph } from '../blocks.js';
import type { ReportDocument } from '../document-model.js';
import type { PdfOptions } from '../pdf/pdf-options.js';
import { renderPdf } from '../pdf/render-pdf.js';
import { actionPlanDocument } from './action-plan.js';
import { actionPlanDemandDocument } from './action-plan-demand.js';
import { deadlineChangeDocument } from './deadline-change.js';
import type { DocumentContents } from './document-data.js';
import { factCheckDraftDocument } from './fact-check-draft.js';
import { factCheckReceiptDocument } from './fact-check-receipt.js';
import { informationLetterDocument } from './information-letter.js';
import { minutesDocument } from './minutes.js';
import { officialLetterDocument } from './official-letter.js';
import { receiptDocument } from './receipt.js';
import { sanctionLetterDocument } from './sanction-letter.js';

/** How a document is made; `draft` marks each page UTKAST. */
export interface DocumentPdfOptions extends PdfOptions {
  draft?: boolean;
}

/**
 * The PDF of an issued document, PDF/UA-1 and PDF/A-2a; the same content and options give the same bytes. It blocks for some
 * 20 ms a page: call it in a worker or a job. Throws a RangeError for a date that is none.
 */
export function renderDocumentPdf<Kind extends DocumentKind>(
  kind: Kind,
  content: DocumentContents[Kind],
  { draft = false, ...options }: DocumentPdfOptions,
): Promise<Uint8Array> {
  const make = DOCUMENTS[kind] as (content: DocumentContents[Kind]) => ReportDocument;
  const document = make(content);
  return renderPdf(draft ? draftOf(document) : document, options);
}

/** The document with UTKAST first of all, beside what stands on each page: page headers are not read aloud. */
function draftOf(document: ReportDocument): ReportDocument {
  const note = paragraph([{ text: 'UTKAST', strong: true }, { text: ' Dokumentet är inte färdigt och inte skickat.' }]);
  return { ...document, draft: true, blocks: [note, ...document.blocks] };
}

const DOCUMENTS: { [Kind in DocumentKind]: (content: DocumentContents[Kind]) => ReportDocument } = {
  'information-letter': informationLetterDocument,
  receipt: receiptDocument,
  minutes: minutesDocument,
  'fact-check-draft': factCheckDraftDocument,
  'fact-check-receipt': factCheckReceiptDocument,
  'action-plan-demand': actionPlanDemandDocument,
  'action-plan': actionPlanDocument,
  'sanction-letter': sanctionLetterDocument,
  'official-letter': officialLetterDocument,
  'deadline-change': deadlineChangeDocument,
};
