import { hasUnwritable } from './answer-value.js';
import { CELL_SEPARATOR, OPTION_SEPARATOR } from './answer-text.js';
import { NO, type Question, QUESTION_LIMITS, YES } from './question.js';
import { numberAsText } from './written-values.js';

/** The part of a question that a fault stands at; `questions` is the set as a whole. */
export type QuestionField = keyof Question | 'questions';

/** What is wrong with a set, with its place. `questionId` is empty where it is the set as a whole. */
export interface QuestionFault {
  readonly questionId: string;
  readonly field: QuestionField;
  /** Swedish, without a full stop. */
  readonly message: string;
}

const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/u;
const SINGLE_LINE = ['number', 'section', 'legalGround', 'clauseNumber', 'unit'] as const;
const SEPARATORS = new RegExp(`[${CELL_SEPARATOR}${OPTION_SEPARATOR}\\n\\r]`, 'u');

type Report = (field: QuestionField, message: string) => void;

/** What stops a set of questions from being used, in its order; empty if it can be sent. */
export function questionSetFaults(questions: readonly Question[]): QuestionFault[] {
  if (questions.length === 0) return [{ questionId: '', field: 'questions', message: 'Frågebatteriet saknar frågor' }];
  const faults: QuestionFault[] = [];
  if (questions.length > QUESTION_LIMITS.questions) {
    const message = `Frågebatteriet får ha högst ${QUESTION_LIMITS.questions} frågor`;
    faults.push({ questionId: '', field: 'questions', message });
  }
  const earlier = new Map<string, Question>();
  const numbers = new Set<string>();
  const sections: string[] = [];
  for (const question of questions) {
    const report: Report = (field, message) => faults.push({ questionId: question.id, field, message });
    const number = question.number.trim().toLowerCase();
    if (!ID.test(question.id)) report('id', 'Frågans id ska ha 1–64 bokstäver (a–z), siffror, bindestreck eller _');
    else if (earlier.has(question.id)) report('id', `Id ${question.id} finns två gånger`);
    if (number === '') report('number', 'Numret saknas');
    else if (numbers.has(number)) report('number', `Nummer ${question.number} finns två gånger`);
    if (question.section !== sections.at(-1)) {
      if (sections.includes(question.section)) {
        report('section', `Avsnittet ”${question.section}” är delat. Flytta ihop dess frågor`);
      }
      sections.push(question.section);
    }
    reportTexts(question, report);
    reportKind(question, report);
    reportCondition(question, earlier, questions, report);
    reportFinding(question, report);
    numbers.add(number);
    earlier.set(question.id, question);
  }
  return faults;
}

/** The answers that a condition or a finding rule can name: "Ja" and "Nej", or the options. Empty for other kinds. */
export function namedAnswers({ kind, options }: Pick<Question, 'kind' | 'options'>): readonly string[] {
  if (kind === 'yes-no') return [YES, NO];
  return kind === 'choice' || kind === 'multiple-choice' ? options : [];
}

function reportTexts(question: Question, report: Report): void {
  if (question.text.trim() === '') report('text', 'Frågans text saknas');
  for (const field of ['text', 'guidance', ...SINGLE_LINE] as const) {
    const text = question[field];
    const longest = QUESTION_LIMITS[field];
    if (text.length > longest) report(field, `Högst ${longest} tecken`);
    if (hasUnwritable(text)) report(field, 'Texten innehåller tecken som inte kan sparas');
  }
  for (const field of SINGLE_LINE) if (/[\n\r]/u.test(question[field])) report(field, 'Skriv på en rad');
}

