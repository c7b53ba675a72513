import type { Outcome } from './outcome.js';

/** The Swedish words for the outcomes of a whole follow-up. */
export const OUTCOME_LABELS: Record<Outcome, string> = {
  approved: 'Godkänd',
  'approved-with-remarks': 'Godkänd med anmärkning',
  'not-approved': 'Inte godkänd',
  'cannot-be-judged': 'Går ej att bedöma',
};
