import type { WritableSignal } from '@angular/core';
import type { FieldTree, FormOptions } from '@angular/forms/signals';
import { fieldErrors } from '../http/field-errors.js';
import type { Problem } from '../http/problem.js';

/**
 * How a form of a follow-up sends: `command` answers with the problem or null, the problem's fields become errors of the
 * form, and an invalid form moves the focus to its first error. `tried` turns the summary on.
 */
export function sending<T>(
  tried: WritableSignal<boolean>,
  command: () => Promise<Problem | null>,
): NonNullable<FormOptions<T>['submission']> {
  return {
    action: async (sent) => {
      tried.set(true);
      const problem = await command();
      return problem ? fieldErrors(problem, sent) : undefined;
    },
    onInvalid: (sent) => {
      tried.set(true);
      (sent as FieldTree<unknown>)().errorSummary()[0]?.fieldTree().focusBoundControl();
    },
  };
}
