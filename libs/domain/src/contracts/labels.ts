import type { ContractTermProblemCode } from './contract-terms.js';
import type { ClauseKind, ContractKind, Regime } from './contract.js';

/** Swedish words for the two kinds of agreement. */
export const CONTRACT_KIND_LABELS: Record<ContractKind, string> = { contract: 'Avtal', assignment: 'Uppdrag' };

/** Swedish words for the legal regimes. */
export const REGIME_LABELS: Record<Regime, string> = {
  LOU: 'Upphandling (LOU)',
  LOV: 'Valfrihetssystem (LOV)',
  'own-run': 'Egen regi',
};

/** Swedish words for the kinds of clause. */
export const CLAUSE_KIND_LABELS: Record<ClauseKind, string> = {
  requirement: 'Krav',
  'tender-promise': 'Mervärde',
  goal: 'Mål',
};

/** What is said where the terms of a contract do not hold together. */
export const CONTRACT_TERM_PROBLEM_LABELS: Record<ContractTermProblemCode, string> = {
  'start-invalid': 'Startdatumet är inget giltigt datum.',
  'end-invalid': 'Slutdatumet är inget giltigt datum.',
  'latest-end-invalid': 'Sista möjliga slutdatum är inget giltigt datum.',
  'end-before-start': 'Avtalet kan inte sluta innan det börjar.',
  'latest-end-before-end': 'Sista möjliga slutdatum kan inte ligga före avtalets slut.',
  'option-without-end': 'Ett avtal utan slutdatum kan inte förlängas.',
  'option-invalid': 'Förlängningen ska anges i hela månader (1–240) eller till ett giltigt datum.',
  'option-not-later': 'Förlängningen måste sluta efter den tid som redan gäller.',
  'option-past-latest-end': 'Förlängningen går förbi sista möjliga slutdatum.',
};
