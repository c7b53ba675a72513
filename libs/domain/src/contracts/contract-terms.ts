import {
  addMonths,
  calendarDate,
  type CalendarDate,
  dateParts,
  daysInMonth,
  isCalendarDate,
} from '../calendar/calendar-date.js';

/** One option to extend a contract: by so many months after what came before it, or until a date. */
export type ExtensionOption = { readonly months: number } | { readonly until: CalendarDate };

/** When a contract runs. No end means until further notice. The options are taken in their order. */
export interface ContractTerms {
  readonly start: CalendarDate;
  readonly end?: CalendarDate | null;
  readonly extensionOptions?: readonly ExtensionOption[];
  /** The last day the contract can have, with every extension. An option need not reach it. */
  readonly latestEnd?: CalendarDate | null;
}

/** What can be wrong with the terms of a contract. */
export const CONTRACT_TERM_PROBLEM_CODES = [
  'start-invalid',
  'end-invalid',
  'latest-end-invalid',
  'end-before-start',
  'latest-end-before-end',
  'option-without-end',
  'option-invalid',
  'option-not-later',
  'option-past-latest-end',
] as const;
export type ContractTermProblemCode = (typeof CONTRACT_TERM_PROBLEM_CODES)[number];

/** One problem, at the field where it is mended. */
export interface ContractTermProblem {
  readonly code: ContractTermProblemCode;
  readonly field: 'start' | 'end' | 'latestEnd' | `extensionOptions.${number}`;
}

const LONGEST_OPTION_IN_MONTHS = 240;

/** A term that ends with a month ends with a month when it is extended too: 28 February + 24 months is 29 February. */
function extendedBy(end: CalendarDate, months: number): CalendarDate {
  const later = dateParts(addMonths(end, months));
  const { year, month, day } = dateParts(end);
  const endsWithMonth = day === daysInMonth(year, month);
  return calendarDate(later.year, later.month, endsWithMonth ? daysInMonth(later.year, later.month) : later.day);
}

/** The end that an option gives, or null if the option is not valid. */
export function extendedEnd(end: CalendarDate, option: ExtensionOption): CalendarDate | null {
  if ('until' in option) return isCalendarDate(option.until) ? option.until : null;
  const valid = Number.isInteger(option.months) && option.months >= 1 && option.months <= LONGEST_OPTION_IN_MONTHS;
  return valid ? extendedBy(end, option.months) : null;
}

function optionProblems(
  options: readonly ExtensionOption[],
  end: CalendarDate | null,
  latestEnd: CalendarDate | null,
): ContractTermProblem[] {
  const problems: ContractTermProblem[] = [];
  let current = end;
  options.forEach((option, index) => {
    const report = (code: ContractTermProblemCode): void => {
      problems.push({ code, field: `extensionOptions.${index}` });
    };
    if (current === null) return report('option-without-end');
    const next = extendedEnd(current, option);
    if (next === null) return report('option-invalid');
    if (next <= current) return report('option-not-later');
    if (latestEnd !== null && next > latestEnd) report('option-past-latest-end');
    current = next;
  });
  return problems;
}

/** What does not hold together in the terms of a contract; empty if they may be saved. */
export function contractTermProblems(terms: ContractTerms): readonly ContractTermProblem[] {
  const problems: ContractTermProblem[] = [];
  const end = terms.end ?? null;
  const latestEnd = terms.latestEnd ?? null;
  if (!isCalendarDate(terms.start)) problems.push({ code: 'start-invalid', field: 'start' });
  if (end !== null && !isCalendarDate(end)) problems.push({ code: 'end-invalid', field: 'end' });
  if (latestEnd !== null && !isCalendarDate(latestEnd)) {
    problems.push({ code: 'latest-end-invalid', field: 'latestEnd' });
  }
  if (problems.length > 0) return problems;
  if (end !== null && end < terms.start) problems.push({ code: 'end-before-start', field: 'end' });
  if (latestEnd !== null && latestEnd < (end ?? terms.start)) {
    problems.push({ code: 'latest-end-before-end', field: 'latestEnd' });
  }
  return [...problems, ...optionProblems(terms.extensionOptions ?? [], end, latestEnd)];
}
