import type { Verdict } from './verdict.js';

/** The Swedish words for the verdicts on a clause. */
export const VERDICT_LABELS: Record<Verdict, string> = {
  met: 'Uppfylls',
  'partly-met': 'Uppfylls delvis',
  'not-met': 'Uppfylls inte',
  'cannot-be-assessed': 'Går ej att bedöma',
  'not-applicable': 'Ej aktuell',
};
