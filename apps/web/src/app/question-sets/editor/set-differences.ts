import type { Question } from '@insyn/domain';

/** What tells two lists of questions apart, in words: "2.4 är ändrad", at most a handful. */
export function setDifferences(mine: readonly Question[], theirs: readonly Question[]): string[] {
  const own = new Map(mine.map((question) => [question.id, question]));
  const others = new Set(theirs.map(({ id }) => id));
  const changed = theirs.flatMap((question) => {
    const before = own.get(question.id);
    if (!before) return [$localize`${question.number} finns bara i det sparade`];
    return JSON.stringify(before) === JSON.stringify(question) ? [] : [$localize`${question.number} skiljer sig`];
  });
  const missing = mine.flatMap(({ id, number }) => (others.has(id) ? [] : [$localize`${number} finns bara hos dig`]));
  return [...changed, ...missing];
}
