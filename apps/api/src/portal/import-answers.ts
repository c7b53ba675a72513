import { isDeepStrictEqual } from 'node:util';
import type { AnswerImportResult } from '@insyn/api-schema';
import { type AnswerValue, numberAsText, parseAnswerCell, type Question, QUESTION_LIMITS } from '@insyn/domain';
import { type AnswerRow, openQuestions, type RequestRow } from '../answers/request-parts.js';
import { type AnswerChange, notOpen } from '../answers/save-answer.js';
import { cellAddress, COLUMN, requestOfHeader, sinceStart } from './answer-sheet.js';
import type { AnswerSheet, SheetCell } from './read-answer-sheet.js';

/** The most faults that an answer names; who has more begins with these. */
const NAMED_FAULTS = 200;

type Fault = AnswerImportResult['faults'][number];

/** What a file would change: nothing is to be saved while there are faults. */
export interface PlannedImport {
  readonly changes: AnswerChange[];
  readonly unchanged: number;
  readonly faults: Fault[];
}

interface FilledRow {
  /** As the spreadsheet counts, from 1. */
  readonly row: number;
  readonly question: Question;
  readonly answer: string;
  readonly comment: string;
  readonly start: string;
}

/**
 * What a file that was filled in changes, with the same rules as on the screen: each cell is read and judged, what the person
 * did not touch is left as it is, and what a colleague has changed meanwhile is a fault.
 */
export function planImport(request: RequestRow, sheet: AnswerSheet, fileName: string): PlannedImport {
  const header = (sheet.rows[0] ?? []).map((cell) => textOf(cell, null));
  const belongsTo = requestOfHeader(header);
  if (belongsTo !== request.id) {
    const message =
      belongsTo === null
        ? 'Filen är inte gjord av mallen. Hämta mallen och fyll i den.'
        : 'Mallen hör till en annan informationsbegäran.';
    return { changes: [], unchanged: 0, faults: [{ cell: 'A1', questionNumber: '', message }] };
  }
  const { filled, faults } = filledRows(request, sheet);
  const changes: AnswerChange[] = [];
  let unchanged = 0;
  let now = request;
  for (const row of filled) {
    const planned = planRow(now, row, fileName);
    if ('fault' in planned) faults.push(planned.fault);
    else if (planned.change === null) unchanged += 1;
    else {
      changes.push(planned.change);
      now = withAnswer(now, planned.change);
    }
  }
  const inOrder = faults.sort((a, b) => Number(a.cell.slice(1)) - Number(b.cell.slice(1)));
  return { changes, unchanged, faults: inOrder.slice(0, NAMED_FAULTS) };
}

/** The rows with something in them, in the order of the questions, since a condition hangs on an earlier answer. */
function filledRows(request: RequestRow, { rows, formulas }: AnswerSheet): { filled: FilledRow[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const byId = new Map<string, FilledRow>();
  for (const [index, cells] of rows.slice(1).entries()) {
    const row = index + 2;
    const fault = (column: number, message: string, questionNumber = '') =>
      faults.push({ cell: cellAddress(row, column), questionNumber, message });
    const id = textOf(cells[COLUMN.id], null).trim();
    const question = request.questions.find((one) => one.id === id);
    const answer = textOf(cells[COLUMN.answer], question ?? null);
    const comment = textOf(cells[COLUMN.comment], null);
    const written = [COLUMN.answer, COLUMN.comment].filter((column) => formulas.has(cellAddress(row, column)));
    if (question === undefined) {
      if (id !== '' || answer !== '' || comment !== '')
        fault(COLUMN.answer, 'Raden hör inte till någon fråga i mallen');
      continue;
    }
    for (const column of written) fault(column, 'Cellen innehåller en formel. Skriv värdet i stället', question.number);
    if (written.length > 0 || (answer === '' && comment === '')) continue;
    if (byId.has(id)) fault(COLUMN.answer, 'Frågan finns på två rader', question.number);
    else byId.set(id, { row, question, answer, comment, start: textOf(cells[COLUMN.start], null) });
  }
  return { filled: request.questions.flatMap(({ id }) => byId.get(id) ?? []), faults };
}

function planRow(
  request: RequestRow,
  { row, question, answer, comment, start }: FilledRow,
  fileName: string,
): { change: AnswerChange | null } | { fault: Fault } {
  const fault = (column: number, message: string) => ({
    fault: { cell: cellAddress(row, column), questionNumber: question.number, message },
  });
  const { version, same } = sinceStart(start, answer, comment);
  if (same) return { change: null };
  const known = request.answers.find(({ questionId }) => questionId === question.id);
  let value: AnswerValue | null = known?.value ?? null;
  if (answer !== '') {
    const parsed = parseAnswerCell(question, answer);
    if ('fault' in parsed) return fault(COLUMN.answer, parsed.fault);
    value = parsed.value;
  }
  const remark = comment === '' ? (known?.comment ?? '') : comment;
  if (remark.length > QUESTION_LIMITS.comment) {
    return fault(COLUMN.comment, `Kommentaren får ha högst ${numberAsText(QUESTION_LIMITS.comment)} tecken`);
  }
  if (/\0/u.test(remark)) return fault(COLUMN.comment, 'Kommentaren innehåller tecken som inte kan sparas');
  if (isDeepStrictEqual([known?.value ?? null, known?.comment ?? ''], [value, remark])) return { change: null };
  if (!openQuestions(request).some(({ id }) => id === question.id)) {
    return fault(COLUMN.answer, notOpen(request).title.replace(/\.$/u, ''));
  }
  if ((known?.version ?? null) !== version) {
    return fault(COLUMN.answer, 'Frågan har besvarats av någon annan sedan mallen hämtades. Hämta mallen igen');
  }
  const { id: questionId } = question;
  return { change: { questionId, version, value, comment: remark, source: 'file', sourceNote: fileName } };
}

/** The request as it is once a change has been saved, for the conditions of the questions after it. */
function withAnswer(request: RequestRow, change: AnswerChange): RequestRow {
  const others = request.answers.filter(({ questionId }) => questionId !== change.questionId);
  const { questionId, value, comment, source, sourceNote } = change;
  const answer: AnswerRow = {
    ...{ id: '', questionId, value, comment, source, sourceNote, person: null, changedAt: '', version: 0 },
  };
  return { ...request, answers: [...others, answer] };
}

/** A cell as text, the way that its question reads it. */
function textOf(cell: SheetCell | undefined, question: Question | null): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? 'Ja' : 'Nej';
  if (typeof cell === 'number') return question?.kind === 'number' ? numberAsText(cell) : String(cell);
  return cell.normalize('NFC').replace(/\r\n?/gu, '\n').trim();
}
