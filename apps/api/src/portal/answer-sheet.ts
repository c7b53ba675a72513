import { createHash } from 'node:crypto';
import { answerText, NO, type Question, YES } from '@insyn/domain';
import type { RequestRow } from '../answers/request-parts.js';

/** The columns of the template; the same in a workbook and in CSV. Id and starting point are hidden in a workbook. */
export const SHEET_COLUMNS = ['Nummer', 'Fråga', 'Svar', 'Kommentar', 'Så svarar du', 'Id'] as const;
export const COLUMN = { number: 0, question: 1, answer: 2, comment: 3, help: 4, id: 5, start: 6 } as const;
/** The header of the last column, followed by the request that the template belongs to. */
const REQUEST_MARK = 'Begäran ';

/** A question as a row of the template. */
export interface SheetRow {
  readonly question: Question;
  readonly answer: string;
  readonly comment: string;
  readonly help: string;
  /** What the row held when the template was made, and the version of the answer. */
  readonly start: string;
}

/** The header and a row for each question, with the answers as they are now. */
export function sheetRows(request: RequestRow): { header: string[]; rows: SheetRow[] } {
  const rows = request.questions.map((question) => {
    const known = request.answers.find(({ questionId }) => questionId === question.id);
    const isFile = question.kind === 'file';
    const answer = known?.value == null || isFile ? '' : answerText(question, known.value);
    const comment = known?.comment ?? '';
    const start = `${known?.version ?? 0} ${fingerprint(answer, comment)}`;
    return { question, answer, comment, help: helpFor(question, request.questions), start };
  });
  return { header: [...SHEET_COLUMNS, REQUEST_MARK + request.id], rows };
}

/** Which request a header says that it belongs to; null where it is no header of ours. */
export function requestOfHeader(header: readonly string[]): string | null {
  const mark = header[COLUMN.start]?.trim() ?? '';
  return header[COLUMN.id]?.trim() === 'Id' && mark.startsWith(REQUEST_MARK) ? mark.slice(REQUEST_MARK.length) : null;
}

/** The version in a row's starting point (null: no answer then), and whether the row still holds what it did. */
export function sinceStart(start: string, answer: string, comment: string): { version: number | null; same: boolean } {
  const [version = '', hash = ''] = start.trim().split(' ');
  return { version: Number(version) || null, same: hash !== '' && hash === fingerprint(answer, comment) };
}

/** How the address of a cell is written: row 14, column 2 is C14. Rows count from 1. */
export function cellAddress(row: number, column: number): string {
  return String.fromCharCode(65 + column) + String(row);
}

function fingerprint(answer: string, comment: string): string {
  const text = [answer, comment].map((part) => part.replace(/\r\n?/gu, '\n').normalize('NFC').trim());
  return createHash('sha256').update(text.join('\0')).digest('hex').slice(0, 16);
}

function helpFor(question: Question, questions: readonly Question[]): string {
  const { condition, guidance, required } = question;
  const parent = questions.find(({ id }) => id === condition?.questionId);
  return [
    question.section,
    condition && parent ? `Besvaras bara om svaret på fråga ${parent.number} är ${condition.equals}.` : '',
    required ? 'Måste besvaras.' : '',
    formOf(question),
    guidance,
  ]
    .filter(Boolean)
    .join('\n');
}

function formOf({ kind, unit, min, max, options, columns }: Question): string {
  switch (kind) {
    case 'yes-no':
      return `Skriv ${YES} eller ${NO}.`;
    case 'number':
      return ['Skriv ett tal', unit && `i ${unit}`, min !== null && `minst ${min}`, max !== null && `högst ${max}`]
        .filter(Boolean)
        .join(', ')
        .concat('.');
    case 'share':
      return `Skriv antalet av alla${unit ? ` (${unit})` : ''}, till exempel 7 av 9.`;
    case 'date':
      return 'Skriv datumet som 2026-11-20.';
    case 'choice':
      return `Skriv ett av: ${options.join('; ')}.`;
    case 'multiple-choice':
      return `Skriv ett eller flera, med semikolon mellan: ${options.join('; ')}.`;
    case 'text':
      return '';
    case 'table':
      return `Skriv en rad för varje rad i tabellen, med | mellan fälten: ${columns.map(({ text }) => text).join(' | ')}.`;
    case 'file':
      return 'Besvaras med en fil, som laddas upp i portalen.';
  }
}
