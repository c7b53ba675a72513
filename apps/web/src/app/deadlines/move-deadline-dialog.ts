import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { DEADLINE_LIMITS, type DeadlineItem } from '@insyn/api-schema';
import { formatDate } from '@insyn/domain';
import { toProblem } from '../http/problem.js';
import { sending } from '../http/sending.js';
import { ErrorSummary, summaryOf } from '../ui/error-summary.js';
import { Control, Field } from '../ui/field.js';
import { ModalDialog } from '../ui/modal-dialog.js';
import { Toasts } from '../ui/toasts.js';
import { DeadlinesApi } from './deadlines-api.js';
import { LISTED_KIND_LABELS } from './deadline-words.js';

/** Moves a deadline to a day, or counts it from another one; either way with a reason. */
@Component({
  selector: 'app-move-deadline-dialog',
  imports: [ModalDialog, FormRoot, FormField, Field, Control, ErrorSummary],
  template: `
    <app-modal-dialog [heading]="heading()" (dismissed)="closed.emit()">
      <form [formRoot]="moveForm" class="form" novalidate>
        <app-error-summary [items]="problems()" />
        <p>{{ now() }}</p>
        @if (deadline().setBy === 'rule') {
          <app-field i18n-label label="Hur" [of]="moveForm.how">
            <select appControl [formField]="moveForm.how">
              <option value="move" i18n>Sätt en dag</option>
              <option value="rebase" i18n>Räkna från ett annat datum</option>
            </select>
          </app-field>
        }
        @if (model().how === 'move') {
          <app-field
            i18n-label
            label="Ny sista dag"
            i18n-hint
            hint="Är det inte en arbetsdag blir det nästa arbetsdag."
            [of]="moveForm.due"
          >
            <input appControl type="date" [formField]="moveForm.due" />
          </app-field>
        } @else {
          <app-field i18n-label label="Räknas från" [hint]="deadline().rule" [of]="moveForm.baseDate">
            <input appControl type="date" [formField]="moveForm.baseDate" />
          </app-field>
        }
        <app-field i18n-label label="Skäl" i18n-hint hint="Skälet står i ärendets historik." [of]="moveForm.reason">
          <textarea appControl rows="3" [formField]="moveForm.reason"></textarea>
        </app-field>
        @if (deadline().waitsFor === 'provider') {
          <p class="small muted" i18n>{{ deadline().provider }} får veta den nya dagen och skälet med e-post.</p>
        }
        <div class="buttons">
          <button type="submit" class="primary" [attr.aria-busy]="moveForm().submitting() || null" i18n>
            Flytta sista dag
          </button>
          <button type="button" class="quiet" (click)="closed.emit()" i18n>Avbryt</button>
        </div>
      </form>
    </app-modal-dialog>
  `,
})
export class MoveDeadlineDialog {
  private readonly api = inject(DeadlinesApi);
  private readonly toasts = inject(Toasts);
  readonly deadline = input.required<DeadlineItem>();
  readonly changed = output();
  readonly closed = output();

  protected readonly heading = computed(() => {
    const what = LISTED_KIND_LABELS[this.deadline().kind].toLowerCase();
    return $localize`Flytta sista dag för ${what}`;
  });
  protected readonly now = computed(() => {
    const { due, caseNumber, unit } = this.deadline();
    return $localize`Nu är den ${formatDate(due)}. ${unit}, ärende ${caseNumber}.`;
  });
  private readonly tried = signal(false);
  protected readonly model = signal<{ how: 'move' | 'rebase'; due: string; baseDate: string; reason: string }>({
    ...{ how: 'move', due: '', baseDate: '', reason: '' },
  });
  protected readonly moveForm = form(
    this.model,
    (path) => {
      required(path.due, {
        message: $localize`Välj en dag.`,
        when: (context) => context.valueOf(path.how) === 'move',
      });
      required(path.baseDate, {
        message: $localize`Välj ett datum.`,
        when: (context) => context.valueOf(path.how) === 'rebase',
      });
      required(path.reason, { message: $localize`Skriv varför dagen flyttas.` });
      maxLength(path.reason, DEADLINE_LIMITS.reason, { message: $localize`Skälet är längre än 2 000 tecken.` });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.moveForm()) : []));

  private async send(): Promise<void> {
    const { how, due, baseDate, reason } = this.model();
    try {
      if (how === 'move') await this.api.move(this.deadline(), { due, reason: reason.trim() });
      else await this.api.rebase(this.deadline(), { baseDate, reason: reason.trim() });
    } catch (error) {
      if (toProblem(error).conflict) this.changed.emit();
      throw error;
    }
    this.toasts.show($localize`Sista dag är flyttad`);
    this.changed.emit();
    this.closed.emit();
  }
}
