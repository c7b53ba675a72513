import { parse } from 'csv-parse/sync';
import type { ClauseImportError } from '@insyn/api-schema';

const DELIMITERS = [';', '\t', ','] as const;
const LONGEST_ROW = 50_000;

/**
 * The cells of a pasted or uploaded text. The delimiter is the one that stands most often in the first row that is not
 * empty; a mark at the start, Windows line ends and line breaks inside quotes are read as they should.
 */
export function parseClauseCsv(text: string): { rows: string[][] } | { error: ClauseImportError } {
  const broken = text.indexOf('\0');
  if (broken >= 0) {
    return { error: fault(text.slice(0, broken).split('\n').length, 'not-text', 'Filen är inte en textfil.') };
  }
  try {
    const rows = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: LONGEST_ROW,
    });
    return { rows };
  } catch (error) {
    return { error: faultOf(error) };
  }
}

/** The text of a file as Excel and others save it: UTF-8 or UTF-16 with their marks, or Windows-1252. */
export function decodeClauseFile(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function delimiterOf(text: string): string {
  const firstRow = /[^\r\n]*\S[^\r\n]*/.exec(text.slice(0, LONGEST_ROW))?.[0] ?? '';
  const outsideQuotes = firstRow.replace(/"(?:[^"]|"")*"/g, '');
  const counts = DELIMITERS.map((delimiter) => outsideQuotes.split(delimiter).length - 1);
  const most = Math.max(...counts);
  return DELIMITERS[counts.indexOf(most)] ?? ';';
}

function faultOf(error: unknown): ClauseImportError {
  const { code, records } = error as { code?: string; records?: number };
  if (code?.startsWith('CSV_') !== true) throw error;
  const row = (records ?? 0) + 1;
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return fault(row, 'quote-not-closed', 'Ett citattecken öppnas men stängs aldrig.');
  if (code === 'CSV_MAX_RECORD_SIZE') {
    return fault(row, 'row-too-long', 'Raden är för lång. Kontrollera att ett citattecken inte saknas.');
  }
  return fault(row, 'row-broken', 'Raden går inte att läsa.');
}

function fault(row: number, code: string, message: string): ClauseImportError {
  return { row, column: null, code, message };
}
