// The entry of a worker thread: it renders one report and ends. Node runs it by itself, built or as TypeScript, so it imports
// packages by their names and nothing beside it.
import { parentPort, workerData } from 'node:worker_threads';
import { page, renderHtml, renderPdf, reportDocument, standaloneStylesheet, type ReportData } from '@insyn/report';

const snapshot = workerData as ReportData;
const document = reportDocument(snapshot);
const pdf = await renderPdf(document, { fixedDate: new Date(`${snapshot.reportDate}T12:00:00Z`) });
const body = `<main id="innehall">${renderHtml(document)}</main>`;
const html = page({ title: snapshot.title, head: `<style>${standaloneStylesheet}</style>`, body });
parentPort?.postMessage({ pdf, html: new TextEncoder().encode(html) });
