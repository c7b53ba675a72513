import { type CalendarDate, dateParts, stockholmDate, stockholmTime, weekday } from './calendar-date.js';

const WEEKDAYS = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'] as const;
const MONTHS = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
] as const;
const SHORT_MONTHS = ['jan', 'feb', 'mars', 'apr', 'maj', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec'] as const;

/** The space that keeps a number with its thousands or its unit on one line. */
const NO_BREAK_SPACE = '\u00a0';
const MINUS = '\u2212';

/** '11 januari 2027'. */
export function formatDate(date: CalendarDate): string {
  const { year, month, day } = dateParts(date);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** 'måndag 11 januari 2027'. */
export function formatDateLong(date: CalendarDate): string {
  return `${WEEKDAYS[weekday(date) - 1]} ${formatDate(date)}`;
}

/** '20 nov', for tight places where the year is plain from the context. */
export function formatDateShort(date: CalendarDate): string {
  const { month, day } = dateParts(date);
  return `${day} ${SHORT_MONTHS[month - 1]}`;
}

/** '11 januari 2027 kl. 14:32' in Swedish time. */
export function formatInstant(instant: Date): string {
  return `${formatDate(stockholmDate(instant))} kl. ${stockholmTime(instant)}`;
}

/**
 * A number as Swedes write it: decimal comma, no-break space between thousands, a true minus sign. At most so many
 * decimals (0–10), and no zeros at the end of them.
 * @throws RangeError for a number that is not finite.
 */
export function formatNumber(value: number, maxDecimals = 2): string {
  if (!Number.isFinite(value)) throw new RangeError(`Not a number that can be written: ${value}`);
  const [whole = '0', decimals = ''] = Math.abs(value).toFixed(maxDecimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NO_BREAK_SPACE);
  const rest = decimals.replace(/0+$/, '');
  const text = rest ? `${grouped},${rest}` : grouped;
  return value < 0 && text !== '0' ? `${MINUS}${text}` : text;
}

/** '77,8 %' of 77.8 (per cent, not a fraction), with at most so many decimals. @throws RangeError if not finite. */
export function formatPercent(percent: number, maxDecimals = 0): string {
  return `${formatNumber(percent, maxDecimals)}${NO_BREAK_SPACE}%`;
}
