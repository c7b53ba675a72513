import { stringify } from 'csv-stringify/sync';
import { QUESTION_SET_LIMITS, type QuestionFault, type QuestionImportPreview } from '@insyn/api-schema';
import type { QuestionFileFormat } from '@insyn/api-schema/server';
import { parseQuestions, type Question, questionsFromRows, questionsToRows } from '@insyn/domain';
import { parseClauseCsv } from '../contracts/clause-csv-text.js';
import { Invalid } from '../http/problem.js';
import { tidyQuestions } from './tidy-questions.js';

/** How many faults an answer names; who has more begins with these. */
const NAMED_FAULTS = 200;
/** What a spreadsheet takes for a formula, also where it has been made harmless already. */
const FORMULA = /^'*[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/u;
const HARMLESS = /^'+[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/u;
const MARK = /^\uFEFF/u;

/** The questions as a file: JSON, or CSV as a Swedish spreadsheet opens it, where no cell is a formula. */
export function questionFile(questions: readonly Question[], format: QuestionFileFormat): string {
  if (format === 'json') return JSON.stringify(tidyQuestions(questions), null, 2) + '\n';
  const rows = questionsToRows(questions).map((cells) => cells.map((cell) => (FORMULA.test(cell) ? "'" + cell : cell)));
  return stringify(rows, { bom: true, delimiter: ';', record_delimiter: 'windows' });
}

/** What the text of a file would become, with its faults: in CSV by row, in JSON by question. @throws Invalid for one too big. */
export function readQuestionFile(text: string, format: QuestionFileFormat): QuestionImportPreview {
  if (Buffer.byteLength(text) > QUESTION_SET_LIMITS.importBytes) {
    throw new Invalid([{ field: 'text', message: 'Filen är för stor. Högst 2 MB kan läsas in.' }]);
  }
  const broken = /[\0\uFFFD]/u.exec(text);
  if (broken) {
    const row = text.slice(0, broken.index).split(/\r\n?|\n/u).length;
    const message =
      broken[0] === '\0'
        ? 'Filen är ingen textfil. Spara den som CSV UTF-8 eller JSON.'
        : 'Filen har tecken som inte kan läsas. Spara den med teckenkodningen UTF-8.';
    return { questions: [], faults: [ofRow(row, message)] };
  }
  const { questions, faults } = format === 'csv' ? fromCsv(text) : fromJson(text);
  return { questions: tidyQuestions(questions), faults: faults.slice(0, NAMED_FAULTS) };
}

function fromCsv(text: string): QuestionImportPreview {
  const parsed = parseClauseCsv(text);
  if ('error' in parsed) return { questions: [], faults: [ofRow(parsed.error.row, parsed.error.message)] };
  const rows = parsed.rows.map((cells) => cells.map((cell) => (HARMLESS.test(cell) ? cell.slice(1) : cell)));
  const width = rows[0]?.length ?? 0;
  const { questions, faults } = questionsFromRows(rows);
  const tooWide = rows.flatMap((cells, index) =>
    cells.slice(width).some((cell) => cell.trim() !== '')
      ? [ofRow(index + 1, 'Raden har fler celler än rubrikraden. Kontrollera citattecken och avgränsare.')]
      : [],
  );
  const found = faults.map(({ row, message }) => ofRow(row, message + '.'));
  return { questions, faults: [...found, ...tooWide].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)) };
}

function fromJson(text: string): QuestionImportPreview {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(MARK, ''));
  } catch {
    return { questions: [], faults: [ofRow(null, 'Filen är inte giltig JSON.')] };
  }
  const { questions, faults } = parseQuestions(value);
  return {
    questions,
    faults: faults.map(({ questionId, field, message }) => ({
      questionId: questionId || null,
      row: null,
      field,
      message: message + '.',
    })),
  };
}

function ofRow(row: number | null, message: string): QuestionFault {
  return { questionId: null, row, field: 'questions', message };
}
