import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required, validate } from '@angular/forms/signals';
import type { FactCheckView } from '@insyn/api-schema';
import { FACT_CHECK_LIMITS } from '@insyn/domain';
import { FactChecksApi } from '../../fact-checks/fact-checks-api.js';
import { sending } from '../../http/sending.js';
import { Session } from '../../sign-in/session.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { OpenFactChecks } from './open-fact-checks.js';

/** More time for the provider, with the reason that it reads. */
@Component({
  selector: 'app-extend-form',
  imports: [FormRoot, FormField, Field, Control, ErrorSummary],
  template: `
    <form [formRoot]="extendForm" class="form" novalidate>
      <app-error-summary [items]="problems()" />
      <app-field
        i18n-label
        label="Ny sista dag"
        i18n-hint
        hint="En helgdag flyttas till närmaste vardag"
        [of]="extendForm.due"
      >
        <input appControl type="date" [formField]="extendForm.due" />
      </app-field>
      <app-field i18n-label label="Skäl" i18n-hint hint="Läses av utföraren" [of]="extendForm.reason">
        <textarea appControl [formField]="extendForm.reason"></textarea>
      </app-field>
      <div class="buttons">
        <button type="submit" class="primary" [attr.aria-busy]="extendForm().submitting() || null" i18n>
          Förläng och meddela
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
export class ExtendForm {
  private readonly api = inject(FactChecksApi);
  private readonly factChecks = inject(OpenFactChecks);
  private readonly today = inject(Session).today;
  readonly factCheck = input.required<FactCheckView>();
  readonly done = output();

  private readonly tried = signal(false);
  private readonly model = signal({ due: '', reason: '' });
  protected readonly extendForm = form(
    this.model,
    (path) => {
      validate(path.due, ({ value }) => {
        if (value() === '') return { kind: 'due', message: $localize`Ange den nya sista dagen.` };
        return value() <= (this.today() ?? '') ? { kind: 'due', message: $localize`Välj en dag efter i dag.` } : null;
      });
      required(path.reason, { message: $localize`Skriv skälet.` });
      maxLength(path.reason, FACT_CHECK_LIMITS.reason, { message: $localize`Texten är längre än 1 000 tecken.` });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.extendForm()) : []));

  private async send(): Promise<void> {
    const { id, version } = this.factCheck();
    const { due, reason } = this.model();
    const command = { version, due, reason: reason.trim() };
    await this.factChecks.carryOut(() => this.api.extend(id, command), $localize`Svarstiden är förlängd`);
    this.done.emit();
  }
}
