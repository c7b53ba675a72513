import { Component, inject, input, output } from '@angular/core';
import { DECISION_LIMITS, type Id } from '@insyn/api-schema';
import { Confirm } from '../../ui/confirm.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { DecisionApi } from './decision-api.js';

/** Where one says whether one has a conflict of interest in the case (R10). One that is declared stands until it is lifted. */
@Component({
  selector: 'app-declare-conflict',
  template: `
    <fieldset id="conflict" tabindex="-1">
      <legend i18n>Jäv</legend>
      @if (declared() === true) {
        <p class="notice warning" i18n>
          Du har anmält jäv och kan inte handlägga ärendet. En chef kan häva anmälan om den inte längre gäller.
        </p>
      } @else {
        <p class="hint prose" i18n>
          Du är jävig om du eller någon närstående berörs av beslutet, eller om något annat kan rubba förtroendet för
          din opartiskhet.
        </p>
        <label class="choice">
          <input
            type="radio"
            name="conflict"
            [checked]="declared() === false"
            [attr.aria-busy]="followUp.busy() || null"
            (change)="declareNone()"
          />
          <span i18n>Jag intygar att jag inte är jävig</span>
        </label>
        <label class="choice">
          <input #conflict type="radio" name="conflict" (change)="declareOne(conflict)" />
          <span i18n>Jag är jävig och lämnar ärendet</span>
        </label>
      }
    </fieldset>
  `,
})
export class DeclareConflict {
  private readonly api = inject(DecisionApi);
  private readonly confirm = inject(Confirm);
  protected readonly followUp = inject(OpenFollowUp);
  readonly followUpId = input.required<Id>();
  /** What the reader has declared; null for nothing yet. */
  readonly declared = input.required<boolean | null>();
  /** Something was declared: what hangs on it is to be read anew. */
  readonly changed = output();

  protected async declareNone(): Promise<void> {
    const done = await this.followUp.act(
      () => this.api.declareConflict(this.followUpId(), { hasConflict: false }),
      $localize`Du har intygat att du saknar jäv`,
    );
    if (done) this.changed.emit();
  }

  protected async declareOne(choice: HTMLInputElement): Promise<void> {
    const answer = await this.confirm.ask({
      heading: $localize`Anmäl att du är jävig?`,
      text: $localize`Du lämnar teamet genast och kan inte göra något mer i ärendet, förrän en chef häver anmälan.`,
      confirm: $localize`Anmäl jäv`,
      reason: {
        label: $localize`Varför är du jävig?`,
        hint: $localize`Läses av dem som beslutar i ärendet`,
        maxLength: DECISION_LIMITS.reason,
      },
    });
    if (!answer) {
      choice.checked = false;
      return;
    }
    const done = await this.followUp.act(
      () => this.api.declareConflict(this.followUpId(), { hasConflict: true, reason: answer.reason }),
      $localize`Jäv är anmält`,
    );
    if (done) this.changed.emit();
  }
}
