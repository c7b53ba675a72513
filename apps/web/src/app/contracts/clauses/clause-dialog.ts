import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { OnInit } from '@angular/core';
import { form, FormField, FormRoot, maxLength, validate } from '@angular/forms/signals';
import { CONTRACT_LIMITS, type ClauseDraft, type ClauseView, type ContractView } from '@insyn/api-schema';
import { CLAUSE_KIND_LABELS, CLAUSE_KINDS, compareClauseNumbers, normaliseClauseNumber } from '@insyn/domain';
import { toProblem } from '../../http/problem.js';
import { sending } from '../../http/sending.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { ModalDialog } from '../../ui/modal-dialog.js';
import { Toasts } from '../../ui/toasts.js';
import { ContractsApi } from '../contracts-api.js';

/** Adds a clause, or changes one. */
@Component({
  selector: 'app-clause-dialog',
  imports: [ModalDialog, FormRoot, FormField, Field, Control, ErrorSummary],
  template: `
    <app-modal-dialog [heading]="clause() ? changing : adding" (dismissed)="closed.emit()">
      @if (contract().clauseSet.frozen) {
        <p class="muted" i18n>
          Version {{ contract().clauseSet.number }} är fryst. Det du sparar blir version {{ next() }}.
        </p>
      }
      <form [formRoot]="clauseForm" class="form" novalidate>
        <app-error-summary [items]="problems()" />
        <div class="form-row">
          <app-field i18n-label label="Nummer" i18n-hint hint="Till exempel 4.10 eller § 7" [of]="clauseForm.number">
            <input appControl autocomplete="off" [formField]="clauseForm.number" />
          </app-field>
          <app-field i18n-label label="Slag" i18n-hint hint="Ett mål ger bara rekommendationer" [of]="clauseForm.kind">
            <select appControl [formField]="clauseForm.kind">
              @for (kind of kinds; track kind) {
                <option [value]="kind">{{ kindLabels[kind] }}</option>
              }
            </select>
          </app-field>
        </div>
        <app-field i18n-label label="Rubrik" [of]="clauseForm.heading">
          <input appControl autocomplete="off" [formField]="clauseForm.heading" />
        </app-field>
        <app-field i18n-label label="Text" i18n-hint hint="Så som den står i avtalet" [of]="clauseForm.text">
          <textarea appControl [formField]="clauseForm.text"></textarea>
        </app-field>
        <app-field
          i18n-label
          label="Fokusområde"
          i18n-hint
          hint="Samlar punkter som följs upp tillsammans"
          [optional]="true"
          [of]="clauseForm.focusArea"
        >
          <input appControl autocomplete="off" list="focus-areas" [formField]="clauseForm.focusArea" />
        </app-field>
        <datalist id="focus-areas">
          @for (area of areas(); track area) {
            <option [value]="area"></option>
          }
        </datalist>
        <app-field
          i18n-label
          label="Följs upp genom"
          i18n-hint
          hint="Till exempel granskning av genomförandeplaner"
          [optional]="true"
          [of]="clauseForm.verification"
        >
          <input appControl autocomplete="off" [formField]="clauseForm.verification" />
        </app-field>
        <label class="choice">
          <input type="checkbox" [formField]="clauseForm.critical" />
          <span i18n>Kritisk: är den inte uppfylld blir utfallet inte godkänd</span>
        </label>
        <div class="buttons">
          <button type="submit" class="primary" [attr.aria-busy]="clauseForm().submitting() || null" i18n>
            Spara avtalspunkten
          </button>
          <button type="button" class="quiet" (click)="closed.emit()" i18n>Avbryt</button>
        </div>
      </form>
    </app-modal-dialog>
  `,
})
export class ClauseDialog implements OnInit {
  private readonly api = inject(ContractsApi);
  private readonly toasts = inject(Toasts);
  readonly contract = input.required<ContractView>();
  /** Null for a new one. */
  readonly clause = input.required<ClauseView | null>();
  /** The focus areas that there are, to choose from. */
  readonly areas = input<readonly string[]>([]);
  readonly changed = output();
  readonly closed = output();

  protected readonly adding = $localize`Ny avtalspunkt`;
  protected readonly changing = $localize`Ändra avtalspunkten`;
  protected readonly kinds = CLAUSE_KINDS;
  protected readonly kindLabels = CLAUSE_KIND_LABELS;
  protected readonly next = computed(() => this.contract().clauseSet.number + 1);
  private readonly tried = signal(false);
  private readonly model = signal<ClauseDraft>({
    number: '',
    heading: '',
    text: '',
    kind: 'requirement',
    focusArea: '',
    critical: false,
    verification: '',
  });
  protected readonly clauseForm = form(
    this.model,
    (path) => {
      validate(path.number, ({ value }) => this.numberError(value()));
      maxLength(path.heading, CONTRACT_LIMITS.clauseHeading, { message: $localize`Rubriken är längre än 200 tecken.` });
      maxLength(path.text, CONTRACT_LIMITS.clauseText, { message: $localize`Texten är längre än 5 000 tecken.` });
      validate(path.text, ({ value }) => {
        if (value().trim() || this.model().heading.trim()) return null;
        return { kind: 'required', message: $localize`Skriv avtalspunktens text, eller åtminstone en rubrik.` };
      });
      maxLength(path.focusArea, CONTRACT_LIMITS.focusArea, { message: $localize`Namnet är längre än 100 tecken.` });
      maxLength(path.verification, CONTRACT_LIMITS.verification, {
        message: $localize`Texten är längre än 1 000 tecken.`,
      });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.clauseForm()) : []));

  ngOnInit(): void {
    const clause = this.clause();
    if (!clause) return;
    const { number, heading, text, kind, focusArea, critical, verification } = clause;
    this.model.set({ number, heading, text, kind, focusArea, critical, verification });
  }

  private numberError(text: string) {
    if (!text.trim()) return { kind: 'required', message: $localize`Skriv avtalspunktens nummer.` };
    const number = normaliseClauseNumber(text);
    if (!number) {
      const message = $localize`Numret kan ha siffror, bokstäver, §, punkt och bindestreck, högst 20 tecken.`;
      return { kind: 'number', message };
    }
    const others = this.contract().clauseSet.clauses.filter(({ id }) => id !== this.clause()?.id);
    const taken = others.some((other) => compareClauseNumbers(other.number, number) === 0);
    return taken ? { kind: 'taken', message: $localize`Nummer ${number} finns redan i avtalet.` } : null;
  }

  private async send(): Promise<void> {
    const { number, heading, text, focusArea, verification, ...rest } = this.model();
    const command: ClauseDraft = {
      ...rest,
      number: number.trim(),
      heading: heading.trim(),
      text: text.trim(),
      focusArea: focusArea.trim(),
      verification: verification.trim(),
    };
    const [clause, set] = [this.clause(), this.contract().clauseSet];
    try {
      const saved = clause
        ? await this.api.changeClause(clause.id, { ...command, version: clause.version })
        : await this.api.addClause(this.contract().id, { ...command, clauseSetVersion: set.version });
      const isNext = saved.clauseSetNumber > set.number;
      this.toasts.show(
        isNext
          ? $localize`Sparat. Avtalspunkterna är nu version ${saved.clauseSetNumber}.`
          : $localize`Avtalspunkten är sparad`,
      );
    } catch (error) {
      if (toProblem(error).conflict) this.changed.emit();
      throw error;
    }
    this.changed.emit();
    this.closed.emit();
  }
}
