import { isCalendarDate } from '../calendar/calendar-date.js';
import type { Answers, AnswerValue } from './question.js';

type AnswerRecord = Readonly<Record<string, unknown>>;

const SHAPES: Readonly<Record<AnswerValue['kind'], (value: AnswerRecord) => boolean>> = {
  'yes-no': (value) => holds(value, { yes: isBoolean }),
  number: (value) => holds(value, { number: isFiniteNumber }),
  share: (value) => holds(value, { n: isFiniteNumber, of: isFiniteNumber }),
  date: (value) => holds(value, { date: isString }),
  choice: (value) => holds(value, { option: isString }),
  'multiple-choice': (value) =>
    holds(value, { options: (options) => Array.isArray(options) && options.every(isString) }),
  text: (value) => holds(value, { text: isString }),
  table: (value) => holds(value, { rows: (rows) => Array.isArray(rows) && rows.every(isRow) }),
};

/**
 * Whether a value from outside (JSON) has exactly the shape of an answer: a known kind with its parts, and nothing else.
 * It says nothing about bounds; `answerFaults` does.
 */
export function isAnswerValue(value: unknown): value is AnswerValue {
  if (!isPlainObject(value)) return false;
  const { kind } = value;
  if (typeof kind !== 'string' || !Object.hasOwn(SHAPES, kind)) return false;
  return SHAPES[kind as AnswerValue['kind']](value);
}

/** Whether an answer says nothing: an empty text, no option chosen, a table without rows. It counts as no answer. */
export function isBlankAnswer(value: AnswerValue): boolean {
  if (value.kind === 'text') return value.text.trim() === '';
  if (value.kind === 'multiple-choice') return value.options.length === 0;
  if (value.kind === 'table') return value.rows.length === 0;
  return false;
}

/** The answer to a question, or null where there is none. Never what an object inherits. */
export function answerTo(answers: Answers, questionId: string): AnswerValue | null {
  return Object.hasOwn(answers, questionId) ? (answers[questionId] ?? null) : null;
}

/** Whether a value is an object of JSON, no list. */
export function isPlainObject(value: unknown): value is AnswerRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The years in which an answer's date can lie. */
export const FIRST_ANSWER_YEAR = 1900;
export const LAST_ANSWER_YEAR = 2100;

/** Whether a text is a day that exists, written YYYY-MM-DD, within the years an answer can hold. */
export function isAnswerDate(text: string): boolean {
  if (!isCalendarDate(text)) return false;
  const year = Number(text.slice(0, 4));
  return year >= FIRST_ANSWER_YEAR && year <= LAST_ANSWER_YEAR;
}

/** Whether a text holds what no one can write or store: control characters other than line breaks and tabs, half letters. */
export function hasUnwritable(text: string): boolean {
  return /(?![\n\r\t])[\p{Cc}\p{Cs}]/u.test(text);
}

function holds(value: AnswerRecord, parts: Readonly<Record<string, (part: unknown) => boolean>>): boolean {
  const names = Object.keys(parts);
  return (
    Object.keys(value).length === names.length + 1 &&
    names.every((name) => Object.hasOwn(value, name) && parts[name]?.(value[name]) === true)
  );
}

function isRow(row: unknown): boolean {
  return isPlainObject(row) && Object.values(row).every(isString);
}

function isBoolean(part: unknown): part is boolean {
  return typeof part === 'boolean';
}

function isString(part: unknown): part is string {
  return typeof part === 'string';
}

function isFiniteNumber(part: unknown): part is number {
  return typeof part === 'number' && Number.isFinite(part);
}
