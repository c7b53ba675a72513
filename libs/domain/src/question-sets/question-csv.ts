import { FINDING_KINDS } from '../findings/finding.js';
import { FINDING_KIND_LABELS, SEVERITY_LABELS } from '../findings/labels.js';
import { SEVERITIES } from '../findings/finding.js';
import { ANSWER_KIND_LABELS, COLUMN_KIND_LABELS } from './labels.js';
import {
  ANSWER_KINDS,
  COLUMN_KINDS,
  type FindingRule,
  NO,
  type Question,
  QUESTION_LIMITS,
  type TableColumn,
  YES,
} from './question.js';
import { questionSetFaults } from './question-set-faults.js';
import { numberAsText, numberFromText } from './written-values.js';

/** The columns of a file of questions, as they stand in its first row. */
export const QUESTION_CSV_COLUMNS = [
  'Id',
  'Nummer',
  'Avsnitt',
  'Fråga',
  'Vägledning',
  'Lagrum',
  'Avtalspunkt',
  'Svarstyp',
  'Obligatorisk',
  'Enhet',
  'Min',
  'Max',
  'Alternativ',
  'Kolumner',
  'Villkor fråga',
  'Villkor svar',
  'Iakttagelse vid',
  'Iakttagelse',
  'Allvar',
  'Rubrik',
] as const;
type QuestionColumn = (typeof QUESTION_CSV_COLUMNS)[number];

/** What is wrong with a row of the file; the header is row 1. */
export interface QuestionRowFault {
  readonly row: number;
  /** Swedish, without a full stop. */
  readonly message: string;
}

const LIST = ' | ';
type Cells = Readonly<Record<QuestionColumn, string>>;

/**
 * The questions as rows of text, the header first. Options, columns and answers stand in one cell with " | " between; a
 * column is written "id = Text (Antal)"; a condition names the number of its question. `questionsFromRows` reads it back.
 */
export function questionsToRows(questions: readonly Question[]): string[][] {
  const numbers = new Map(questions.map(({ id, number }) => [id, number]));
  const rows = questions.map((question): string[] => {
    const { condition, finding } = question;
    const cells: Cells = {
      Id: question.id,
      Nummer: question.number,
      Avsnitt: question.section,
      Fråga: question.text,
      Vägledning: question.guidance,
      Lagrum: question.legalGround,
      Avtalspunkt: question.clauseNumber,
      Svarstyp: ANSWER_KIND_LABELS[question.kind],
      Obligatorisk: question.required ? YES : NO,
      Enhet: question.unit,
      Min: question.min === null ? '' : numberAsText(question.min),
      Max: question.max === null ? '' : numberAsText(question.max),
      Alternativ: question.options.join(LIST),
      Kolumner: question.columns
        .map(({ id, text, kind }) => `${id} = ${text} (${COLUMN_KIND_LABELS[kind]})`)
        .join(LIST),
      'Villkor fråga': condition === null ? '' : (numbers.get(condition.questionId) ?? condition.questionId),
      'Villkor svar': condition?.equals ?? '',
      'Iakttagelse vid': finding?.answers.join(LIST) ?? '',
      Iakttagelse: finding === null ? '' : FINDING_KIND_LABELS[finding.kind],
      Allvar: finding?.severity ? SEVERITY_LABELS[finding.severity] : '',
      Rubrik: finding?.title ?? '',
    };
    return QUESTION_CSV_COLUMNS.map((column) => cells[column]);
  });
  return [[...QUESTION_CSV_COLUMNS], ...rows];
}

/**
 * Reads rows of text, the header first, its columns in any order. Nummer, Fråga and Svarstyp must be there; what is left
 * out is empty, and a question without an id gets one from its number. Empty rows are passed over. The faults are those of
 * the rows, and of the set where the row itself could be read.
 */
export function questionsFromRows(rows: readonly (readonly string[])[]): {
  questions: Question[];
  faults: QuestionRowFault[];
} {
  const header = (rows[0] ?? []).map((cell) => cell.replace(/^\uFEFF/u, '').trim());
  const faults: QuestionRowFault[] = headerFaults(header).map((message) => ({ row: 1, message }));
  if (faults.length > 0) return { questions: [], faults };
  const filled = rows
    .map((cells, index) => ({ row: index + 1, cells }))
    .slice(1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length > QUESTION_LIMITS.questions) {
    const message = `Filen får ha högst ${QUESTION_LIMITS.questions} frågor, den har ${filled.length}`;
    return { questions: [], faults: [{ row: 1, message }] };
  }
  const read = filled.map(({ row, cells }) => ({ row, ...readRow(named(header, cells)) }));
  const idOfNumber = new Map(read.map(({ question }) => [question.number, question.id]));
  const questions = read.map(({ question }) => withConditionId(question, idOfNumber));
  for (const { row, messages } of read) faults.push(...messages.map((message) => ({ row, message })));
  for (const { questionId, message } of questionSetFaults(questions)) {
    const of = read.filter(({ question }) => question.id === questionId).at(-1);
    if (!of) faults.push({ row: 1, message });
    else if (of.messages.length === 0) faults.push({ row: of.row, message });
  }
  return { questions, faults: faults.sort((a, b) => a.row - b.row) };
}

