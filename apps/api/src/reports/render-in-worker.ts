import { Worker } from 'node:worker_threads';
import type { DocumentKind } from '@insyn/domain';
import type { DocumentContents, DocumentPdfOptions, ReportData } from '@insyn/report';

/** Both files of one variant of a report. */
export interface RenderedReport {
  pdf: Uint8Array;
  html: Uint8Array;
}

/** What the worker is told to render. */
export type RenderTask =
  | { readonly what: 'report'; readonly snapshot: ReportData }
  | {
      readonly what: 'document';
      readonly kind: DocumentKind;
      readonly content: DocumentContents[DocumentKind];
      readonly options: DocumentPdfOptions;
    };

/** No document takes near this long, nor this much memory; one that does has gone wrong and is stopped. */
const LIMIT_SECONDS = 60;
const LIMIT_MEGABYTES = 512;

/** `render-worker.js` beside the built API; `.ts` in specs, which Node runs as it is, on the built libraries. */
const ENTRY = new URL(`./render-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

/**
 * Renders a snapshot as PDF and HTML on a thread of its own, so that requests never wait for it; the same snapshot gives the
 * same bytes. @throws Error when the rendering fails, takes over a minute or ends without files.
 */
export function renderInWorker(snapshot: ReportData): Promise<RenderedReport> {
  return inWorker<RenderedReport>({ what: 'report', snapshot });
}

/**
 * Renders a letter, a receipt or minutes as PDF on a thread of its own; the same content and options give the same bytes.
 * @throws Error when the rendering fails, takes over a minute or ends without a file.
 */
export function renderDocumentInWorker<Kind extends DocumentKind>(
  kind: Kind,
  content: DocumentContents[Kind],
  options: DocumentPdfOptions,
): Promise<Uint8Array> {
  return inWorker<Uint8Array>({ what: 'document', kind, content, options });
}

function inWorker<Rendered>(task: RenderTask): Promise<Rendered> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(ENTRY, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: LIMIT_MEGABYTES },
    });
    const timer = setTimeout(() => {
      reject(new Error(`Rendering took over ${LIMIT_SECONDS} seconds.`));
      void worker.terminate();
    }, LIMIT_SECONDS * 1000);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The rendering ended with status ${code} and without files.`));
    });
  });
}
