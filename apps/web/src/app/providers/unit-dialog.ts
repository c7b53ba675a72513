import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { OnInit } from '@angular/core';
import { form, FormField, FormRoot, max, maxLength, min, required, validate } from '@angular/forms/signals';
import { PROVIDER_LIMITS, type Id, type UnitView } from '@insyn/api-schema';
import { SERVICE_TYPE_LABELS, SERVICE_TYPES, type ServiceType } from '@insyn/domain';
import { toProblem } from '../http/problem.js';
import { sending } from '../http/sending.js';
import { ChoiceList } from '../ui/choice-list.js';
import { ErrorSummary, summaryOf } from '../ui/error-summary.js';
import { Control, Field } from '../ui/field.js';
import { ModalDialog } from '../ui/modal-dialog.js';
import { Toasts } from '../ui/toasts.js';
import { ProvidersApi } from './providers-api.js';

/** Adds a unit, or changes one. */
@Component({
  selector: 'app-unit-dialog',
  imports: [ModalDialog, FormRoot, FormField, Field, Control, ChoiceList, ErrorSummary],
  template: `
    <app-modal-dialog [heading]="unit() ? changing : adding" (dismissed)="closed.emit()">
      <form [formRoot]="unitForm" class="form" novalidate>
        <app-error-summary [items]="problems()" />
        <app-field i18n-label label="Namn" i18n-hint hint="Till exempel Ekbackens gruppbostad" [of]="unitForm.name">
          <input appControl autocomplete="off" [formField]="unitForm.name" />
        </app-field>
        <app-choice-list i18n-label label="Tjänster" [choices]="services" [formField]="unitForm.serviceTypes" />
        <app-field
          i18n-label
          label="Lagrum"
          i18n-hint
          hint="Skilj flera åt med komma, till exempel LSS 9 § 2, SoL"
          [optional]="true"
          [of]="unitForm.laws"
        >
          <input appControl autocomplete="off" [formField]="unitForm.laws" />
        </app-field>
        <app-field i18n-label label="Platser eller kunder" [optional]="true" [of]="unitForm.places">
          <input appControl class="short" type="number" inputmode="numeric" [formField]="unitForm.places" />
        </app-field>
        <div class="buttons">
          <button type="submit" class="primary" [attr.aria-busy]="unitForm().submitting() || null" i18n>
            Spara enheten
          </button>
          <button type="button" class="quiet" (click)="closed.emit()" i18n>Avbryt</button>
        </div>
      </form>
    </app-modal-dialog>
  `,
  styles: `
    .short {
      max-width: 140px;
    }
  `,
})
export class UnitDialog implements OnInit {
  private readonly api = inject(ProvidersApi);
  private readonly toasts = inject(Toasts);
  readonly providerId = input.required<Id>();
  /** Null for a new one. */
  readonly unit = input.required<UnitView | null>();
  readonly changed = output();
  readonly closed = output();

  protected readonly adding = $localize`Ny enhet`;
  protected readonly changing = $localize`Ändra enheten`;
  protected readonly services = SERVICE_TYPES.map((value) => ({ value, label: SERVICE_TYPE_LABELS[value] }));
  private readonly tried = signal(false);
  private readonly model = signal({
    name: '',
    serviceTypes: [] as ServiceType[],
    laws: '',
    places: null as number | null,
  });
  protected readonly unitForm = form(
    this.model,
    (path) => {
      required(path.name, { message: $localize`Skriv enhetens namn.` });
      maxLength(path.name, PROVIDER_LIMITS.unitName, { message: $localize`Namnet är längre än 200 tecken.` });
      validate(path.serviceTypes, ({ value }) =>
        value().length > 0 ? null : { kind: 'required', message: $localize`Välj minst en tjänst.` },
      );
      validate(path.laws, ({ value }) => lawsError(value()));
      min(path.places, 0, { message: $localize`Antalet kan inte vara mindre än noll.` });
      max(path.places, PROVIDER_LIMITS.places, { message: $localize`Antalet kan vara högst 10 000.` });
      validate(path.places, ({ value }) =>
        Number.isInteger(value() ?? 0) ? null : { kind: 'whole', message: $localize`Skriv ett helt tal.` },
      );
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.unitForm()) : []));

  ngOnInit(): void {
    const unit = this.unit();
    if (!unit) return;
    const { name, serviceTypes, laws, places } = unit;
    this.model.set({ name, serviceTypes: [...serviceTypes], laws: laws.join(', '), places });
  }

  private async send(): Promise<void> {
    const { name, serviceTypes, laws, places } = this.model();
    const command = { name: name.trim(), serviceTypes, laws: lawsIn(laws), places };
    const unit = this.unit();
    try {
      if (unit) await this.api.changeUnit(unit.id, { ...command, version: unit.version });
      else await this.api.addUnit(this.providerId(), command);
    } catch (error) {
      if (toProblem(error).conflict) this.changed.emit();
      throw error;
    }
    this.toasts.show($localize`Enheten är sparad`);
    this.changed.emit();
    this.closed.emit();
  }
}

function lawsIn(text: string): string[] {
  return text
    .split(',')
    .map((law) => law.trim())
    .filter(Boolean);
}

function lawsError(text: string) {
  const laws = lawsIn(text);
  if (laws.length > PROVIDER_LIMITS.laws) return { kind: 'many', message: $localize`Ange högst 10 lagrum.` };
  const long = laws.some((law) => law.length > PROVIDER_LIMITS.law);
  return long
    ? { kind: 'long', message: $localize`Ett lagrum kan ha högst 60 tecken. Skilj flera åt med komma.` }
    : null;
}
