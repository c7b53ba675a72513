// The entry of a worker thread: it renders the reports and documents that it is sent, one after another. Node runs it by
// itself, built or as TypeScript, so it imports packages by their names and nothing beside it.
import { parentPort } from 'node:worker_threads';
import {
  page,
  renderDocumentPdf,
  renderHtml,
  renderPdf,
  reportDocument,
  standaloneStylesheet,
  type ReportData,
} from '@insyn/report';
import type { RenderTask } from './render-in-worker.js';

// What fails here goes unhandled, which ends the thread and tells the one who asked why.
parentPort?.on('message', (task: RenderTask) => void answer(task));

async function answer(task: RenderTask): Promise<void> {
  const rendered =
    task.what === 'report'
      ? await renderReport(task.snapshot)
      : await renderDocumentPdf(task.kind, task.content, task.options);
  parentPort?.postMessage(rendered);
}

async function renderReport(snapshot: ReportData): Promise<{ pdf: Uint8Array; html: Uint8Array }> {
  const document = reportDocument(snapshot);
  const pdf = await renderPdf(document, { fixedDate: new Date(`${snapshot.reportDate}T12:00:00Z`) });
  const body = `<main id="innehall">${renderHtml(document)}</main>`;
  const html = page({ title: snapshot.title, head: `<style>${standaloneStylesheet}</style>`, body });
  return { pdf, html: new TextEncoder().encode(html) };
}
