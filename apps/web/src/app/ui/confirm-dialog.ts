import { Component, effect, inject, signal } from '@angular/core';
import { Confirm } from './confirm.js';
import { Control, Field } from './field.js';
import { ModalDialog } from './modal-dialog.js';

/** Where `Confirm` asks its questions; one in the frame. */
@Component({
  selector: 'app-confirm-dialog',
  imports: [ModalDialog, Field, Control],
  template: `
    @if (confirm.open(); as asked) {
      <app-modal-dialog [heading]="asked.question.heading" (dismissed)="confirm.answer(null)">
        <p>{{ asked.question.text }}</p>
        @if (asked.question.reason; as reason) {
          <app-field
            [label]="reason.label"
            [hint]="reason.hint ?? null"
            [error]="missing()"
            [optional]="!reason.required"
          >
            <textarea
              appControl
              [attr.maxlength]="reason.maxLength ?? 2000"
              [value]="text()"
              (input)="text.set($any($event.target).value)"
            ></textarea>
          </app-field>
        }
        <div class="buttons">
          <button
            type="button"
            [class.primary]="asked.question.tone !== 'danger'"
            [class.danger]="asked.question.tone === 'danger'"
            (click)="yes(asked.question.reason?.required ?? false)"
          >
            {{ asked.question.confirm }}
          </button>
          <button type="button" class="quiet" (click)="confirm.answer(null)" i18n>Avbryt</button>
        </div>
      </app-modal-dialog>
    }
  `,
})
export class ConfirmDialog {
  protected readonly confirm = inject(Confirm);
  protected readonly text = signal('');
  protected readonly missing = signal<string | null>(null);

  constructor() {
    effect(() => {
      this.confirm.open();
      this.text.set('');
      this.missing.set(null);
    });
  }

  protected yes(reasonRequired: boolean): void {
    const reason = this.text().trim();
    if (reasonRequired && reason === '') return this.missing.set($localize`Skriv varför.`);
    this.confirm.answer({ reason });
  }
}
