import type { FieldTree, ValidationError } from '@angular/forms/signals';
import type { Problem } from './problem.js';

/** The kind of an error that the server gave. */
export const FROM_SERVER = 'server';

/**
 * The server's field errors as errors of a signal form, for the answer of `submit`'s action. A path such as
 * `clauses.3.number` finds its field; what finds none, and the title of an answer without fields, lands on the form itself.
 */
export function fieldErrors(problem: Problem, form: FieldTree<unknown>): ValidationError.WithOptionalFieldTree[] {
  if (problem.errors.length === 0) return [{ kind: FROM_SERVER, message: problem.title }];
  return problem.errors.map(({ field, message }) => {
    const fieldTree = fieldAt(form, field);
    return fieldTree ? { kind: FROM_SERVER, message, fieldTree } : { kind: FROM_SERVER, message };
  });
}

function fieldAt(form: FieldTree<unknown>, path: string): FieldTree<unknown> | null {
  let field: unknown = form;
  for (const name of path.split(/[.[\]]+/).filter(Boolean)) {
    field = (field as Record<string, unknown> | undefined)?.[name];
    if (typeof field !== 'function') return null;
  }
  return field as FieldTree<unknown>;
}
