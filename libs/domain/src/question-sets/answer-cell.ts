import { answerFaults } from './answer-faults.js';
import { CELL_SEPARATOR, OPTION_SEPARATOR } from './answer-text.js';
import { type AnswerValue, NO, type Question, YES } from './question.js';
import { dateFromText, numberFromText, shareFromText, storedCell } from './written-values.js';

/** The most faults of one cell that are said at once: a table can have one in each of its fields. */
const MAX_SHOWN_FAULTS = 5;

/** An answer that was read from a cell, or what is wrong with the cell, in Swedish. */
export type ParsedCell = { readonly value: AnswerValue } | { readonly fault: string };

/**
 * Reads the answer to a question from one cell of a file that was filled in offline. Yes or no as "Ja" and "Nej" (or J
 * and N), n of N as "7 av 9" or "7/9", numbers as "1 234,5" with or without the unit, dates as "2026-11-20",
 * "20.11.2026" or "20 november 2026", several options with ";" between, a table with one line for each row and "|"
 * between its cells. Letter case does not matter. An empty cell is a fault: the caller passes it over. A number that a
 * spreadsheet holds as a number is handed over as `numberAsText` writes it, since "1.234" may mean two things.
 */
export function parseAnswerCell(question: Question, cell: string): ParsedCell {
  const text = cell.replace(/\r\n?/gu, '\n').trim();
  if (text === '') return { fault: 'Cellen är tom' };
  const value = valueOf(question, text);
  if (typeof value === 'string') return { fault: value };
  const faults = answerFaults(question, value);
  return faults.length === 0 ? { value } : { fault: faults.slice(0, MAX_SHOWN_FAULTS).join('. ') };
}

/** The value that a text stands for, or what is wrong with it. */
function valueOf(question: Question, text: string): AnswerValue | string {
  switch (question.kind) {
    case 'yes-no':
      return yesOrNo(text);
    case 'number':
      return amount(question, text);
    case 'share': {
      const share = shareFromText(text);
      return share === null ? 'Skriv antalet av alla, till exempel 7 av 9' : { kind: 'share', ...share };
    }
    case 'date': {
      const date = dateFromText(text);
      return date === null ? 'Skriv datumet som 2026-11-20' : { kind: 'date', date };
    }
    case 'choice': {
      const option = optionNamed(question, text);
      return option === null ? `Välj ett av: ${question.options.join('; ')}` : { kind: 'choice', option };
    }
    case 'multiple-choice':
      return options(question, text);
    case 'text':
      return { kind: 'text', text };
    case 'table':
      return table(question, text);
    case 'file':
      return 'Frågan besvaras med en fil, inte i mallen';
  }
}

function yesOrNo(text: string): AnswerValue | string {
  const word = text.toLowerCase();
  const yes = word === YES.toLowerCase() || word === 'j';
  const no = word === NO.toLowerCase() || word === 'n';
  return yes || no ? { kind: 'yes-no', yes } : `Skriv ${YES} eller ${NO}`;
}

function amount({ unit }: Question, text: string): AnswerValue | string {
  const hasUnit = unit !== '' && text.toLowerCase().endsWith(unit.toLowerCase());
  const number = numberFromText(hasUnit ? text.slice(0, text.length - unit.length) : text);
  return number === null ? 'Skriv ett tal, till exempel 1 234,5' : { kind: 'number', number };
}

function options(question: Question, text: string): AnswerValue | string {
  const words = text.split(OPTION_SEPARATOR).map((word) => word.trim());
  const chosen: string[] = [];
  for (const word of words.filter(Boolean)) {
    const option = optionNamed(question, word);
    if (option === null) return `”${word.slice(0, 60)}” är inget av: ${question.options.join('; ')}`;
    chosen.push(option);
  }
  return { kind: 'multiple-choice', options: chosen };
}

function optionNamed({ options: known }: Question, word: string): string | null {
  const lower = word.toLocaleLowerCase('sv');
  return known.find((option) => option === word) ?? known.find((one) => one.toLocaleLowerCase('sv') === lower) ?? null;
}

function table({ columns }: Question, text: string): AnswerValue | string {
  const rows: Record<string, string>[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const cells = line.split(CELL_SEPARATOR);
    if (cells.length !== columns.length) {
      const names = columns.map((column) => column.text).join(` ${CELL_SEPARATOR} `);
      return `Rad ${index + 1} har ${cells.length} fält, den ska ha ${columns.length}: ${names}`;
    }
    rows.push(Object.fromEntries(columns.map(({ id, kind }, at) => [id, storedCell(kind, cells[at] ?? '')])));
  }
  return { kind: 'table', rows };
}
