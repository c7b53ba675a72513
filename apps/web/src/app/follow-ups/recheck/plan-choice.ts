import { Component, input, output } from '@angular/core';
import { FOLLOW_UP_LIMITS } from '@insyn/api-schema';
import { Control, Field } from '../../ui/field.js';

/** Whether a new action plan is demanded for what remains, and why not. */
export interface PlanWish {
  demanded: boolean;
  /** Why none is demanded; kept while it is turned over. */
  reason: string;
}

/** The choice that goes with the judgement of a re-check: a new action plan for what remains, or the reason for none. */
@Component({
  selector: 'app-plan-choice',
  imports: [Control, Field],
  template: `
    <fieldset>
      <legend i18n>Ny åtgärdsplan för det som kvarstår</legend>
      <label class="choice">
        <input type="radio" name="plan" [checked]="wish().demanded" (change)="write({ demanded: true })" />
        <span>
          @if (remaining() === 1) {
            <ng-container i18n>Begär en ny plan för kravet</ng-container>
          } @else {
            <ng-container i18n>Begär en ny plan för de {{ remaining() }} kraven</ng-container>
          }
          <span class="small muted block" i18n
            >Brevet går till utföraren när beslutet är fattat. Planen som gäller nu ersätts.</span
          >
        </span>
      </label>
      <label class="choice">
        <input type="radio" name="plan" [checked]="!wish().demanded" (change)="write({ demanded: false })" />
        <span>
          <ng-container i18n>Begär ingen ny plan</ng-container>
          <span class="small muted block" i18n>Planen som gäller nu fortsätter att gälla.</span>
        </span>
      </label>
    </fieldset>
    @if (!wish().demanded) {
      <app-field i18n-label label="Varför begärs ingen ny plan?" fieldId="submit-plan" [error]="error()">
        <textarea
          appControl
          [attr.maxlength]="limits.reason"
          [value]="wish().reason"
          (input)="write({ reason: $any($event.target).value })"
        ></textarea>
      </app-field>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s3);
    }
    fieldset {
      display: grid;
      gap: var(--s2);
    }
    .choice {
      align-items: start;
    }
    .block {
      display: block;
    }
  `,
})
export class PlanChoice {
  readonly remaining = input.required<number>();
  readonly wish = input.required<PlanWish>();
  readonly error = input<string | null>(null);
  readonly changed = output<PlanWish>();

  protected readonly limits = FOLLOW_UP_LIMITS;

  protected write(change: Partial<PlanWish>): void {
    this.changed.emit({ ...this.wish(), ...change });
  }
}
