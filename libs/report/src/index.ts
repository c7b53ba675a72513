export * from './canonical-json.js';
export * from './document-model.js';
export * from './pdf/render-pdf.js';
export * from './report-data.js';
export * from './report-document.js';
