/** The longest case number, in characters. */
export const MAX_CASE_NUMBER_LENGTH = 60;

/** The pattern that a committee has until it sets its own. */
export const DEFAULT_CASE_NUMBER_PATTERN = '{prefix}/{year}/{number:4}/{classification}';

/** What a case number of the own series is made of. */
export interface CaseNumberParts {
  /** The committee's letters: 'SON'. */
  readonly prefix: string;
  readonly year: number;
  /** The running number within the year, from 1. */
  readonly number: number;
  /** The code of the municipality's classification: '739'. */
  readonly classification: string;
}

const FIELD = /\{(prefix|year|classification|number(?::([1-9]))?)\}/g;
const ALLOWED = /^[\p{L}\d/:\- ]+$/u;

/** What can be wrong with a pattern. */
export type CaseNumberPatternProblem = 'unknown-field' | 'number-missing' | 'year-missing' | 'characters' | 'too-long';

/** What is wrong with a pattern; empty if every number made by it is its own and can be registered. */
export function caseNumberPatternProblems(pattern: string): readonly CaseNumberPatternProblem[] {
  const problems: CaseNumberPatternProblem[] = [];
  const literal = pattern.replace(FIELD, '');
  if (/[{}]/.test(literal)) problems.push('unknown-field');
  else if (literal && !ALLOWED.test(literal)) problems.push('characters');
  if (!/\{number(?::[1-9])?\}/.test(pattern)) problems.push('number-missing');
  if (!pattern.includes('{year}')) problems.push('year-missing');
  if (pattern.length > MAX_CASE_NUMBER_LENGTH) problems.push('too-long');
  return problems;
}

/**
 * A case number of the own series: '{prefix}/{year}/{number:4}/{classification}' gives 'SON/2024/0476/739'. A running
 * number longer than its width is written in full.
 * @throws RangeError for a pattern or parts that cannot make a case number.
 */
export function formatCaseNumber(pattern: string, parts: CaseNumberParts): string {
  const [problem] = caseNumberPatternProblems(pattern);
  if (problem) throw new RangeError(`The pattern ${JSON.stringify(pattern)} cannot make case numbers: ${problem}`);
  if (!Number.isInteger(parts.number) || parts.number < 1) {
    throw new RangeError(`The running number must be a whole number from 1, not ${parts.number}`);
  }
  const written = pattern.replace(FIELD, (_, field: string, width: string | undefined) => {
    if (field === 'prefix') return parts.prefix;
    if (field === 'classification') return parts.classification;
    if (field === 'year') return String(parts.year);
    return String(parts.number).padStart(Number(width ?? 1), '0');
  });
  const result = normaliseCaseNumber(written);
  if (!result.ok) throw new RangeError(`${JSON.stringify(written)} is no case number: ${result.error}`);
  return result.value;
}

/** Why a text is no case number. */
export const CASE_NUMBER_ERRORS = ['missing', 'characters', 'digit-missing', 'too-long'] as const;
export type CaseNumberError = (typeof CASE_NUMBER_ERRORS)[number];

export type CaseNumberResult =
  { readonly ok: true; readonly value: string } | { readonly ok: false; readonly error: CaseNumberError };

/**
 * A case number typed in from the municipality's register, in one way of writing, so that the same is known again:
 * capital letters, plain hyphens, single spaces and none around a separator, without a leading 'Dnr'. It holds letters,
 * digits, '/', '-' and ':', at least one digit, and at most 60 characters.
 */
export function normaliseCaseNumber(text: string): CaseNumberResult {
  const value = text
    .normalize('NFC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:dnr|diarienr|diarienummer)(?:[.:]+ ?| )/i, '')
    .replace(/ ?([/:-]) ?/g, '$1')
    .toUpperCase();
  if (!value) return { ok: false, error: 'missing' };
  if (!ALLOWED.test(value)) return { ok: false, error: 'characters' };
  if (!/\d/.test(value)) return { ok: false, error: 'digit-missing' };
  if (value.length > MAX_CASE_NUMBER_LENGTH) return { ok: false, error: 'too-long' };
  return { ok: true, value };
}
