import type { Cell, DefinitionsBlock, TableBlock } from '../document-model.js';
import { INK, INK_QUIET } from './page-style.js';
import type { StructureNode } from './structure-tree.js';

/** A node of pdfmake's content. Its vocabulary is open, so it is checked by the specs that read the PDF back. */
export type Node = Record<string, unknown>;

/** Letters of table text on a line as wide as the page. */
const LETTERS_A_LINE = 95;

/** A row of more lines than this may break over pages. pdfmake loses what it keeps together and finds no room for. */
const MOST_LINES_UNBROKEN = 20;

/** A table of so few and so short rows stays on one page. */
const MOST_ROWS_KEPT = 6;
const MOST_LINES_KEPT = 4;

/** Heights of a data table in points, rather too much than too little: a line, a row's padding, caption and header row. */
const LINE_HEIGHT = 13.5;
const ROW_PADDING = 8.5;
const CAPTION_AND_HEADER = 64;

/** The header table's columns: date, case number, person, version. */
const HEADER_WIDTHS = ['17%', '27%', '44%', '12%'];
const SHORT_HEADER_WIDTHS = ['22%', '34%'];

/** A table that only lays out what stands in it; readers of the structure do not meet it. */
export function presentation(body: Node[][], widths: unknown[], layout: string): Node {
  return { table: { body, widths }, layout };
}

/** A table of data with its caption, its header row repeated on each page, and row headers where it has them. */
export function dataTable(
  block: TableBlock,
  table: StructureNode,
  text: (words: string) => Node[],
  cellContent: (cell: Cell, parent: StructureNode) => Node[],
): Node {
  const caption = {
    text: text(block.caption),
    structure: table.add('Caption'),
    bold: true,
    fontSize: 9.5,
    margin: [0, 6, 0, 2],
  };
  const total = block.columns.reduce((sum, column) => sum + column.width, 0);
  const align = (column: number): string => (block.columns[column]?.numeric ? 'right' : 'left');

  const head = table.add('THead').add('TR');
  const header = block.columns.map(({ title }, column) => {
    const structure = head.add('TH', { scope: 'Column' }).add('P', { repeated: true });
    return { text: text(title), structure, bold: true, fontSize: 9, color: INK_QUIET, alignment: align(column) };
  });

  const tableBody = table.add('TBody');
  const rows = block.rows.map((cells) => {
    const row = tableBody.add('TR');
    return cells.map((cell, column) => {
      const isHeader = block.rowHeaders && column === 0;
      const parent = isHeader ? row.add('TH', { scope: 'Row' }) : row.add('TD');
      return { stack: cellContent(cell, parent), alignment: align(column), bold: isHeader && !cell.mark };
    });
  });
  const keepsRows = linesOfRows(block).every((count) => count <= MOST_LINES_UNBROKEN);
  const content = {
    table: {
      body: [header, ...rows],
      widths: block.columns.map((column) => `${(column.width / total) * 100}%`),
      headerRows: 1,
      ...(keepsRows ? { keepWithHeaderRows: 1, dontBreakRows: true } : {}),
    },
    layout: 'report',
    fontSize: 9.5,
    color: INK,
  };
  return {
    stack: [caption, content],
    margin: [0, 0, 0, 8],
    ...(keptHeight(block) === null ? { roomBelow: 90 } : { unbreakable: true }),
  };
}

/** About how high a table is that stays on one page, in points, with its caption; null for one that may break. */
export function keptHeight(block: TableBlock): number | null {
  const lines = linesOfRows(block);
  if (lines.length > MOST_ROWS_KEPT || lines.some((count) => count > MOST_LINES_KEPT)) return null;
  return lines.reduce((sum, count) => sum + count * LINE_HEIGHT + ROW_PADDING, CAPTION_AND_HEADER);
}

/** Terms and values as a table: the header table with its terms on top, or terms as row headers. */
export function definitionTable(block: DefinitionsBlock, table: StructureNode, text: (words: string) => Node[]): Node {
  if (block.layout === 'columns') {
    const head = table.add('THead').add('TR');
    const terms = block.items.map(({ term }) => {
      const structure = head.add('TH', { scope: 'Column' }).add('P');
      return { text: text(term), structure, fontSize: 8.5, color: INK_QUIET };
    });
    const row = table.add('TBody').add('TR');
    const values = block.items.map(({ value }) => ({
      text: text(value),
      structure: row.add('TD').add('P'),
      fontSize: 9.5,
    }));
    const given = block.items.length < HEADER_WIDTHS.length ? SHORT_HEADER_WIDTHS : HEADER_WIDTHS;
    const widths = block.items.map((_, column) => given[column] ?? '*');
    return { table: { body: [terms, values], widths }, layout: 'header', lineHeight: 1.2 };
  }
  const body = block.items.map(({ term, value }) => {
    const row = table.add('TR');
    const header = row.add('TH', { scope: 'Row' }).add('P');
    const cell = row.add('TD').add('P');
    return [
      { text: text(term), structure: header, color: INK_QUIET },
      { text: text(value), structure: cell },
    ];
  });
  return { table: { body, widths: [92, '*'], headerRows: 0 }, layout: 'report', fontSize: 9.5, margin: [0, 0, 0, 6] };
}

function linesOfRows({ columns, rows }: TableBlock): number[] {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const shares = columns.map((column) => column.width / total);
  return rows.map((cells) => linesOf(cells, shares));
}

/** About how many lines the highest cell of a row takes; long words and narrow columns make it more, never less. */
function linesOf(cells: readonly Cell[], shares: readonly number[]): number {
  const heights = cells.map(({ paragraphs }, column) => {
    const letters = Math.max(4, LETTERS_A_LINE * (shares[column] ?? 1));
    const lines = paragraphs.map((content) => {
      const length = content.reduce((sum, { text }) => sum + text.length, 0);
      return Math.ceil((length * 1.15) / letters);
    });
    return lines.reduce((sum, count) => sum + Math.max(1, count), 0);
  });
  return Math.max(1, ...heights);
}
