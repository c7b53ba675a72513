import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import type { OnInit } from '@angular/core';
import { applyEach, form, FormField, FormRoot, maxLength, required, validate } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { CONTRACT_LIMITS, type ContractView, type Id } from '@insyn/api-schema';
import {
  CONTRACT_KIND_LABELS,
  CONTRACT_KINDS,
  REGIME_LABELS,
  REGIMES,
  SERVICE_TYPE_LABELS,
  SERVICE_TYPES,
} from '@insyn/domain';
import { toProblem } from '../../http/problem.js';
import { sending } from '../../http/sending.js';
import { providerOf } from '../../providers/providers-api.js';
import { Session } from '../../sign-in/session.js';
import { ChoiceList } from '../../ui/choice-list.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { HalfWritten } from '../../ui/half-written.js';
import { ContractsApi } from '../contracts-api.js';
import { draftOf, emptyDraft, endWithExtensions, sentOf, termError } from './contract-draft.js';
import { ProviderPicker } from './provider-picker.js';

/** A contract being written: new, or one that is there. What does not hold together is told at the field at once. */
@Component({
  selector: 'app-contract-form',
  imports: [FormRoot, FormField, Field, Control, ChoiceList, ErrorSummary, ProviderPicker, RouterLink],
  templateUrl: './contract-form.html',
  styleUrl: './contract-form.css',
})
export class ContractForm implements OnInit {
  private readonly api = inject(ContractsApi);
  private readonly session = inject(Session);
  /** Null for a new one. */
  readonly contract = input<ContractView | null>(null);
  /** The provider that a new contract begins with. */
  readonly providerId = input<Id>('');
  readonly saved = output<Id>();
  /** Someone else changed the contract first. */
  readonly stale = output();

  protected readonly kinds = CONTRACT_KINDS.map((value) => ({ value, label: CONTRACT_KIND_LABELS[value] }));
  protected readonly regimes = REGIMES.map((value) => ({ value, label: REGIME_LABELS[value] }));
  protected readonly services = SERVICE_TYPES.map((value) => ({ value, label: SERVICE_TYPE_LABELS[value] }));
  protected readonly committees = computed(() => this.session.committeesWhere('contract.write'));
  private readonly tried = signal(false);
  protected readonly model = signal(emptyDraft());
  private readonly provider = providerOf(() => this.model().providerId);
  protected readonly providerView = computed(() => (this.provider.hasValue() ? this.provider.value() : null));
  protected readonly providerName = computed(() => {
    const contract = this.contract();
    if (contract?.provider.id === this.model().providerId) return contract.provider.legalName;
    return this.providerView()?.legalName ?? '';
  });
  /** The provider's units now, and those that the contract has already. */
  protected readonly units = computed(() => {
    const contract = this.contract();
    const kept = contract?.provider.id === this.model().providerId ? contract.units : [];
    const now = this.providerView()?.units ?? [];
    const all = [...now, ...kept.filter(({ id }) => !now.some((unit) => unit.id === id))];
    return all.map(({ id, name }) => ({ value: id, label: name }));
  });
  protected readonly reach = computed(() => endWithExtensions(this.model()));
  protected readonly reachHint = computed(() => {
    const reach = this.reach();
    return reach ? $localize`Med alla förlängningar slutar avtalet ${reach}` : null;
  });

  protected readonly contractForm = form(
    this.model,
    (path) => {
      required(path.reference, { message: $localize`Skriv avtalets beteckning, till exempel SUN 2022-149.` });
      maxLength(path.reference, CONTRACT_LIMITS.reference, {
        message: $localize`Beteckningen är längre än 60 tecken.`,
      });
      required(path.committeeId, { message: $localize`Välj vilken nämnd som äger avtalet.` });
      required(path.providerId, { message: $localize`Välj utförare.` });
      validate(path.unitIds, ({ value }) => {
        if (value().length > 0 || !this.model().providerId) return null;
        return { kind: 'required', message: $localize`Välj minst en enhet.` };
      });
      validate(path.serviceTypes, ({ value }) =>
        value().length > 0 ? null : { kind: 'required', message: $localize`Välj minst en tjänst.` },
      );
      required(path.startsOn, { message: $localize`Välj vilken dag avtalet börjar.` });
      required(path.endsOn, { message: $localize`Välj vilken dag avtalet slutar utan förlängning.` });
      required(path.latestEnd, { message: $localize`Välj sista möjliga slutdatum.` });
      validate(path.startsOn, () => termError(this.model(), 'start'));
      validate(path.endsOn, () => termError(this.model(), 'end'));
      validate(path.latestEnd, () => termError(this.model(), 'latestEnd'));
      applyEach(path.extensionMonths, (months) => {
        validate(months, ({ value, index }) => {
          const whole = value() !== null && Number.isInteger(value());
          if (!whole) return { kind: 'months', message: $localize`Skriv antalet hela månader, 1–240.` };
          return termError(this.model(), `extensionOptions.${index()}`);
        });
      });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.contractForm()) : []));

  constructor() {
    inject(HalfWritten).watch(() => this.contractForm().dirty());
    effect(() => {
      const provider = this.providerView();
      if (provider) untracked(() => this.fitUnits());
    });
  }

  ngOnInit(): void {
    const contract = this.contract();
    if (contract) return this.model.set(draftOf(contract));
    const [only, ...others] = this.committees();
    const committeeId = only && others.length === 0 ? only.id : '';
    this.model.update((draft) => ({ ...draft, committeeId, providerId: this.providerId() }));
  }

  protected extensionLabel(index: number): string {
    return $localize`Förlängning ${index + 1}`;
  }

  protected addExtension(): void {
    this.model.update((draft) => ({ ...draft, extensionMonths: [...draft.extensionMonths, 12] }));
    this.contractForm.extensionMonths().markAsDirty();
  }

  protected removeExtension(index: number): void {
    this.model.update((draft) => ({
      ...draft,
      extensionMonths: draft.extensionMonths.filter((_, at) => at !== index),
    }));
    this.contractForm.extensionMonths().markAsDirty();
    setTimeout(() => document.getElementById('add-extension')?.focus());
  }

  protected useReach(): void {
    const latestEnd = this.reach();
    if (latestEnd) this.model.update((draft) => ({ ...draft, latestEnd }));
  }

  /** Units of another provider fall away; the only unit there is, and its services, are the common choice. */
  private fitUnits(): void {
    const offered = this.units().map(({ value }) => value);
    this.model.update((draft) => {
      const kept = draft.unitIds.filter((id) => offered.includes(id));
      const unitIds = kept.length === 0 && offered.length === 1 ? offered : kept;
      const services = this.providerView()?.units.find(({ id }) => id === unitIds[0])?.serviceTypes ?? [];
      const serviceTypes = draft.serviceTypes.length === 0 && unitIds.length === 1 ? services : draft.serviceTypes;
      return { ...draft, unitIds, serviceTypes };
    });
  }

  private async send(): Promise<void> {
    const contract = this.contract();
    const command = sentOf(this.model());
    try {
      const { id } = contract
        ? await this.api.change(contract.id, { ...command, version: contract.version })
        : await this.api.create(command);
      this.contractForm().reset();
      this.saved.emit(id);
    } catch (error) {
      const { conflict, code } = toProblem(error);
      if (conflict && code !== 'reference-taken') this.stale.emit();
      throw error;
    }
  }
}
