import type { WritableSignal } from '@angular/core';
import type { FieldTree, FormOptions } from '@angular/forms/signals';
import { fieldErrors } from './field-errors.js';
import { toProblem } from './problem.js';

/**
 * How a signal form sends: the errors of a failed `command` land at their fields, and an invalid form moves the focus to
 * its first error. `tried` turns the summary on.
 */
export function sending<T>(
  tried: WritableSignal<boolean>,
  command: () => Promise<void>,
): NonNullable<FormOptions<T>['submission']> {
  return {
    action: async (sent) => {
      tried.set(true);
      try {
        await command();
        return undefined;
      } catch (error) {
        return fieldErrors(toProblem(error), sent);
      }
    },
    onInvalid: (sent) => {
      tried.set(true);
      (sent as FieldTree<unknown>)().errorSummary()[0]?.fieldTree().focusBoundControl();
    },
  };
}
