import type { ReportDocument } from './document-model.js';
import type { ReportData } from './report-data.js';
import { appendix } from './sections/appendix.js';
import { assessmentSection } from './sections/assessment-section.js';
import { evidenceSection, overviewSection, recheckSection } from './sections/evidence-section.js';
import { actionsSection, citationsSection, judgementSection } from './sections/judgement-section.js';
import { backgroundAndFocus, opening } from './sections/opening.js';

/**
 * The report of one follow-up as a document, in the order officials expect. A part without content is left out with its
 * heading. The data is taken as it is: what the public variant may not say must already be gone from it (R17, R18).
 */
export function reportDocument(data: ReportData): ReportDocument {
  return {
    title: data.title,
    language: 'sv-SE',
    municipality: data.municipality.name,
    committee: data.municipality.committeeName,
    caseNumber: data.caseNumber,
    date: data.reportDate,
    blocks: [
      ...opening(data),
      ...backgroundAndFocus(data),
      ...evidenceSection(data),
      ...overviewSection(data),
      ...assessmentSection(data),
      ...judgementSection(data),
      ...actionsSection(data),
      ...recheckSection(data),
      ...citationsSection(data),
      ...appendix(data),
    ],
  };
}
