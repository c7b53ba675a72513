import { Component, computed, inject, input, type OnInit, output, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { QUESTION_SET_LIMITS, type QuestionSetView } from '@insyn/api-schema';
import { SERVICE_TYPE_LABELS, SERVICE_TYPES, type ServiceType } from '@insyn/domain';
import { toProblem } from '../http/problem.js';
import { sending } from '../http/sending.js';
import { ErrorSummary, summaryOf } from '../ui/error-summary.js';
import { Control, Field } from '../ui/field.js';
import { ModalDialog } from '../ui/modal-dialog.js';
import { Toasts } from '../ui/toasts.js';
import { QuestionSetsApi } from './question-sets-api.js';

/** Changes what a set is called and which service it is for. */
@Component({
  selector: 'app-question-set-dialog',
  imports: [ModalDialog, FormRoot, FormField, Field, Control, ErrorSummary],
  template: `
    <app-modal-dialog i18n-heading heading="Ändra namn och tjänst" (dismissed)="closed.emit()">
      <form [formRoot]="setForm" class="form" novalidate>
        <app-error-summary [items]="problems()" />
        <app-field i18n-label label="Namn" [of]="setForm.name">
          <input appControl autocomplete="off" [formField]="setForm.name" />
        </app-field>
        <app-field i18n-label label="Tjänst" [of]="setForm.serviceType">
          <select appControl [formField]="setForm.serviceType">
            @for (type of types; track type) {
              <option [value]="type">{{ typeLabels[type] }}</option>
            }
          </select>
        </app-field>
        <div class="buttons">
          <button type="submit" class="primary" [attr.aria-busy]="setForm().submitting() || null" i18n>Spara</button>
          <button type="button" class="quiet" (click)="closed.emit()" i18n>Avbryt</button>
        </div>
      </form>
    </app-modal-dialog>
  `,
})
export class QuestionSetDialog implements OnInit {
  private readonly api = inject(QuestionSetsApi);
  private readonly toasts = inject(Toasts);
  readonly set = input.required<QuestionSetView>();
  readonly changed = output();
  readonly closed = output();

  protected readonly types = SERVICE_TYPES;
  protected readonly typeLabels = SERVICE_TYPE_LABELS;
  private readonly tried = signal(false);
  private readonly model = signal<{ name: string; serviceType: ServiceType }>({ name: '', serviceType: 'home-care' });
  protected readonly setForm = form(
    this.model,
    (path) => {
      required(path.name, { message: $localize`Skriv frågebatteriets namn.` });
      maxLength(path.name, QUESTION_SET_LIMITS.name, { message: $localize`Namnet är längre än 200 tecken.` });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.setForm()) : []));

  ngOnInit(): void {
    const { name, serviceType } = this.set();
    this.model.set({ name, serviceType });
  }

  private async send(): Promise<void> {
    const { id, version } = this.set();
    const { name, serviceType } = this.model();
    try {
      await this.api.change(id, { version, name: name.trim(), serviceType });
    } catch (error) {
      if (toProblem(error).conflict) this.changed.emit();
      throw error;
    }
    this.toasts.show($localize`Frågebatteriet är ändrat`);
    this.changed.emit();
    this.closed.emit();
  }
}
