import type { EvidenceView, ReviewResult } from '@insyn/api-schema';
import { hypergeometricInterval } from '@insyn/domain';

type Review = Omit<NonNullable<EvidenceView['review']>, 'results'>;

/**
 * The outcome of each question over the files that count: found of those where the question applies and is answered. The
 * interval for all N is told only for a random sample where all n files gave a yes or a no (R5).
 */
export function reviewResults(review: Review): ReviewResult[] {
  const files = review.files.filter((file) => !file.replaced);
  return review.questions.map((question) => {
    const answers = files.map((file) => file.results[question.id]);
    const found = answers.filter((answer) => answer === 'yes').length;
    const of = found + answers.filter((answer) => answer === 'no').length;
    const isWholeSample = review.method === 'random' && of === review.size;
    return {
      questionId: question.id,
      question: question.text,
      found,
      of,
      population: review.population,
      interval: isWholeSample ? hypergeometricInterval({ population: review.population, size: of, found }) : null,
    };
  });
}
