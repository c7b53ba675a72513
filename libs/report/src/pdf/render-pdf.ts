import type { ReportDocument } from '../document-model.js';
import type { PdfOptions } from './pdf-options.js';

/**
 * A document as a tagged PDF that conforms to PDF/UA-1 and PDF/A-2a. The same document and options give the same bytes.
 * Reads nothing but its own font files, and no network. It blocks for some 20 ms a page: call it in a worker or a job.
 */
export async function renderPdf(document: ReportDocument, options: PdfOptions): Promise<Uint8Array> {
  // Loaded by the one who renders: pdfmake takes 30 MB and a tenth of a start, and the process that only seals or shows HTML
  // never needs it.
  const { taggedPdf } = await import('./tagged-pdf.js');
  return taggedPdf(document, options);
}
