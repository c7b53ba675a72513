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
/** A thread without a task ends after this long, and gives back what pdfmake and the fonts take. */
const REST_SECONDS = 15;

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
  return (resting.pop() ?? new RenderThread()).render<Rendered>(task);
}

/** The threads that have nothing to do, the last used last. */
const resting: RenderThread[] = [];

/**
 * A thread that renders one document after another: loading pdfmake and its fonts takes twenty times as long as a letter. A
 * rendering that fails takes its thread with it.
 */
class RenderThread {
  readonly #worker = new Worker(ENTRY, { resourceLimits: { maxOldGenerationSizeMb: LIMIT_MEGABYTES } });
  #settle: ((rendered: unknown, error?: Error) => void) | undefined;
  #timer: NodeJS.Timeout | undefined;

  public constructor() {
    this.#worker.on('message', (rendered) => {
      this.#settle?.(rendered);
      this.#rest();
    });
    this.#worker.on('error', (error: Error) => {
      this.#end(error);
    });
    this.#worker.on('exit', (code) => {
      this.#end(new Error(`The rendering ended with status ${code} and without files.`));
    });
  }

  public render<Rendered>(task: RenderTask): Promise<Rendered> {
    clearTimeout(this.#timer);
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#settle = (rendered, error) => {
        if (error === undefined) resolve(rendered as Rendered);
        else reject(error);
      };
      this.#timer = setTimeout(() => {
        this.#end(new Error(`Rendering took over ${LIMIT_SECONDS} seconds.`));
      }, LIMIT_SECONDS * 1000);
      this.#worker.postMessage(task);
    });
  }

  /** Waits for the next task, without keeping the process alive. */
  #rest(): void {
    clearTimeout(this.#timer);
    this.#settle = undefined;
    this.#worker.unref();
    resting.push(this);
    this.#timer = setTimeout(() => {
      this.#end();
    }, REST_SECONDS * 1000).unref();
  }

  #end(error?: Error): void {
    clearTimeout(this.#timer);
    if (resting.includes(this)) resting.splice(resting.indexOf(this), 1);
    if (error !== undefined) this.#settle?.(undefined, error);
    this.#settle = undefined;
    void this.#worker.terminate();
  }
}
