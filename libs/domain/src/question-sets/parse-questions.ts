import { FINDING_KINDS, SEVERITIES } from '../findings/finding.js';
import { isPlainObject } from './answer-value.js';
import { ANSWER_KINDS, COLUMN_KINDS, type Question, QUESTION_LIMITS } from './question.js';
import { type QuestionFault, type QuestionField, questionSetFaults } from './question-set-faults.js';

type Check = (part: unknown) => boolean;

const isText: Check = (part) => typeof part === 'string';
const isBound: Check = (part) => part === null || (typeof part === 'number' && Number.isFinite(part));
const isTexts: Check = (part) => Array.isArray(part) && part.every(isText);
const among =
  (values: readonly unknown[]): Check =>
  (part) =>
    values.includes(part);
const orNull =
  (check: Check): Check =>
  (part) =>
    part === null || check(part);
const listOf =
  (check: Check): Check =>
  (part) =>
    Array.isArray(part) && part.every(check);
const objectOf =
  (parts: Readonly<Record<string, Check>>): Check =>
  (part) =>
    isPlainObject(part) &&
    Object.keys(part).length === Object.keys(parts).length &&
    Object.entries(parts).every(([name, check]) => Object.hasOwn(part, name) && check(part[name]));

const PARTS: Readonly<Record<keyof Question, Check>> = {
  id: isText,
  number: isText,
  section: isText,
  text: isText,
  guidance: isText,
  legalGround: isText,
  clauseNumber: isText,
  kind: among(ANSWER_KINDS),
  required: (part) => typeof part === 'boolean',
  unit: isText,
  min: isBound,
  max: isBound,
  options: isTexts,
  columns: listOf(objectOf({ id: isText, text: isText, kind: among(COLUMN_KINDS) })),
  condition: orNull(objectOf({ questionId: isText, equals: isText })),
  finding: orNull(
    objectOf({
      answers: isTexts,
      kind: among(FINDING_KINDS),
      severity: orNull(among(SEVERITIES)),
      title: isText,
    }),
  ),
};
const FIELDS = Object.keys(PARTS) as (keyof Question)[];

/** Questions that were read, and what is wrong with them. */
export interface ParsedQuestions {
  readonly questions: Question[];
  readonly faults: QuestionFault[];
}

/**
 * Reads a list of questions from JSON, as it was exported. All parts must be there and nothing else: an unknown property
 * is refused with the question it stands on. Where the form is right, the faults are those of `questionSetFaults`; a
 * question of the wrong form is left out and named by its place in the list.
 */
export function parseQuestions(value: unknown): ParsedQuestions {
  if (!Array.isArray(value)) return { questions: [], faults: [ofSet('Filen ska innehålla en lista med frågor')] };
  if (value.length > QUESTION_LIMITS.questions) {
    return { questions: [], faults: [ofSet(`Filen får ha högst ${QUESTION_LIMITS.questions} frågor`)] };
  }
  const questions: Question[] = [];
  const faults: QuestionFault[] = [];
  for (const [index, entry] of (value as readonly unknown[]).entries()) {
    const found = formFaults(entry, index + 1);
    faults.push(...found);
    if (found.length === 0) questions.push(entry as Question);
  }
  return { questions, faults: faults.length > 0 ? faults : questionSetFaults(questions) };
}

function formFaults(entry: unknown, place: number): QuestionFault[] {
  if (!isPlainObject(entry)) return [ofSet(`Fråga ${place} i listan är ingen fråga`)];
  const questionId = typeof entry['id'] === 'string' ? entry['id'] : '';
  const fault = (field: QuestionField, message: string): QuestionFault => ({ questionId, field, message });
  const unknown = Object.keys(entry).filter((name) => !Object.hasOwn(PARTS, name));
  return [
    ...unknown.map((name) => fault('questions', `Fråga ${place} i listan: okänd egenskap ”${name.slice(0, 40)}”`)),
    ...FIELDS.flatMap((field) => {
      if (!Object.hasOwn(entry, field)) return [fault(field, `Fråga ${place} i listan: ${field} saknas`)];
      return PARTS[field](entry[field]) ? [] : [fault(field, `Fråga ${place} i listan: ${field} har fel form`)];
    }),
  ];
}

function ofSet(message: string): QuestionFault {
  return { questionId: '', field: 'questions', message };
}
