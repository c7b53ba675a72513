import type { CalendarDate } from '../calendar/calendar-date.js';
import { answerFaults } from '../question-sets/answer-faults.js';
import { answerTo, isBlankAnswer } from '../question-sets/answer-value.js';
import { askedQuestions } from '../question-sets/asked-questions.js';
import type { Answers, AnswerValue, Question } from '../question-sets/question.js';

/** An earlier request that was submitted, with the questions as they were asked then. */
export interface EarlierRequest {
  readonly questions: readonly Question[];
  readonly answers: Answers;
  readonly submittedOn: CalendarDate;
  readonly requestTitle: string;
}

/** An earlier answer that is offered, with where and when it was given. */
export interface CarriedAnswer {
  readonly questionId: string;
  readonly value: AnswerValue;
  readonly submittedOn: CalendarDate;
  readonly requestTitle: string;
}

/**
 * For each question the newest earlier answer to the question with the same id and kind that still is a valid answer, in
 * the order of the questions. They are offers, to be taken one by one: nothing is copied here. Files are not offered.
 */
export function carriedAnswers(questions: readonly Question[], earlier: readonly EarlierRequest[]): CarriedAnswer[] {
  const newestFirst = [...earlier]
    .sort((a, b) => (a.submittedOn < b.submittedOn ? 1 : a.submittedOn > b.submittedOn ? -1 : 0))
    .map((request) => ({ ...request, asked: askedQuestions(request.questions, request.answers) }));
  return questions.flatMap((question) => {
    if (question.kind === 'file') return [];
    for (const { asked, answers, submittedOn, requestTitle } of newestFirst) {
      if (!asked.some(({ id, kind }) => id === question.id && kind === question.kind)) continue;
      const value = answerTo(answers, question.id);
      if (value === null || answerFaults(question, value).length > 0 || isBlankAnswer(value)) continue;
      return [{ questionId: question.id, value, submittedOn, requestTitle }];
    }
    return [];
  });
}
