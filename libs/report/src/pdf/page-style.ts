import type { VerdictSign } from '../document-model.js';
import { SIGN_COLOURS } from '../verdict-marks.js';

// Paper, ink, pine: the tokens of the screens, in points on A4.

export const INK = '#1c2326';
export const INK_QUIET = '#4a5459';
export const PINE = '#0f5257';
export const LINE = '#d9d6cd';
export const LINE_STRONG = '#857f72';

export const PAGE = { width: 595.28, height: 841.89 };
export const MARGINS = { left: 56, right: 56, top: 66, bottom: 60 };
export const CONTENT_WIDTH = PAGE.width - MARGINS.left - MARGINS.right;

export const DEFAULT_STYLE = { font: 'Sans', fontSize: 10.5, lineHeight: 1.14, color: INK };

/** Size, spacing and the room a heading needs below its top, so that it never stands alone at a page's foot. */
export const HEADINGS = {
  1: { fontSize: 24, margin: [0, 22, 0, 2], family: 'Serif', roomBelow: 0, lineHeight: 1.15 },
  2: { fontSize: 16, margin: [0, 20, 0, 5], family: 'Serif', roomBelow: 130, lineHeight: 1.2 },
  3: { fontSize: 12.5, margin: [0, 12, 0, 3], family: 'Sans', roomBelow: 110, lineHeight: 1.2 },
  4: { fontSize: 11, margin: [0, 9, 0, 1], family: 'Sans', roomBelow: 95, lineHeight: 1.2 },
} as const;

/** pdfmake's table layouts of the report. The rule under a repeated header row is drawn on each page. */
export const TABLE_LAYOUTS = {
  report: {
    hLineWidth: (row: number, node: { table: { headerRows: number } }) => (row === node.table.headerRows ? 0.9 : 0.5),
    hLineColor: (row: number, node: { table: { headerRows: number } }) =>
      row === node.table.headerRows ? LINE_STRONG : LINE,
    vLineWidth: () => 0,
    paddingLeft: (column: number) => (column === 0 ? 0 : 6),
    paddingRight: () => 6,
    paddingTop: () => 4,
    paddingBottom: () => 4,
  },
  header: {
    hLineWidth: (row: number) => (row === 1 ? 0 : 0.7),
    hLineColor: () => LINE_STRONG,
    vLineWidth: () => 0,
    paddingLeft: () => 0,
    paddingRight: () => 12,
    paddingTop: (row: number) => (row === 0 ? 5 : 0),
    paddingBottom: (row: number) => (row === 0 ? 0 : 5),
  },
  facts: {
    hLineWidth: () => 0.7,
    hLineColor: () => LINE_STRONG,
    vLineWidth: () => 0,
    paddingLeft: (column: number) => (column === 0 ? 0 : 10),
    paddingRight: () => 0,
    paddingTop: () => 7,
    paddingBottom: () => 6,
  },
  quote: {
    hLineWidth: () => 0,
    vLineWidth: (column: number) => (column === 0 ? 1.8 : 0),
    vLineColor: () => LINE_STRONG,
    paddingLeft: () => 10,
    paddingRight: () => 0,
    paddingTop: () => 0,
    paddingBottom: () => 0,
  },
  ...Object.fromEntries(
    (Object.keys(SIGN_COLOURS) as VerdictSign[]).map((sign) => [
      `outcome ${sign}`,
      {
        hLineWidth: () => 0,
        vLineWidth: (column: number) => (column === 0 ? 5 : 0),
        vLineColor: () => SIGN_COLOURS[sign].ink,
        fillColor: () => SIGN_COLOURS[sign].tint,
        paddingLeft: () => 12,
        paddingRight: () => 12,
        paddingTop: () => 8,
        paddingBottom: () => 8,
      },
    ]),
  ),
};
