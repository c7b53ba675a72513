import { isCalendarDate } from '../calendar/calendar-date.js';
import { formatDate } from '../calendar/swedish-format.js';
import { formatShare } from '../sampling/share-format.js';
import { type AnswerValue, NO, type Question, YES } from './question.js';
import { numberAsText } from './written-values.js';

/** What stands between the cells of a row and between options where an answer is one text. */
export const CELL_SEPARATOR = '|';
export const OPTION_SEPARATOR = ';';

/**
 * An answer as a person reads it, in reports and receipts: "Ja", "7 av 9", "12 dagar", "20 november 2026", options with
 * "; " between, a table with one line for each row and " | " between its cells. `parseAnswerCell` reads it back.
 */
export function answerText(question: Question, value: AnswerValue): string {
  switch (value.kind) {
    case 'yes-no':
      return value.yes ? YES : NO;
    case 'number':
      return [numberAsText(value.number), question.unit].filter(Boolean).join(' ');
    case 'share':
      return formatShare(value.n, value.of);
    case 'date':
      return isCalendarDate(value.date) ? formatDate(value.date) : value.date;
    case 'choice':
      return value.option;
    case 'multiple-choice':
      return value.options.join(`${OPTION_SEPARATOR} `);
    case 'text':
      return value.text;
    case 'table':
      return value.rows.map((row) => rowText(question, row)).join('\n');
  }
}

function rowText({ columns }: Question, row: Readonly<Record<string, string>>): string {
  return columns.map(({ id }) => (row[id] ?? '').trim()).join(` ${CELL_SEPARATOR} `);
}
