import { isDeepStrictEqual } from 'node:util';
import type { Question } from '@insyn/domain';

/** What the history says of a change: the numbers of the questions that came, went and were changed. */
export function changedNumbers(
  before: readonly Question[],
  after: readonly Question[],
): { added: string[]; removed: string[]; changed: string[]; reordered: boolean } {
  const former = new Map(before.map((question) => [question.id, question]));
  const kept = new Set(after.map(({ id }) => id));
  const stayed = after.filter(({ id }) => former.has(id));
  const numbersOf = (questions: readonly Question[]) => questions.map(({ number }) => number);
  return {
    added: numbersOf(after.filter(({ id }) => !former.has(id))),
    removed: numbersOf(before.filter(({ id }) => !kept.has(id))),
    changed: numbersOf(stayed.filter((question) => !isDeepStrictEqual(question, former.get(question.id)))),
    reordered: !isDeepStrictEqual(
      before.filter(({ id }) => kept.has(id)).map(({ id }) => id),
      stayed.map(({ id }) => id),
    ),
  };
}
