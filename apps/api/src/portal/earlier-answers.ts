import type { EarlierAnswer, SubmittedAnswers } from '@insyn/api-schema';
import { carriedAnswers, type Question, stockholmDate } from '@insyn/domain';

/** What the provider handed in elsewhere, or in another year. */
export interface EarlierSubmission {
  readonly title: string;
  readonly municipality: string;
  readonly questions: Question[];
  readonly content: SubmittedAnswers;
  readonly submittedAt: Date;
}

/** The earlier answers that can be offered, each with where and when it was given. Nothing is copied by that. */
export function earlierAnswers(questions: readonly Question[], earlier: readonly EarlierSubmission[]): EarlierAnswer[] {
  // The domain tells requests apart by their title; here by their place in the list.
  const offered = carriedAnswers(
    questions,
    earlier.map(({ questions: asked, content, submittedAt }, index) => ({
      questions: asked,
      answers: Object.fromEntries(
        content.answers.flatMap(({ questionId, value }) => (value === null ? [] : [[questionId, value]])),
      ),
      submittedOn: stockholmDate(submittedAt),
      requestTitle: String(index),
    })),
  );
  return offered.flatMap(({ questionId, value, submittedOn, requestTitle }) => {
    const from = earlier[Number(requestTitle)];
    if (from === undefined) return [];
    const comment = from.content.answers.find((answer) => answer.questionId === questionId)?.comment ?? '';
    return [{ questionId, value, comment, source: `${from.municipality}, ${from.title}`, submittedOn }];
  });
}
