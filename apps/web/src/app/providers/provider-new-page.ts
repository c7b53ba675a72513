import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { PROVIDER_LIMITS } from '@insyn/api-schema';
import {
  ORGANISATION_NUMBER_ERROR_LABELS,
  parseOrganisationNumber,
  PROVIDER_FORM_LABELS,
  PROVIDER_FORMS,
  type ProviderForm,
} from '@insyn/domain';
import { toProblem } from '../http/problem.js';
import { sending } from '../http/sending.js';
import { ErrorSummary, summaryOf } from '../ui/error-summary.js';
import { Control, Field } from '../ui/field.js';
import { HalfWritten } from '../ui/half-written.js';
import { PageHeader } from '../ui/page-header.js';
import { Toasts } from '../ui/toasts.js';
import { ProvidersApi, type NewProvider } from './providers-api.js';

/** Registers a provider by its organisation number, whose check digit is told wrong at the field. */
@Component({
  selector: 'app-provider-new-page',
  imports: [PageHeader, RouterLink, FormRoot, FormField, Field, Control, ErrorSummary],
  template: `
    <app-page-header i18n-heading heading="Ny utförare" [crumbs]="crumbs" />
    <form [formRoot]="provider" class="form" novalidate>
      <app-error-summary [items]="problems()" />
      @if (registeredId(); as id) {
        <p class="notice">
          <a [routerLink]="['/utforare', id]" i18n>Öppna utföraren som redan är registrerad</a>
        </p>
      }
      <app-field
        i18n-label
        label="Organisationsnummer"
        i18n-hint
        hint="Tio siffror, till exempel 556012-5790. En enskild firma har ägarens personnummer."
        [of]="provider.organisationNumber"
      >
        <input
          appControl
          class="num short"
          inputmode="numeric"
          autocomplete="off"
          [formField]="provider.organisationNumber"
        />
      </app-field>
      <app-field
        i18n-label
        label="Namn"
        i18n-hint
        hint="Så som det är registrerat, inte enhetens namn"
        [of]="provider.legalName"
      >
        <input appControl autocomplete="organization" [formField]="provider.legalName" />
      </app-field>
      <app-field i18n-label label="Form" [of]="provider.form">
        <select appControl class="short" [formField]="provider.form">
          @for (form of forms; track form) {
            <option [value]="form">{{ formLabels[form] }}</option>
          }
        </select>
      </app-field>
      <app-field
        i18n-label
        label="Anteckning"
        i18n-hint
        hint="Syns bara inom kommunen"
        [optional]="true"
        [of]="provider.note"
      >
        <textarea appControl [formField]="provider.note"></textarea>
      </app-field>
      <div class="buttons">
        <button type="submit" class="primary" [attr.aria-busy]="provider().submitting() || null">
          @if (provider().submitting()) {
            <ng-container i18n>Registrerar …</ng-container>
          } @else {
            <ng-container i18n>Registrera utföraren</ng-container>
          }
        </button>
        <a class="btn quiet" routerLink="/utforare" i18n>Avbryt</a>
      </div>
    </form>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s5);
    }
    .short {
      max-width: 320px;
    }
  `,
})
export class ProviderNewPage {
  private readonly api = inject(ProvidersApi);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  protected readonly crumbs = [{ label: $localize`Utförare`, link: '/utforare' }, { label: $localize`Ny` }];
  protected readonly forms = PROVIDER_FORMS;
  protected readonly formLabels = PROVIDER_FORM_LABELS;
  protected readonly registeredId = signal<string | null>(null);
  private readonly tried = signal(false);
  private readonly model = signal<NewProvider>({
    organisationNumber: '',
    legalName: '',
    form: 'company',
    note: '',
  });
  protected readonly provider = form(
    this.model,
    (path) => {
      validate(path.organisationNumber, ({ value }) => numberError(value()));
      required(path.legalName, { message: $localize`Skriv utförarens namn.` });
      maxLength(path.legalName, PROVIDER_LIMITS.legalName, { message: $localize`Namnet är längre än 200 tecken.` });
      validate(path.form, ({ value }) => formError(value(), this.model().organisationNumber));
      maxLength(path.note, PROVIDER_LIMITS.note, { message: $localize`Anteckningen är längre än 2 000 tecken.` });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.provider()) : []));

  constructor() {
    inject(HalfWritten).watch(() => this.provider().dirty());
  }

  private async send(): Promise<void> {
    this.registeredId.set(null);
    const { organisationNumber, legalName, ...rest } = this.model();
    try {
      const { id } = await this.api.register({
        ...rest,
        organisationNumber: organisationNumber.trim(),
        legalName: legalName.trim(),
      });
      this.provider().reset();
      this.toasts.show($localize`Utföraren är registrerad`);
      await this.router.navigate(['/utforare', id]);
    } catch (error) {
      const { id } = toProblem(error).body;
      if (typeof id === 'string') this.registeredId.set(id);
      throw error;
    }
  }
}

function numberError(text: string) {
  const result = parseOrganisationNumber(text);
  return result.ok ? null : { kind: result.error, message: ORGANISATION_NUMBER_ERROR_LABELS[result.error] };
}

/** A sole trader has a personal identity number, and nobody else has. */
function formError(form: ProviderForm, number: string) {
  const result = parseOrganisationNumber(number);
  if (!result.ok || result.value.personal === (form === 'sole-trader')) return null;
  const message = result.value.personal
    ? $localize`Numret är ett personnummer. Välj Enskild firma, eller rätta numret.`
    : $localize`Numret är inget personnummer. Välj en annan form, eller rätta numret.`;
  return { kind: 'form', message };
}
