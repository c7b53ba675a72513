import type { DraftSectionName, FactCheckAction, FactCheckState, RemarkOutcome } from './fact-check.js';

/** The Swedish words for where a fact check stands. */
export const FACT_CHECK_STATE_LABELS: Record<FactCheckState, string> = {
  sent: 'Skickad',
  answered: 'Besvarad',
  silent: 'Inget svar i tid',
  'taken-back': 'Återtagen',
  closed: 'Avslutad',
};

/** The Swedish words for the acts, as they stand on buttons and in refusals. */
export const FACT_CHECK_ACTION_LABELS: Record<FactCheckAction, string> = {
  remark: 'Lämna synpunkter',
  'hand-in': 'Lämna in',
  extend: 'Förläng svarstiden',
  answer: 'Besvara synpunkten',
  'fall-silent': 'Anteckna att svar saknas',
  'take-back': 'Ta tillbaka',
  close: 'Avsluta',
};

/** The Swedish words for the officer's answer to a remark. */
export const REMARK_OUTCOME_LABELS: Record<RemarkOutcome, string> = {
  accepted: 'Godtas',
  'not-accepted': 'Godtas inte',
};

/** The headings of the parts of a draft. */
export const DRAFT_SECTION_LABELS: Record<DraftSectionName, string> = {
  facts: 'Uppgifter om uppföljningen',
  background: 'Bakgrund',
  purpose: 'Syfte',
  basis: 'Underlag',
  overview: 'Översikt',
  samples: 'Stickprov',
  recheck: 'Återkontrollens resultat',
  findings: 'Övriga iakttagelser',
  actions: 'Krav och rekommendationer',
};
