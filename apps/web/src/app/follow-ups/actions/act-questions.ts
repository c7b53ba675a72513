import { RECHECK_LIMITS } from '@insyn/api-schema';
import type { ActionAct } from '@insyn/domain';
import type { Question } from '../../ui/confirm.js';

/**
 * What is asked before an action is moved outside a re-check; the text is the action's own. Where an option may carry the
 * contract on, a requirement lapses with a reason only.
 */
export function questionOf(act: Exclude<ActionAct, 'verify'>, text: string, mayRunOn: boolean): Question {
  const reason = (label: string, required = true) => ({ label, required, maxLength: RECHECK_LIMITS.reason });
  switch (act) {
    case 'reopen':
      return {
        heading: $localize`Öppna kravet igen?`,
        text: $localize`${text} Kravet prövas på nytt vid nästa återkontroll.`,
        confirm: $localize`Öppna igen`,
        reason: reason($localize`Varför håller det inte?`),
      };
    case 'withdraw':
      return {
        heading: $localize`Återkalla kravet?`,
        text: $localize`${text} Kravet gäller inte längre och kan inte öppnas igen.`,
        confirm: $localize`Återkalla`,
        tone: 'danger',
        reason: reason($localize`Varför återkallas kravet?`),
      };
    case 'lapse':
      return {
        heading: $localize`Låta kravet falla bort?`,
        text: mayRunOn
          ? $localize`${text} Avtalet kan löpa på en option. Kravet kan inte öppnas igen.`
          : $localize`${text} Avtalet har upphört. Kravet kan inte öppnas igen.`,
        confirm: $localize`Låt falla bort`,
        tone: 'danger',
        reason: mayRunOn ? reason($localize`Hur vet du att avtalet har upphört?`) : reason($localize`Kommentar`, false),
      };
    case 'note':
      return {
        heading: $localize`Notera rekommendationen?`,
        text: $localize`${text} Den räknas som omhändertagen.`,
        confirm: $localize`Notera`,
        reason: reason($localize`Kommentar`, false),
      };
  }
}
