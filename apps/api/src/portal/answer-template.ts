import { stringify } from 'csv-stringify/sync';
import { NO, type Question, YES } from '@insyn/domain';
import type { RequestRow } from '../answers/request-parts.js';
import { COLUMN, type SheetRow, sheetRows } from './answer-sheet.js';

/** What a spreadsheet takes for a formula, also where it has been made harmless already. */
const FORMULA = /^'*[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/u;
const WIDTHS = [10, 60, 40, 30, 50, 10, 10];
/** The longest list that a spreadsheet takes as the choices of a cell. */
const MAX_LIST = 255;

/** The template as CSV, as a Swedish spreadsheet opens it; no cell is a formula. */
export function csvTemplate(request: RequestRow): Buffer {
  const { header, rows } = sheetRows(request);
  const cells = [header, ...rows.map(cellsOf)].map((row) =>
    row.map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell)),
  );
  const form = { bom: true, delimiter: ';', record_delimiter: 'windows', quoted_match: /[\r\n]/u };
  return Buffer.from(stringify(cells, form));
}

/** The template as a workbook: one sheet, in which only answers and comments can be written. */
export async function xlsxTemplate(request: RequestRow): Promise<Buffer> {
  // Half a second and 35 MB at the start of every process otherwise, for a file that is asked for now and then.
  const { default: ExcelJS } = await import('exceljs');
  const { header, rows } = sheetRows(request);
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Svar', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = WIDTHS.map((width, index) => ({ width, hidden: index >= COLUMN.id }));
  sheet.addRow(header).font = { bold: true };
  for (const row of rows) {
    const added = sheet.addRow(cellsOf(row));
    added.alignment = { vertical: 'top', wrapText: true };
    const answer = added.getCell(COLUMN.answer + 1);
    const comment = added.getCell(COLUMN.comment + 1);
    for (const cell of row.question.kind === 'file' ? [comment] : [answer, comment]) {
      cell.protection = { locked: false };
      // As text, or a spreadsheet makes a date of "7/9".
      cell.numFmt = '@';
    }
    const choices = choicesOf(row.question);
    if (choices !== null) {
      answer.dataValidation = {
        ...{ type: 'list', allowBlank: true, formulae: [`"${choices.join(',')}"`], showErrorMessage: true },
        ...{ errorTitle: 'Svar', error: 'Välj ett av alternativen i listan.' },
      };
    }
  }
  await sheet.protect('', { formatColumns: true, formatRows: true, selectLockedCells: true });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function cellsOf({ question, answer, comment, help, start }: SheetRow): string[] {
  return [question.number, question.text, answer, comment, help, question.id, start];
}

/** The words to choose from in the cell, where a spreadsheet can hold them. */
function choicesOf({ kind, options }: Question): readonly string[] | null {
  if (kind === 'yes-no') return [YES, NO];
  if (kind !== 'choice' || options.some((option) => /[",]/u.test(option))) return null;
  return options.join(',').length <= MAX_LIST ? options : null;
}