function reportKind(question: Question, report: Report): void {
  const { kind, min, max, options, columns } = question;
  for (const [field, bound] of [
    ['min', min],
    ['max', max],
  ] as const) {
    if (bound !== null && !(Math.abs(bound) <= QUESTION_LIMITS.amount)) {
      report(field, `Ange ett tal inom ±${numberAsText(QUESTION_LIMITS.amount)}`);
    }
  }
  if (min !== null && max !== null && min > max) report('min', 'Minsta värdet är större än det största');
  if (kind === 'choice' || kind === 'multiple-choice') {
    if (options.filter((option) => option.trim() !== '').length < 2) report('options', 'Ange minst två alternativ');
    reportNames('options', 'Alternativ', options, QUESTION_LIMITS.option, report);
  }
  if (options.length > QUESTION_LIMITS.options) report('options', `Högst ${QUESTION_LIMITS.options} alternativ`);
  if (kind === 'table') {
    if (columns.length === 0) report('columns', 'Tabellen saknar kolumner');
    const texts = columns.map(({ text }) => text);
    reportNames('columns', 'Kolumn', texts, QUESTION_LIMITS.column, report);
    const ids = columns.map(({ id }) => id);
    if (!ids.every((id) => ID.test(id))) report('columns', 'En kolumns id har otillåtna tecken');
    if (new Set(ids).size < ids.length) report('columns', 'Två kolumner har samma id');
  }
  if (columns.length > QUESTION_LIMITS.columns) report('columns', `Högst ${QUESTION_LIMITS.columns} kolumner`);
}

/** What can be wrong with the names of options and columns, which are told apart by letters, not by case. */
function reportNames(
  field: 'options' | 'columns',
  word: string,
  names: readonly string[],
  longest: number,
  report: Report,
): void {
  const known = new Set<string>();
  for (const [index, name] of names.entries()) {
    const key = name.trim().toLocaleLowerCase('sv');
    if (key === '') report(field, `${word} ${index + 1} saknar text`);
    else if (known.has(key)) report(field, `${word} ”${name}” finns två gånger`);
    if (name.length > longest) report(field, `${word} ${index + 1} får ha högst ${longest} tecken`);
    if (SEPARATORS.test(name) || hasUnwritable(name)) {
      report(field, `${word} ${index + 1}: skriv på en rad, utan tecknen ${CELL_SEPARATOR} och ${OPTION_SEPARATOR}`);
    }
    if (name !== name.trim()) report(field, `${word} ${index + 1} börjar eller slutar med mellanslag`);
    known.add(key);
  }
}

function reportCondition(
  { id, condition }: Question,
  earlier: ReadonlyMap<string, Question>,
  all: readonly Question[],
  report: Report,
): void {
  if (condition === null) return;
  const { questionId, equals } = condition;
  const target = earlier.get(questionId);
  if (questionId === id) report('condition', 'Villkoret pekar på frågan själv');
  else if (!target) {
    const isLater = all.some((question) => question.id === questionId);
    report('condition', isLater ? 'Villkoret pekar på en senare fråga' : 'Villkoret pekar på en fråga som inte finns');
  } else if (target.kind !== 'yes-no' && target.kind !== 'choice') {
    report('condition', `Fråga ${target.number} besvaras varken med ja eller nej eller med ett val`);
  } else if (!namedAnswers(target).includes(equals)) {
    report('condition', `Fråga ${target.number} kan inte besvaras med ”${equals.slice(0, QUESTION_LIMITS.option)}”`);
  }
}

function reportFinding(question: Question, report: Report): void {
  const { finding, kind } = question;
  if (finding === null) return;
  const { title, answers } = finding;
  if (title.trim() === '') report('finding', 'Iakttagelsens rubrik saknas');
  if (title.length > QUESTION_LIMITS.findingTitle) {
    report('finding', `Rubriken får ha högst ${QUESTION_LIMITS.findingTitle} tecken`);
  }
  if (/[\n\r]/u.test(title) || hasUnwritable(title)) report('finding', 'Skriv rubriken på en rad');
  if (finding.kind === 'deficiency' && finding.severity === null) report('finding', 'Bristen saknar allvarlighetsgrad');
  if (finding.kind !== 'deficiency' && finding.severity !== null) {
    report('finding', 'Bara en brist har allvarlighetsgrad');
  }
  if (kind === 'share') {
    if (answers.length > 0) report('finding', 'En andel ger iakttagelsen när inte alla uppfyller den, inga svar anges');
    return;
  }
  const possible = namedAnswers(question);
  if (possible.length === 0) {
    report('finding', 'Bara ja eller nej, val och n av N kan ge en iakttagelse');
  } else if (answers.length === 0) {
    report('finding', 'Ange vilka svar som ger iakttagelsen');
  } else if (!answers.every((answer) => possible.includes(answer))) {
    report('finding', 'Iakttagelsen hänger på ett svar som frågan inte kan få');
  } else if (new Set(answers).size < answers.length) {
    report('finding', 'Samma svar står två gånger');
  }
}
