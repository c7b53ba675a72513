import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required, validate } from '@angular/forms/signals';
import type { ContractView } from '@insyn/api-schema';
import { PLAN_LIMITS } from '@insyn/domain';
import { sending } from '../../http/sending.js';
import { providerOf } from '../../providers/providers-api.js';
import { Session } from '../../sign-in/session.js';
import { Confirm } from '../../ui/confirm.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { Toasts } from '../../ui/toasts.js';
import { ProviderPicker } from '../contract-form/provider-picker.js';
import { ContractsApi } from '../contracts-api.js';

/** Another provider takes over the contract: who, from which day and why. The history stays with both. */
@Component({
  selector: 'app-transfer-form',
  imports: [FormRoot, FormField, Field, Control, ErrorSummary, ProviderPicker],
  template: `
    <form [formRoot]="transferForm" class="card padded form" novalidate>
      <h2 i18n>En annan utförare tar över</h2>
      <p class="muted" i18n>
        {{ contract().provider.legalName }} har avtalet till dagen före. Det som är uppföljt ligger kvar hos den. Öppna
        krav går över: den nya utföraren får ett eget krav om åtgärdsplan.
      </p>
      <app-error-summary [items]="problems()" />
      <app-provider-picker [providerName]="providerName()" [formField]="transferForm.providerId" />
      <app-field i18n-label label="Tar över från" [of]="transferForm.from">
        <input appControl type="date" [formField]="transferForm.from" />
      </app-field>
      <app-field i18n-label label="Skäl" i18n-hint hint="Till exempel att bolaget har köpts" [of]="transferForm.reason">
        <textarea appControl [formField]="transferForm.reason"></textarea>
      </app-field>
      <div class="buttons">
        <button type="submit" class="primary" [attr.aria-busy]="transferForm().submitting() || null" i18n>
          Registrera övertagandet
        </button>
        <button type="button" class="quiet" (click)="done.emit(false)" i18n>Avbryt</button>
      </div>
    </form>
  `,
  styles: `
    input[type='date'] {
      max-width: 220px;
    }
  `,
})
export class TransferForm {
  private readonly api = inject(ContractsApi);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly today = inject(Session).today;
  readonly contract = input.required<ContractView>();
  /** True when the contract has been taken over. */
  readonly done = output<boolean>();

  private readonly tried = signal(false);
  private readonly model = signal({ providerId: '', from: '', reason: '' });
  private readonly provider = providerOf(() => this.model().providerId);
  protected readonly providerName = computed(() => (this.provider.hasValue() ? this.provider.value().legalName : ''));
  protected readonly transferForm = form(
    this.model,
    (path) => {
      validate(path.providerId, ({ value }) => {
        if (value() === '') return { kind: 'provider', message: $localize`Välj den nya utföraren.` };
        const same = value() === this.contract().provider.id;
        return same ? { kind: 'provider', message: $localize`Utföraren har avtalet redan.` } : null;
      });
      validate(path.from, ({ value }) => {
        if (value() === '') return { kind: 'from', message: $localize`Ange från vilken dag.` };
        const early = value() > (this.today() ?? '');
        return early
          ? { kind: 'from', message: $localize`Registrera övertagandet den dag det sker, eller senare.` }
          : null;
      });
      required(path.reason, { message: $localize`Skriv skälet.` });
      maxLength(path.reason, PLAN_LIMITS.reason, { message: $localize`Texten är längre än 1 000 tecken.` });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.transferForm()) : []));

  private async send(): Promise<void> {
    const { id, version, reference } = this.contract();
    const { providerId, from, reason } = this.model();
    const sure = await this.confirm.ask({
      heading: $localize`Ska ${this.providerName()} ta över ${reference}?`,
      text: $localize`Båda utförarna får ett mejl om det finns öppna krav. Övertagandet kan inte tas tillbaka, bara följas av ett nytt.`,
      confirm: $localize`Registrera övertagandet`,
    });
    if (!sure) return;
    await this.api.transfer(id, { version, providerId, from, reason: reason.trim() });
    this.toasts.show($localize`Övertagandet är registrerat`);
    this.done.emit(true);
  }
}
