/** The columns of a file of clauses, in the order they have where the file has no header. */
export const CLAUSE_COLUMNS = ['number', 'heading', 'text', 'kind', 'critical', 'focusArea', 'verification'] as const;
export type ClauseColumn = (typeof CLAUSE_COLUMNS)[number];

const WORDS: Record<ClauseColumn, readonly string[]> = {
  number: ['nummer', 'nr', 'punkt', 'avtalspunkt', 'paragraf', '§'],
  heading: ['rubrik', 'namn', 'titel'],
  text: ['text', 'lydelse', 'avtalstext', 'beskrivning'],
  kind: ['typ', 'slag'],
  critical: ['kritisk', 'kritiskt'],
  focusArea: ['fokusområde', 'område'],
  verification: ['verifiering', 'verifieras', 'följs upp genom', 'uppföljningssätt'],
};

const COLUMN_OF_WORD = new Map<string, ClauseColumn>(
  CLAUSE_COLUMNS.flatMap((column) => WORDS[column].map((word) => [word, column] as const)),
);

/** The column that a header cell names, or null. Case and a sign at the end ('Nr.', 'Kritisk?') do not matter. */
export function columnOf(cell: string): ClauseColumn | null {
  const word = cell
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[.:?*]+$/, '');
  return COLUMN_OF_WORD.get(word) ?? null;
}

/**
 * Tells whether a row is a header: it begins with a column's name, or holds two of them. A row that begins with a number
 * is a clause, even one whose heading is 'Text'.
 */
export function isHeader(cells: readonly string[]): boolean {
  const [first = ''] = cells;
  if (/\d/.test(first)) return false;
  return columnOf(first) !== null || cells.filter((cell) => columnOf(cell) !== null).length >= 2;
}
