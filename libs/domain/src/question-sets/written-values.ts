import { calendarDate } from '../calendar/calendar-date.js';
import { formatDate, formatNumber } from '../calendar/swedish-format.js';
import { hasUnwritable, isAnswerDate } from './answer-value.js';
import { type ColumnKind, QUESTION_LIMITS } from './question.js';

const MONTHS = Array.from(
  { length: 12 },
  (_, month) => formatDate(calendarDate(2000, month + 1, 1)).split(' ')[1] ?? '',
);
const SPACES = '[ \\u00a0\\u2009\\u202f]';
const WHOLE = `(?:\\d{1,3}(?:${SPACES}\\d{3})+|\\d+)`;
const NUMBER = new RegExp(`^([-\\u2212])?${SPACES}?(${WHOLE})(?:,(\\d+))?$`, 'u');
const DOTTED = /^([-\u2212])?(\d+)\.(\d+)$/u;
const SHARE = new RegExp(`^(${WHOLE})\\s*(?:av|/)\\s*(${WHOLE})$`, 'iu');

/** n of N as two numbers. */
export interface WrittenShare {
  readonly n: number;
  readonly of: number;
}

/**
 * A number as Swedes write it ("1 234,5", "−3"), or null. A decimal point is read too ("12.5"), but not where it may
 * stand between thousands ("1.234").
 */
export function numberFromText(text: string): number | null {
  const trimmed = text.trim();
  const dotted = DOTTED.exec(trimmed);
  if (dotted && dotted[3]?.length === 3 && (dotted[2]?.length ?? 0) <= 3 && dotted[2] !== '0') return null;
  const match = dotted ?? NUMBER.exec(trimmed);
  if (!match) return null;
  const amount = Number(`${(match[2] ?? '').replace(/\D/gu, '')}.${match[3] ?? '0'}`);
  if (!Number.isFinite(amount)) return null;
  return match[1] && amount !== 0 ? -amount : amount;
}

/** A number as Swedes write it, with as many decimals as it has (at most ten). */
export function numberAsText(value: number): string {
  const written = String(value);
  const decimals = written.includes('e') ? 10 : Math.min(10, written.split('.')[1]?.length ?? 0);
  return formatNumber(value, decimals);
}

/** "7 av 9" or "7/9" as n of N, or null. It does not ask whether n is at most N. */
export function shareFromText(text: string): WrittenShare | null {
  const match = SHARE.exec(text.trim());
  if (!match) return null;
  const [n, of] = [match[1], match[2]].map((part) => Number((part ?? '').replace(/\D/gu, '')));
  return { n: n ?? 0, of: of ?? 0 };
}

/**
 * A date as YYYY-MM-DD, or null. Read are "2026-11-20", "20.11.2026" and "20 november 2026"; "20/11/2026" is not, since
 * day and month can be mistaken for each other.
 */
export function dateFromText(text: string): string | null {
  const trimmed = text.trim();
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u.exec(trimmed);
  const worded = /^(\d{1,2})\s(\p{L}+)\s(\d{4})$/u.exec(trimmed);
  const month = worded ? MONTHS.indexOf((worded[2] ?? '').toLowerCase()) + 1 : Number(dotted?.[2]);
  const match = worded ?? dotted;
  const date = match ? `${match[3]}-${twoDigits(month)}-${twoDigits(Number(match[1]))}` : trimmed;
  return isAnswerDate(date) ? date : null;
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}

/** What is wrong with n of N, or null. */
export function shareFault({ n, of }: WrittenShare): string | null {
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(of) || n < 0 || of < 0)
    return 'Ange hela tal, till exempel 7 av 9';
  if (n > of) return `${numberAsText(n)} kan inte vara fler än ${numberAsText(of)}`;
  if (of > QUESTION_LIMITS.amount) return `Talet får vara högst ${numberAsText(QUESTION_LIMITS.amount)}`;
  return null;
}

/** What is wrong with a filled cell of a table by what its column holds, or null. */
export function cellFault(kind: ColumnKind, cell: string): string | null {
  if (cell.length > QUESTION_LIMITS.tableCell) return `högst ${QUESTION_LIMITS.tableCell} tecken`;
  if (hasUnwritable(cell) || /[|\n\r]/u.test(cell)) return 'skriv på en rad, utan tecknet |';
  if (kind === 'number') {
    const amount = numberFromText(cell);
    if (amount === null) return 'skriv ett tal, till exempel 1 234,5';
    return Math.abs(amount) > QUESTION_LIMITS.amount ? `högst ${numberAsText(QUESTION_LIMITS.amount)}` : null;
  }
  if (kind === 'share') {
    const share = /\bav\b/iu.test(cell) ? shareFromText(cell) : null;
    if (share === null) return 'skriv till exempel 7 av 9';
    return shareFault(share);
  }
  if (kind === 'date' && !isAnswerDate(cell.trim())) return 'skriv datumet som 2026-11-20';
  return null;
}

/** A cell of a table as it is stored: "7/9" becomes "7 av 9", a date YYYY-MM-DD. What cannot be read stays as it is. */
export function storedCell(kind: ColumnKind, cell: string): string {
  const trimmed = cell.trim();
  if (kind === 'date') return dateFromText(trimmed) ?? trimmed;
  if (kind === 'share') {
    const share = shareFromText(trimmed);
    return share === null ? trimmed : `${share.n} av ${share.of}`;
  }
  return trimmed;
}
