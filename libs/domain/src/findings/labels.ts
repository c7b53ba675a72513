import type { FindingKind, Severity } from './finding.js';

/** The Swedish words for the kinds of finding. */
export const FINDING_KIND_LABELS: Record<FindingKind, string> = {
  deficiency: 'Brist',
  'improvement-area': 'Förbättringsområde',
  strength: 'Styrka',
};

/** The Swedish words for how grave a deficiency is. */
export const SEVERITY_LABELS: Record<Severity, string> = { serious: 'Allvarlig', minor: 'Mindre' };
