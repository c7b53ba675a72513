import type { WantedDocument } from '../information-requests/information-request.js';
import { answerFaults } from './answer-faults.js';
import { answerTo, isAnswerValue, isBlankAnswer } from './answer-value.js';
import { type Answers, NO, type Question, YES } from './question.js';

/** A file that was uploaded, and what it answers: a file question, a wanted document, or neither. */
export interface AnswerFile {
  readonly questionId: string | null;
  readonly wantedDocumentId: string | null;
}

/** What stops a submission, with its place. `number` is empty for a wanted document. */
export interface MissingAnswer {
  readonly place: 'question' | 'document';
  readonly id: string;
  readonly number: string;
  readonly text: string;
  /** Swedish, without a full stop: "Svar saknas". */
  readonly problem: string;
}

/**
 * The questions that are asked with these answers, in order: those without a condition, and those whose condition holds.
 * A condition on a question that is itself not asked does not hold, whatever was once answered there.
 */
export function askedQuestions(questions: readonly Question[], answers: Answers): Question[] {
  const asked = new Map<string, Question>();
  return questions.filter((question) => {
    const { condition } = question;
    if (condition) {
      const earlier = asked.get(condition.questionId);
      if (!earlier || wordOf(earlier, answers) !== condition.equals) return false;
    }
    asked.set(question.id, question);
    return true;
  });
}

/** Exactly what stops the submission: nothing else does, and a late one is never stopped for being late. */
export function missingAnswers(
  questions: readonly Question[],
  answers: Answers,
  files: readonly AnswerFile[],
  wantedDocuments: readonly WantedDocument[],
): MissingAnswer[] {
  const missing: MissingAnswer[] = [];
  for (const question of askedQuestions(questions, answers)) {
    const problem = problemOf(question, answers, files);
    if (problem !== null) {
      missing.push({ place: 'question', id: question.id, number: question.number, text: question.text, problem });
    }
  }
  for (const { id, text, required } of wantedDocuments) {
    if (!required || files.some(({ wantedDocumentId }) => wantedDocumentId === id)) continue;
    missing.push({ place: 'document', id, number: '', text, problem: 'Handlingen saknas' });
  }
  return missing;
}

/** How many of the asked questions have an answer that can be submitted. It says nothing about how good they are (R8). */
export function answerProgress(
  questions: readonly Question[],
  answers: Answers,
  files: readonly AnswerFile[],
): { answered: number; asked: number } {
  const asked = askedQuestions(questions, answers);
  return { answered: asked.filter((question) => isAnswered(question, answers, files)).length, asked: asked.length };
}

function isAnswered(question: Question, answers: Answers, files: readonly AnswerFile[]): boolean {
  if (question.kind === 'file') return hasFile(question, files);
  const value = answerTo(answers, question.id);
  return value !== null && answerFaults(question, value).length === 0 && !isBlankAnswer(value);
}

function problemOf(question: Question, answers: Answers, files: readonly AnswerFile[]): string | null {
  const value = answerTo(answers, question.id);
  const faults = value === null ? [] : answerFaults(question, value);
  if (faults.length > 0) return faults.join('. ');
  if (!question.required) return null;
  if (question.kind === 'file') return hasFile(question, files) ? null : 'Fil saknas';
  return value === null || isBlankAnswer(value) ? 'Svar saknas' : null;
}

function hasFile(question: Question, files: readonly AnswerFile[]): boolean {
  return files.some(({ questionId }) => questionId === question.id);
}

/** What a question was answered with, where a condition can hang on it. */
function wordOf(question: Question, answers: Answers): string | null {
  const value = answerTo(answers, question.id);
  if (value === null || !isAnswerValue(value) || value.kind !== question.kind) return null;
  if (value.kind === 'yes-no') return value.yes ? YES : NO;
  return value.kind === 'choice' ? value.option : null;
}
