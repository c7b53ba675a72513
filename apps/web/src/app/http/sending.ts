import type { WritableSignal } from '@angular/core';
import type { FieldTree, FormOptions } from '@angular/forms/signals';
import { FROM_SERVER, fieldErrors } from './field-errors.js';
import { toProblem } from './problem.js';

/**
 * How a signal form sends: the errors of a failed `command` land at their fields, and a form that breaks its own rules
 * moves the focus to its first error. What the server refused is no hindrance to trying again: it may have been the
 * network. `tried` turns the summary on.
 */
export function sending<T>(
  tried: WritableSignal<boolean>,
  command: () => Promise<void>,
): NonNullable<FormOptions<T>['submission']> {
  return {
    // Angular would count the server's last answer as an error of the form, and send nothing until a field is changed.
    ignoreValidators: 'all',
    action: async (sent) => {
      tried.set(true);
      const [first] = (sent as FieldTree<unknown>)()
        .errorSummary()
        .filter(({ kind }) => kind !== FROM_SERVER);
      if (first) {
        first.fieldTree().focusBoundControl();
        return undefined;
      }
      try {
        await command();
        return undefined;
      } catch (error) {
        return fieldErrors(toProblem(error), sent);
      }
    },
  };
}
