import { clauseSortKey, MAX_CLAUSE_NUMBER_LENGTH, normaliseClauseNumber } from './clause-number.js';
import type { ClauseKind } from './contract.js';
import { type ClauseColumn, CLAUSE_COLUMNS, columnOf, isHeader } from './clause-csv-header.js';

export { type ClauseColumn, CLAUSE_COLUMNS };

/** The most clauses that one file may hold. */
export const MAX_CLAUSE_ROWS = 5000;

/** The longest texts of a clause, in characters. */
export const CLAUSE_LENGTHS = { heading: 200, text: 5000, focusArea: 100, verification: 1000 } as const;

/** A clause as it was read from a file. */
export interface ClauseDraft {
  /** The row it stands on, from 1, the header counted. */
  readonly row: number;
  readonly number: string;
  readonly heading: string;
  readonly text: string;
  readonly kind: ClauseKind;
  readonly critical: boolean;
  readonly focusArea: string | null;
  readonly verification: string | null;
}

/** What can be wrong with a file of clauses. */
export type ClauseCsvErrorCode =
  | 'empty'
  | 'too-many-rows'
  | 'unknown-column'
  | 'duplicate-column'
  | 'missing-column'
  | 'cell-count'
  | 'number-missing'
  | 'number-invalid'
  | 'number-duplicate'
  | 'text-missing'
  | 'too-long'
  | 'kind-unknown'
  | 'critical-unknown';

/** One error, with the row (from 1) and, where it has one, the column that it stands in. */
export interface ClauseCsvError {
  readonly row: number;
  readonly column: ClauseColumn | null;
  readonly code: ClauseCsvErrorCode;
  /** Swedish, for the screen. */
  readonly message: string;
}

/** What a file of clauses holds: the rows that can be used, and what is wrong with the others. */
export interface ClauseCsvResult {
  readonly clauses: readonly ClauseDraft[];
  readonly errors: readonly ClauseCsvError[];
}

const KINDS: ReadonlyMap<string, ClauseKind> = new Map([
  ['', 'requirement'],
  ['krav', 'requirement'],
  ['skallkrav', 'requirement'],
  ['skakrav', 'requirement'],
  ['mervärde', 'tender-promise'],
  ['mål', 'goal'],
]);
const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
  ['', false],
  ['ja', true],
  ['j', true],
  ['x', true],
  ['1', true],
  ['nej', false],
  ['n', false],
  ['0', false],
]);

const COLUMN_NAMES: Record<ClauseColumn, string> = {
  number: 'Nummer',
  heading: 'Rubrik',
  text: 'Text',
  kind: 'Typ',
  critical: 'Kritisk',
  focusArea: 'Fokusområde',
  verification: 'Verifiering',
};

type Report = (row: number, column: ClauseColumn | null, code: ClauseCsvErrorCode, message: string) => void;

function headerColumns(row: readonly string[], rowNumber: number, report: Report): (ClauseColumn | null)[] {
  const columns = row.map((cell) => columnOf(cell));
  columns.forEach((column, index) => {
    const cell = row[index]?.trim() ?? '';
    if (column === null) report(rowNumber, null, 'unknown-column', `Kolumnen ”${cell}” känns inte igen.`);
    else if (columns.indexOf(column) < index) {
      report(rowNumber, column, 'duplicate-column', `Kolumnen ${COLUMN_NAMES[column]} finns två gånger.`);
    }
  });
  if (!columns.includes('number')) {
    report(rowNumber, 'number', 'missing-column', 'Kolumnen Nummer saknas.');
  }
  if (!columns.includes('text') && !columns.includes('heading')) {
    report(rowNumber, 'text', 'missing-column', 'Kolumnen Text saknas.');
  }
  return columns;
}