function headerFaults(header: readonly string[]): string[] {
  const known: readonly string[] = QUESTION_CSV_COLUMNS;
  return [
    ...header.filter((name) => !known.includes(name)).map((name) => `Kolumnen ”${name.slice(0, 40)}” känns inte igen`),
    ...known
      .filter((name) => header.indexOf(name) !== header.lastIndexOf(name))
      .map((name) => `${name} finns två gånger`),
    ...['Nummer', 'Fråga', 'Svarstyp']
      .filter((name) => !header.includes(name))
      .map((name) => `Kolumnen ${name} saknas`),
  ];
}

function named(header: readonly string[], cells: readonly string[]): Cells {
  const cellOf = (column: QuestionColumn) => (cells[header.indexOf(column)] ?? '').replace(/\r\n?/gu, '\n').trim();
  return Object.fromEntries(QUESTION_CSV_COLUMNS.map((column) => [column, cellOf(column)])) as Record<
    QuestionColumn,
    string
  >;
}

function readRow(cells: Cells): { question: Question; messages: string[] } {
  const messages: string[] = [];
  const read = <Value>(value: Value | undefined, otherwise: Value, message: string): Value => {
    if (value !== undefined) return value;
    messages.push(message);
    return otherwise;
  };
  const kind = read(
    wordAmong(ANSWER_KINDS, ANSWER_KIND_LABELS, cells.Svarstyp),
    'text',
    `Svarstyp ska vara en av: ${Object.values(ANSWER_KIND_LABELS).join(', ')}`,
  );
  const question: Question = {
    id: cells.Id || `fraga-${cells.Nummer.toLowerCase().replace(/[^a-z0-9]+/gu, '-')}`,
    number: cells.Nummer,
    section: cells.Avsnitt,
    text: cells.Fråga,
    guidance: cells.Vägledning,
    legalGround: cells.Lagrum,
    clauseNumber: cells.Avtalspunkt,
    kind,
    required: read(yesOrNo(cells.Obligatorisk), false, `Obligatorisk ska vara ${YES} eller ${NO}`),
    unit: cells.Enhet,
    min: read(bound(cells.Min), null, 'Min ska vara ett tal'),
    max: read(bound(cells.Max), null, 'Max ska vara ett tal'),
    options: list(cells.Alternativ),
    columns: list(cells.Kolumner).map(readColumn),
    condition: cells['Villkor fråga']
      ? { questionId: cells['Villkor fråga'], equals: cells['Villkor svar'] }
      : read(cells['Villkor svar'] ? undefined : null, null, 'Villkor svar finns, men Villkor fråga saknas'),
    finding: readFinding(cells, read),
  };
  return { question, messages };
}

function readFinding(
  cells: Cells,
  read: <Value>(value: Value | undefined, otherwise: Value, message: string) => Value,
): FindingRule | null {
  const answers = list(cells['Iakttagelse vid']);
  if (!cells.Iakttagelse) {
    const isLeft = answers.length > 0 || cells.Allvar !== '' || cells.Rubrik !== '';
    return read(isLeft ? undefined : null, null, 'Iakttagelse saknas');
  }
  const kinds = Object.values(FINDING_KIND_LABELS).join(', ');
  const severities = Object.values(SEVERITY_LABELS).join(', ');
  return {
    answers,
    kind: read(
      wordAmong(FINDING_KINDS, FINDING_KIND_LABELS, cells.Iakttagelse),
      'improvement-area',
      `Iakttagelse ska vara en av: ${kinds}`,
    ),
    severity: cells.Allvar
      ? read(wordAmong(SEVERITIES, SEVERITY_LABELS, cells.Allvar), null, `Allvar ska vara en av: ${severities}`)
      : null,
    title: cells.Rubrik,
  };
}

/** A column as it is written: "id = Text (Antal)", or only "Text", which gets the id of its place and holds text. */
function readColumn(written: string, index: number): TableColumn {
  const [, id, rest = written] = /^([A-Za-z0-9][A-Za-z0-9_-]*) = (.*)$/su.exec(written) ?? [];
  const [, text, label] = /^(.*) \(([^()]*)\)$/su.exec(rest) ?? [];
  const kind = label === undefined ? undefined : wordAmong(COLUMN_KINDS, COLUMN_KIND_LABELS, label);
  return { id: id ?? `k${index + 1}`, text: (kind && text) || rest, kind: kind ?? 'text' };
}

function withConditionId(question: Question, idOfNumber: ReadonlyMap<string, string>): Question {
  const { condition } = question;
  if (condition === null) return question;
  const questionId = idOfNumber.get(condition.questionId) ?? condition.questionId;
  return { ...question, condition: { ...condition, questionId } };
}

function wordAmong<Value extends string>(
  values: readonly Value[],
  labels: Readonly<Record<Value, string>>,
  word: string,
): Value | undefined {
  return values.find((value) => labels[value].toLowerCase() === word.toLowerCase());
}

function yesOrNo(word: string): boolean | undefined {
  const lower = word.toLowerCase();
  if (lower === YES.toLowerCase()) return true;
  return lower === NO.toLowerCase() || lower === '' ? false : undefined;
}

function bound(cell: string): number | null | undefined {
  return cell === '' ? null : (numberFromText(cell) ?? undefined);
}

function list(cell: string): string[] {
  return cell
    .split(LIST.trim())
    .map((part) => part.trim())
    .filter(Boolean);
}
