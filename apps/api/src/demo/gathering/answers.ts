import {
  type Answers,
  answerTo,
  askedQuestions,
  type AnswerValue,
  type Question,
  type ServiceType,
} from '@insyn/domain';
import { assistanceAnswers, homeCareAnswers } from './answer-words.js';
import type { ProviderFigures } from './provider-figures.js';

/** One answer of a provider. */
export interface MadeAnswer {
  questionId: string;
  value: AnswerValue;
  comment: string;
}

/**
 * Answers to every question that is asked, in order; a question of files has none.
 * @throws Error for a required question that the demonstration has no words for.
 */
export function makeAnswers(
  questions: readonly Question[],
  serviceType: ServiceType,
  figures: ProviderFigures,
): MadeAnswer[] {
  const words = serviceType === 'home-care' ? homeCareAnswers(figures) : assistanceAnswers(figures);
  const made: MadeAnswer[] = [];
  const given: Record<string, AnswerValue> = {};
  for (const question of questions) {
    const answers: Answers = given;
    if (!askedQuestions(questions, answers).includes(question) || question.kind === 'file') continue;
    const worded = words[question.id];
    if (worded === undefined) {
      if (question.required) throw new Error(`The demonstration has no answer to ${question.id}.`);
      continue;
    }
    given[question.id] = worded.value;
    made.push({ questionId: question.id, value: worded.value, comment: worded.comment ?? '' });
  }
  return made.filter(({ questionId }) => answerTo(given, questionId) !== null);
}
