import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required, validate } from '@angular/forms/signals';
import type { ActionPlanView } from '@insyn/api-schema';
import { PLAN_LIMITS } from '@insyn/domain';
import { ActionPlansApi } from '../../action-plans/action-plans-api.js';
import { sending } from '../../http/sending.js';
import { Session } from '../../sign-in/session.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { OpenPlans } from './open-plans.js';

/** Another day for the provider to hand the plan in, with the reason that it reads. */
@Component({
  selector: 'app-move-due-form',
  imports: [FormRoot, FormField, Field, Control, ErrorSummary],
  template: `
    <form [formRoot]="dueForm" class="form" novalidate>
      <app-error-summary [items]="problems()" />
      <app-field
        i18n-label
        label="Ny sista dag"
        i18n-hint
        hint="En helgdag flyttas till närmaste vardag"
        [of]="dueForm.due"
      >
        <input appControl type="date" [formField]="dueForm.due" />
      </app-field>
      <app-field i18n-label label="Skäl" i18n-hint hint="Läses av utföraren" [of]="dueForm.reason">
        <textarea appControl [formField]="dueForm.reason"></textarea>
      </app-field>
      <div class="buttons">
        <button type="submit" class="primary" [attr.aria-busy]="dueForm().submitting() || null" i18n>
          Ändra och meddela
        </button>
        <button type="button" class="quiet" (click)="done.emit()" i18n>Avbryt</button>
      </div>
    </form>
  `,
  styles: `
    input[type='date'] {
      max-width: 220px;
    }
  `,
})
export class MoveDueForm {
  private readonly api = inject(ActionPlansApi);
  private readonly plans = inject(OpenPlans);
  private readonly today = inject(Session).today;
  readonly plan = input.required<ActionPlanView>();
  readonly done = output();

  private readonly tried = signal(false);
  private readonly model = signal({ due: '', reason: '' });
  protected readonly dueForm = form(
    this.model,
    (path) => {
      validate(path.due, ({ value }) => {
        if (value() === '') return { kind: 'due', message: $localize`Ange den nya sista dagen.` };
        return value() <= (this.today() ?? '') ? { kind: 'due', message: $localize`Välj en dag efter i dag.` } : null;
      });
      required(path.reason, { message: $localize`Skriv skälet.` });
      maxLength(path.reason, PLAN_LIMITS.reason, { message: $localize`Texten är längre än 1 000 tecken.` });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.dueForm()) : []));

  private async send(): Promise<void> {
    const { due, reason } = this.model();
    const command = { due, reason: reason.trim() };
    await this.plans.carryOut(() => this.api.moveDue(this.plan().id, command), $localize`Svarstiden är ändrad`);
    this.done.emit();
  }
}
