import type { AnswerKind, ColumnKind } from './question.js';

/** The Swedish words for what an answer can be. */
export const ANSWER_KIND_LABELS: Record<AnswerKind, string> = {
  'yes-no': 'Ja eller nej',
  number: 'Antal',
  share: 'n av N',
  date: 'Datum',
  choice: 'Ett val',
  'multiple-choice': 'Flera val',
  text: 'Text',
  table: 'Tabell',
  file: 'Fil',
};

/** The Swedish words for what a cell of a table holds. */
export const COLUMN_KIND_LABELS: Record<ColumnKind, string> = {
  text: 'Text',
  number: 'Antal',
  share: 'n av N',
  date: 'Datum',
};
