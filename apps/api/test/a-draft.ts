import type { DraftReportData, ReportClause, ReportFinding } from '@insyn/report';

/** A clause of {@link aDraft}. */
export function aDraftClause(number: string, change: Partial<ReportClause> = {}): ReportClause {
  return {
    ...{ id: `clause-${number}`, number, heading: 'Genomförandeplan', text: 'Alla kunder ska ha en aktuell plan.' },
    ...{ kind: 'requirement', kindLabel: 'Krav', critical: false, focusArea: null },
    ...{ verdict: 'partly-met', verdictLabel: 'Delvis uppfylld', assessmentText: 'Sju av nio planer är aktuella.' },
    ...{ assessedWith: [], ...change },
  };
}

/** A finding of {@link aDraft}, of § 15. */
export function aDraftFinding(change: Partial<ReportFinding> = {}): ReportFinding {
  return {
    ...{ id: 'finding-1', kind: 'deficiency', kindLabel: 'Brist', severity: 'minor', title: 'Planer saknas' },
    ...{ text: 'Två planer saknas.', legalGround: null, clauseNumbers: ['15'], evidenceTitles: ['Granskning'] },
    ...{ remedied: null, ...change },
  };
}

/** A draft of an invented follow-up with two clauses and a finding. */
export function aDraft(change: Partial<DraftReportData> = {}): DraftReportData {
  return {
    ...{ schemaVersion: 1, variant: 'internal', title: 'Björken Lunda', caseNumber: 'SON/2026/0476/739' },
    municipality: { name: 'Lunda kommun', committeeName: 'Socialnämnden' },
    ...{ version: 1, versionNote: null, reportDate: '2026-11-23', approvedBy: null, recheckDue: null, judgement: null },
    drawnUpBy: { name: 'Maja Sandell', title: 'verksamhetsutvecklare' },
    provider: { name: 'Björkens assistans AB', organisationNumber: '556012-5790' },
    ...{ unit: { name: 'Björken Lunda' }, serviceTypes: ['Personlig assistans'], year: 2026 },
    contract: {
      reference: 'SUN 2024-1',
      regime: 'LOU',
      kind: 'contract',
      start: '2024-01-01',
      end: null,
      latestEnd: null,
    },
    ...{ kindLabel: 'Planerad uppföljning', background: 'Verksamheten startade 2024.', purpose: '', focusAreas: [] },
    ...{ basis: [], overview: '', figures: [], samples: [], actions: [], citations: [], chain: [] },
    clauses: [aDraftClause('15'), aDraftClause('16', { heading: 'Bemanning', assessmentText: 'Bemanningen räcker.' })],
    ...{ findings: [aDraftFinding()], noFactCheckReason: null, ...change },
  };
}
