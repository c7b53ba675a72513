import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required, validate } from '@angular/forms/signals';
import { DELEGATION_LIMITS, type DelegationCommittee } from '@insyn/api-schema';
import { DELEGATED_MATTER_LABELS, DELEGATED_MATTERS } from '@insyn/domain';
import { sending } from '../http/sending.js';
import { ErrorSummary, summaryOf } from '../ui/error-summary.js';
import { Control, Field } from '../ui/field.js';
import { HalfWritten } from '../ui/half-written.js';
import { Toasts } from '../ui/toasts.js';
import { DelegationsApi, type SentDelegation } from './delegations-api.js';

type Written = Omit<SentDelegation, 'committeeId' | 'validTo'> & { validTo: string };

/** Enters a delegation as the committee decided it. */
@Component({
  selector: 'app-delegation-form',
  imports: [FormRoot, FormField, Field, Control, ErrorSummary],
  template: `
    <form [formRoot]="delegationForm" class="form card padded" novalidate>
      <h3 i18n>Ny delegation</h3>
      <app-error-summary [items]="problems()" />
      <div class="form-row">
        <app-field i18n-label label="Vem" [of]="delegationForm.accountId">
          <select appControl [formField]="delegationForm.accountId">
            <option value="" i18n>Välj person</option>
            @for (person of committee().holders; track person.id) {
              <option [value]="person.id">{{ person.title ? person.name + ', ' + person.title : person.name }}</option>
            }
          </select>
        </app-field>
        <app-field i18n-label label="Får besluta" [of]="delegationForm.matter">
          <select appControl [formField]="delegationForm.matter">
            @for (matter of matters; track matter) {
              <option [value]="matter">{{ matterLabels[matter] }}</option>
            }
          </select>
        </app-field>
      </div>
      <div class="form-row">
        <app-field
          i18n-label
          label="Nämndens beslut"
          i18n-hint
          hint="Till exempel SON 2026-01-20 § 7"
          [of]="delegationForm.reference"
        >
          <input appControl autocomplete="off" [formField]="delegationForm.reference" />
        </app-field>
        <app-field i18n-label label="Punkt i delegationsordningen" [optional]="true" [of]="delegationForm.point">
          <input appControl autocomplete="off" [formField]="delegationForm.point" />
        </app-field>
      </div>
      <div class="form-row">
        <app-field i18n-label label="Nämnden beslutade" [of]="delegationForm.decidedOn">
          <input appControl type="date" [formField]="delegationForm.decidedOn" />
        </app-field>
        <app-field i18n-label label="Gäller från" [of]="delegationForm.validFrom">
          <input appControl type="date" [formField]="delegationForm.validFrom" />
        </app-field>
        <app-field
          i18n-label
          label="Gäller till och med"
          [optional]="true"
          i18n-hint
          hint="Lämna tomt för tills vidare"
          [of]="delegationForm.validTo"
        >
          <input appControl type="date" [formField]="delegationForm.validTo" />
        </app-field>
      </div>
      <div class="buttons">
        <button type="submit" class="primary" [attr.aria-busy]="delegationForm().submitting() || null" i18n>
          Spara delegationen
        </button>
        <button type="button" class="quiet" (click)="done.emit(false)" i18n>Avbryt</button>
      </div>
    </form>
  `,
})
export class DelegationForm {
  private readonly api = inject(DelegationsApi);
  private readonly toasts = inject(Toasts);
  readonly committee = input.required<DelegationCommittee>();
  /** True when something was saved. */
  readonly done = output<boolean>();

  protected readonly matters = DELEGATED_MATTERS;
  protected readonly matterLabels = DELEGATED_MATTER_LABELS;
  private readonly tried = signal(false);
  private readonly model = signal<Written>({
    accountId: '',
    matter: 'judgement',
    point: '',
    reference: '',
    decidedOn: '',
    validFrom: '',
    validTo: '',
  });
  protected readonly delegationForm = form(
    this.model,
    (path) => {
      required(path.accountId, { message: $localize`Välj vem som får besluta.` });
      required(path.reference, { message: $localize`Ange nämndens beslut.` });
      maxLength(path.reference, DELEGATION_LIMITS.reference, { message: $localize`Texten är för lång.` });
      maxLength(path.point, DELEGATION_LIMITS.point, { message: $localize`Texten är för lång.` });
      required(path.decidedOn, { message: $localize`Ange vilken dag nämnden beslutade.` });
      required(path.validFrom, { message: $localize`Ange från vilken dag delegationen gäller.` });
      validate(path.validFrom, (field) =>
        field.value() !== '' && field.value() < field.valueOf(path.decidedOn)
          ? { kind: 'before', message: $localize`Delegationen kan inte gälla före nämndens beslut.` }
          : null,
      );
      validate(path.validTo, (field) =>
        field.value() !== '' && field.value() < field.valueOf(path.validFrom)
          ? { kind: 'before', message: $localize`Sista dagen är före den första.` }
          : null,
      );
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.delegationForm()) : []));

  constructor() {
    inject(HalfWritten).watch(() => this.delegationForm().dirty());
  }

  private async send(): Promise<void> {
    const { validTo, ...rest } = this.model();
    await this.api.add({ ...rest, committeeId: this.committee().id, validTo: validTo || null });
    this.toasts.show($localize`Delegationen är införd`);
    this.delegationForm().reset();
    this.done.emit(true);
  }
}
