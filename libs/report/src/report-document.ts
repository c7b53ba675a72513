import type { Block, ReportDocument } from './document-model.js';
import type { DraftReportData, ReportBody, ReportData } from './report-data.js';
import { appendix } from './sections/appendix.js';
import { assessmentSection } from './sections/assessment-section.js';
import { evidenceSection, overviewSection } from './sections/evidence-section.js';
import { actionsSection, citationsSection, judgementSection } from './sections/judgement-section.js';
import { backgroundAndFocus, draftOpening, opening } from './sections/opening.js';
import { nextRecheckSection, recheckSection } from './sections/recheck-section.js';

/**
 * The report of one follow-up as a document, in the order officials expect. A part without content is left out with its
 * heading. The data is taken as it is: what the public variant may not say must already be gone from it (R17, R18).
 */
export function reportDocument(data: ReportData): ReportDocument {
  return documentOfReport(data, [
    ...opening(data),
    ...backgroundAndFocus(data),
    ...evidenceSection(data),
    ...overviewSection(data),
    ...recheckSection(data),
    ...assessmentSection(data),
    ...judgementSection(data),
    ...actionsSection(data),
    ...nextRecheckSection(data),
    ...citationsSection(data),
    ...appendix(data),
  ]);
}

/** The draft of a report as the provider reads it in the fact check, each page marked UTKAST. */
export function draftReportDocument(data: DraftReportData): ReportDocument {
  return { ...documentOfReport(data, draftReportBlocks(data)), draft: true };
}

/** What the draft says, to stand by itself or after a letter. */
export function draftReportBlocks(data: DraftReportData): Block[] {
  return [
    ...draftOpening(data),
    ...backgroundAndFocus(data),
    ...evidenceSection(data),
    ...overviewSection(data),
    ...recheckSection(data),
    ...assessmentSection(data),
    ...actionsSection(data),
    ...citationsSection(data),
  ];
}

/** The report as it may be sent for fact check: without the judgement, its grounds and its consequences (R21). */
export function draftReportOf(report: ReportData): DraftReportData {
  const draft = { ...report, judgement: null, approvedBy: null, recheckDue: null };
  delete draft.decisionGround;
  return draft;
}

function documentOfReport(data: ReportBody, blocks: Block[]): ReportDocument {
  return {
    title: data.title,
    language: 'sv-SE',
    municipality: data.municipality.name,
    committee: data.municipality.committeeName,
    caseNumber: data.caseNumber,
    date: data.reportDate,
    blocks,
  };
}
