import type { FigureProblemCode } from './figure-value.js';
import type { FigureSource, FigureUnit } from './figure.js';

/** Swedish words for where a figure comes from. */
export const FIGURE_SOURCE_LABELS: Record<FigureSource, string> = {
  counted: 'Räknad',
  reported: 'Uppgiven av utföraren',
};

/** Swedish words for what a figure is measured in. */
export const FIGURE_UNIT_LABELS: Record<FigureUnit, string> = {
  persons: 'Personer',
  share: 'Andel',
  days: 'Dagar',
  number: 'Antal',
  percent: 'Procent',
};

/** What is said where a figure cannot be saved. */
export const FIGURE_PROBLEM_LABELS: Record<FigureProblemCode, string> = {
  'name-missing': 'Ange vad nyckeltalet mäter.',
  'period-missing': 'Ange vilken period nyckeltalet gäller.',
  'found-invalid': 'Antalet ska vara ett heltal, noll eller mer.',
  'total-missing': 'En räknad andel behöver både antal och av hur många.',
  'total-invalid': '”Av hur många” ska vara ett heltal större än noll.',
  'found-over-total': 'Antalet kan inte vara större än det räknas av.',
  'population-invalid': 'Det hela antalet ska vara ett heltal större än noll.',
  'population-under-total': 'Det hela antalet kan inte vara mindre än stickprovet.',
  'words-missing': 'Skriv uppgiften med utförarens egna ord.',
  'source-missing': 'Ange var uppgiften kommer ifrån.',
};
