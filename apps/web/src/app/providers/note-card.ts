import { Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength } from '@angular/forms/signals';
import { PROVIDER_LIMITS, type ProviderView } from '@insyn/api-schema';
import { toProblem } from '../http/problem.js';
import { sending } from '../http/sending.js';
import { ConflictNotice } from '../ui/conflict-notice.js';
import { ErrorSummary, summaryOf } from '../ui/error-summary.js';
import { Control, Field } from '../ui/field.js';
import { Toasts } from '../ui/toasts.js';
import { ProvidersApi } from './providers-api.js';

/** The municipality's own note about a provider. When someone else wrote meanwhile, both texts are shown. */
@Component({
  selector: 'app-note-card',
  imports: [FormRoot, FormField, Field, Control, ErrorSummary, ConflictNotice],
  template: `
    <section class="card padded stack">
      <div class="row spread">
        <h2 i18n>Anteckning</h2>
        @if (mayWrite() && !writing()) {
          <button type="button" class="quiet" (click)="begin()">
            {{ provider().note ? change : write }}<span class="visually-hidden" i18n> anteckningen</span>
          </button>
        }
      </div>
      @if (writing()) {
        <form [formRoot]="noteForm" class="form" novalidate>
          @if (conflict()) {
            <app-conflict-notice
              [mine]="model().note"
              [theirs]="provider().note"
              (keepMine)="keepMine()"
              (takeTheirs)="writing.set(false)"
            />
          } @else {
            <app-error-summary [items]="tried() ? summary() : []" />
          }
          <app-field i18n-label label="Anteckning" i18n-hint hint="Syns bara inom kommunen" [of]="noteForm.note">
            <textarea appControl [formField]="noteForm.note"></textarea>
          </app-field>
          <div class="buttons">
            <button type="submit" class="primary" [attr.aria-busy]="noteForm().submitting() || null" i18n>Spara</button>
            <button type="button" class="quiet" (click)="writing.set(false)" i18n>Avbryt</button>
          </div>
        </form>
      } @else if (provider().note) {
        <p class="note">{{ provider().note }}</p>
      } @else {
        <p class="muted" i18n>Ingen anteckning. Den syns bara inom kommunen.</p>
      }
    </section>
  `,
  styles: `
    .note {
      white-space: pre-wrap;
    }
    .row button {
      margin: -8px -12px -8px 0;
    }
  `,
})
export class NoteCard {
  private readonly api = inject(ProvidersApi);
  private readonly toasts = inject(Toasts);
  readonly provider = input.required<ProviderView>();
  readonly mayWrite = input(false);
  readonly changed = output();

  protected readonly change = $localize`Ändra`;
  protected readonly write = $localize`Skriv`;
  protected readonly writing = signal(false);
  protected readonly conflict = signal(false);
  protected readonly tried = signal(false);
  protected readonly model = signal({ note: '' });
  private version = 0;
  protected readonly noteForm = form(
    this.model,
    (path) => {
      maxLength(path.note, PROVIDER_LIMITS.note, { message: $localize`Anteckningen är längre än 2 000 tecken.` });
    },
    { submission: sending(this.tried, () => this.send()) },
  );

  protected begin(): void {
    this.model.set({ note: this.provider().note });
    this.version = this.provider().version;
    this.tried.set(false);
    this.conflict.set(false);
    this.writing.set(true);
  }

  protected summary() {
    return summaryOf(this.noteForm());
  }

  /** The page has read what the other wrote; the writer has seen it and chooses their own. */
  protected async keepMine(): Promise<void> {
    this.version = this.provider().version;
    try {
      await this.send();
    } catch (error) {
      this.toasts.show(toProblem(error).title, 'problem');
    }
  }

  private async send(): Promise<void> {
    try {
      await this.api.changeNote(this.provider().id, { version: this.version, note: this.model().note.trim() });
    } catch (error) {
      this.conflict.set(toProblem(error).conflict);
      if (this.conflict()) this.changed.emit();
      throw error;
    }
    this.writing.set(false);
    this.toasts.show($localize`Anteckningen är sparad`);
    this.changed.emit();
  }
}
