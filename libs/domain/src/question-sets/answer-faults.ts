import {
  FIRST_ANSWER_YEAR,
  hasUnwritable,
  isAnswerDate,
  isAnswerValue,
  isBlankAnswer,
  LAST_ANSWER_YEAR,
} from './answer-value.js';
import { ANSWER_KIND_LABELS } from './labels.js';
import { type AnswerValue, type Question, QUESTION_LIMITS, type TableColumn } from './question.js';
import { cellFault, numberAsText, shareFault } from './written-values.js';

/**
 * What is wrong with an answer to a question, in Swedish; empty if it can be saved. The shape is checked too, since
 * answers come as JSON. An answer that says nothing (an empty text, no option) can be saved, but answers nothing; a file
 * question is answered by its files and takes an empty text only.
 */
export function answerFaults(question: Question, value: AnswerValue): string[] {
  if (!isAnswerValue(value)) return ['Svaret har fel form'];
  if (question.kind === 'file') {
    return value.kind === 'text' && isBlankAnswer(value) ? [] : ['Frågan besvaras med en fil'];
  }
  if (value.kind !== question.kind) return [`Svaret ska vara av slaget ”${ANSWER_KIND_LABELS[question.kind]}”`];
  switch (value.kind) {
    case 'yes-no':
      return [];
    case 'number':
      return numberFaults(question, value.number);
    case 'share':
      return found(shareFault(value));
    case 'date':
      return isAnswerDate(value.date)
        ? []
        : [`Ange ett datum som finns, ${FIRST_ANSWER_YEAR}–${LAST_ANSWER_YEAR}, till exempel 2026-11-20`];
    case 'choice':
      return question.options.includes(value.option) ? [] : ['Välj ett av alternativen'];
    case 'multiple-choice':
      return optionsFaults(question, value.options);
    case 'text':
      return textFaults(value.text);
    case 'table':
      return tableFaults(question.columns, value.rows);
  }
}

function found(fault: string | null): string[] {
  return fault === null ? [] : [fault];
}

function numberFaults({ min, max, unit }: Question, amount: number): string[] {
  const largest = QUESTION_LIMITS.amount;
  const low = min ?? -largest;
  const high = max ?? largest;
  const suffix = unit ? ` ${unit}` : '';
  if (amount < low) return [`Ange minst ${numberAsText(low)}${suffix}`];
  if (amount > high) return [`Ange högst ${numberAsText(high)}${suffix}`];
  return Math.abs(amount) > largest ? [`Ange ett tal inom ±${numberAsText(largest)}`] : [];
}

function optionsFaults(question: Question, chosen: readonly string[]): string[] {
  if (!chosen.every((option) => question.options.includes(option))) return ['Välj bland alternativen'];
  return new Set(chosen).size < chosen.length ? ['Samma alternativ är valt två gånger'] : [];
}

function textFaults(text: string): string[] {
  if (text.length > QUESTION_LIMITS.answerText) {
    return [`Svaret får ha högst ${numberAsText(QUESTION_LIMITS.answerText)} tecken`];
  }
  return hasUnwritable(text) ? ['Svaret innehåller tecken som inte kan sparas'] : [];
}

function tableFaults(columns: readonly TableColumn[], rows: readonly Readonly<Record<string, string>>[]): string[] {
  if (rows.length > QUESTION_LIMITS.tableRows) return [`Tabellen får ha högst ${QUESTION_LIMITS.tableRows} rader`];
  return rows.flatMap((row, index) => rowFaults(columns, row).map((fault) => `Rad ${index + 1}: ${fault}`));
}

function rowFaults(columns: readonly TableColumn[], row: Readonly<Record<string, string>>): string[] {
  const ids = new Set(columns.map(({ id }) => id));
  if (Object.keys(row).some((id) => !ids.has(id))) return ['okänd kolumn'];
  const cells = columns.map((column) => ({
    column,
    cell: Object.hasOwn(row, column.id) ? (row[column.id] ?? '') : '',
  }));
  if (cells.every(({ cell }) => cell.trim() === '')) return ['raden är tom'];
  return cells.flatMap(({ column, cell }) => {
    const fault = cell.trim() === '' ? null : cellFault(column.kind, cell);
    return fault === null ? [] : [`${column.text}: ${fault}`];
  });
}
