import { readFile } from 'node:fs/promises';
import yauzl from 'yauzl';
import { decodeClauseFile, parseClauseCsv } from '../contracts/clause-csv-text.js';
import { Problem } from '../http/problem.js';

/** A cell as the file holds it. */
export type SheetCell = string | number | boolean | Date | null;

/** The cells of a file that was filled in, from row 1, and the addresses of those that hold formulas. */
export interface AnswerSheet {
  readonly rows: readonly (readonly SheetCell[])[];
  readonly formulas: ReadonlySet<string>;
}

const MAX_ROWS = 2_000;
const MAX_COLUMNS = 60;
const MAX_UNPACKED = 60_000_000;
/** What a formula begins with where all is text, also after the mark that makes it harmless. */
const HARMLESS = /^'+[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/u;

/**
 * The tag of a row or a cell with its attributes, in whose values a > may stand. No < may, so that what never ends is not
 * read over and over.
 */
const ROW_OR_CELL = /<(?:\w+:)?(row|c)(?=[\s/>])((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/gu;
const ADDRESS = /\sr\s*=\s*["']([A-Z]*)(\d+)["']/u;

/** Reads a CSV. @throws Problem 400 'too-many-rows', 'unreadable'. */
export async function readCsvSheet(path: string): Promise<AnswerSheet> {
  const parsed = parseClauseCsv(decodeClauseFile(await readFile(path)));
  if ('error' in parsed) throw atFile('unreadable', `Rad ${parsed.error.row}: ${parsed.error.message}`);
  if (parsed.rows.length > MAX_ROWS) throw tooManyRows();
  const formulas = new Set<string>();
  const rows = parsed.rows.map((cells, row) =>
    cells.map((cell, column) => {
      if (/^[=\uFF1D]/u.test(cell)) formulas.add(addressOf(row, column));
      return HARMLESS.test(cell) ? cell.slice(1) : cell;
    }),
  );
  return { rows, formulas };
}

/**
 * Reads the first sheet of a workbook that `checkUpload` has let through. Everything is unpacked here first, with the sizes
 * counted as they come, since what an archive says about itself need not be true.
 * @throws Problem 400 'too-many-rows', 'file-unpacks-too-large', 'unreadable'.
 */
export async function readWorkbookSheet(path: string): Promise<AnswerSheet> {
  // Loaded when it is needed, as exceljs: a process that has just started answers all the sooner.
  const { readSheet } = await import('read-excel-file/node');
  const parts = await unpack(path);
  const sheets = [...parts].filter(([name]) => name.startsWith('xl/worksheets/'));
  // A tag that begins inside another is not XML, and costs the reader far more than its length.
  if ([...parts.values()].some((xml) => /<[^<>]*</u.test(xml))) throw unreadable();
  for (const [, xml] of sheets) checkExtent(xml);
  const first = parts.get(firstSheetPath(parts));
  if (first === undefined) throw unreadable();
  try {
    const rows = (await readSheet(path, 1, { trim: false })) as unknown as SheetCell[][];
    return { rows, formulas: formulasOf(first) };
  } catch {
    throw unreadable();
  }
}

async function unpack(path: string): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  let unpacked = 0;
  const zip = await yauzl.openPromise(path, { lazyEntries: true, validateEntrySizes: true, autoClose: false });
  try {
    for await (const entry of zip.eachEntry()) {
      const kept: Buffer[] = [];
      const isXml =
        /^xl\/(?:(?:workbook|sharedStrings|styles)\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/u.test(
          entry.fileName,
        );
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        unpacked += (chunk as Buffer).length;
        if (unpacked > MAX_UNPACKED) {
          throw atFile('file-unpacks-too-large', 'Filen blir för stor när den packas upp och tas inte emot.');
        }
        if (isXml) kept.push(chunk as Buffer);
      }
      if (isXml) parts.set(entry.fileName, Buffer.concat(kept).toString('utf8'));
    }
  } catch (error) {
    throw error instanceof Problem ? error : atFile('file-cut-off', 'Filen är avklippt eller skadad. Skicka den igen.');
  } finally {
    zip.close();
  }
  return parts;
}

/** A single cell far down or far out would make as many empty ones on its way there. */
function checkExtent(xml: string): void {
  let rows = 0;
  let cells = 0;
  for (const [, tag, attributes = ''] of xml.matchAll(ROW_OR_CELL)) {
    rows += tag === 'row' ? 1 : 0;
    cells = tag === 'row' ? 0 : cells + 1;
    const [, letters = '', digits = ''] = ADDRESS.exec(attributes) ?? [];
    if (rows > MAX_ROWS || Number(digits) > MAX_ROWS) throw tooManyRows();
    if (cells > MAX_COLUMNS || letters.length > 2 || columnOf(letters) > MAX_COLUMNS) {
      throw atFile('too-many-columns', 'Filen har för många kolumner. Använd mallen som den är.');
    }
  }
}

function formulasOf(xml: string): Set<string> {
  const formulas = new Set<string>();
  for (const cell of xml.split(/<(?:\w+:)?c(?=[\s>])/u).slice(1)) {
    const [, letters, digits] = ADDRESS.exec(cell) ?? [];
    if (letters && digits && /<(?:\w+:)?f[\s>/]/u.test(cell)) formulas.add(letters + digits);
  }
  return formulas;
}

/** The path of the sheet that stands first in the workbook; empty where the workbook does not say. */
function firstSheetPath(parts: ReadonlyMap<string, string>): string {
  const sheet = /<(?:\w+:)?sheet\s[^<>]*\s\w+:id=["']([^"'<>]+)["']/u.exec(parts.get('xl/workbook.xml') ?? '')?.[1];
  const relations = (parts.get('xl/_rels/workbook.xml.rels') ?? '').match(/<(?:\w+:)?Relationship\s[^<>]*>/gu) ?? [];
  const relation = relations.find((one) => /\sId=["']([^"']+)["']/u.exec(one)?.[1] === sheet);
  const target = /\sTarget=["']([^"']+)["']/u.exec(relation ?? '')?.[1] ?? '';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function addressOf(row: number, column: number): string {
  return String.fromCharCode(65 + Math.min(column, 25)) + String(row + 1);
}

function unreadable(): Problem {
  return atFile('unreadable', 'Filen kunde inte läsas. Spara den som .xlsx och försök igen.');
}

function tooManyRows(): Problem {
  return atFile('too-many-rows', 'Filen har för många rader. Använd mallen som den är, med en rad för varje fråga.');
}

function atFile(code: string, message: string): Problem {
  return new Problem(400, code, message, { errors: [{ field: 'file', message }] });
}