/** Reads one row; gives null and reports where something is wrong. */
function readClause(
  row: number,
  cells: Readonly<Record<ClauseColumn, string>>,
  rowOfNumber: Map<string, number>,
  reportError: Report,
): ClauseDraft | null {
  const faultyColumns: ClauseColumn[] = [];
  const report = (column: ClauseColumn, code: ClauseCsvErrorCode, message: string): void => {
    faultyColumns.push(column);
    reportError(row, column, code, message);
  };
  const number = normaliseClauseNumber(cells.number);
  if (!cells.number) report('number', 'number-missing', 'Numret saknas.');
  else if (cells.number.length > MAX_CLAUSE_NUMBER_LENGTH && number === null) {
    report('number', 'too-long', `Numret är längre än ${MAX_CLAUSE_NUMBER_LENGTH} tecken.`);
  } else if (number === null)
    report('number', 'number-invalid', `”${cells.number}” är inget nummer på en avtalspunkt.`);
  else {
    const key = clauseSortKey(number);
    const earlier = rowOfNumber.get(key);
    if (earlier === undefined) rowOfNumber.set(key, row);
    else {
      const where = earlier === 0 ? 'i avtalet' : `på rad ${earlier}`;
      report('number', 'number-duplicate', `Nummer ${number} finns redan ${where}.`);
    }
  }
  if (!cells.heading && !cells.text) report('text', 'text-missing', 'Både rubrik och text saknas.');
  for (const column of ['heading', 'text', 'focusArea', 'verification'] as const) {
    const longest = CLAUSE_LENGTHS[column];
    if (cells[column].length > longest) {
      report(column, 'too-long', `${COLUMN_NAMES[column]} är längre än ${longest} tecken.`);
    }
  }
  const kind = KINDS.get(cells.kind.normalize('NFC').toLowerCase());
  if (!kind) report('kind', 'kind-unknown', `Typen ”${cells.kind.slice(0, 40)}” ska vara krav, mervärde eller mål.`);
  const critical = YES_OR_NO.get(cells.critical.toLowerCase());
  if (critical === undefined) {
    report('critical', 'critical-unknown', `Kritisk ska vara ja eller nej, inte ”${cells.critical.slice(0, 40)}”.`);
  }
  if (faultyColumns.length > 0 || number === null || !kind || critical === undefined) return null;
  const { heading, text } = cells;
  return {
    row,
    number,
    heading,
    text,
    kind,
    critical,
    focusArea: cells.focusArea || null,
    verification: cells.verification || null,
  };
}

/**
 * Reads the rows of a file of clauses, already parsed into cells. The first row may be a header in Swedish; without one
 * the columns are number, heading, text, kind, critical, focus area and verification, as many as there are. Empty rows
 * are passed over. A row with an error gives no clause.
 * @param existingNumbers the numbers that the contract has already; one of them in the file is a duplicate.
 */
export function interpretClauseRows(
  rows: readonly (readonly string[])[],
  existingNumbers: readonly string[] = [],
): ClauseCsvResult {
  const clauses: ClauseDraft[] = [];
  const errors: ClauseCsvError[] = [];
  const report: Report = (row, column, code, message) => errors.push({ row, column, code, message });
  const filled = rows
    .map((row, index) => ({ row: index + 1, cells: row.map((cell) => cell.replace(/^\uFEFF/, '').trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [first] = filled;
  if (!first) {
    report(1, null, 'empty', 'Filen innehåller inga avtalspunkter.');
    return { clauses, errors };
  }
  const hasHeader = isHeader(first.cells);
  const body = hasHeader ? filled.slice(1) : filled;
  if (body.length > MAX_CLAUSE_ROWS) {
    report(first.row, null, 'too-many-rows', `Filen har ${body.length} rader. Högst ${MAX_CLAUSE_ROWS} kan läsas in.`);
    return { clauses, errors };
  }
  const columns = hasHeader
    ? headerColumns(first.cells, first.row, report)
    : CLAUSE_COLUMNS.slice(0, first.cells.length);
  if (!hasHeader && (first.cells.length < 2 || first.cells.length > CLAUSE_COLUMNS.length)) {
    const count = first.cells.length;
    report(first.row, null, 'cell-count', `Raden har ${count} kolumner; den ska ha 2–${CLAUSE_COLUMNS.length}.`);
  }
  if (errors.length > 0) return { clauses, errors };
  if (body.length === 0) report(first.row, null, 'empty', 'Filen innehåller inga avtalspunkter.');
  const rowOfNumber = new Map(existingNumbers.map((number) => [clauseSortKey(number), 0]));
  for (const { row, cells } of body) {
    if (cells.length !== columns.length) {
      report(row, null, 'cell-count', `Raden har ${cells.length} kolumner; den ska ha ${columns.length}.`);
      continue;
    }
    const named = { number: '', heading: '', text: '', kind: '', critical: '', focusArea: '', verification: '' };
    columns.forEach((column, index) => {
      if (column) named[column] = cells[index] ?? '';
    });
    const clause = readClause(row, named, rowOfNumber, report);
    if (clause) clauses.push(clause);
  }
  return { clauses, errors };
}
