import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required, validate } from '@angular/forms/signals';
import type { PortalRequestView } from '@insyn/api-schema';
import { extensionFaults, formatDateLong, REQUEST_LIMITS } from '@insyn/domain';
import { sending } from '../../http/sending.js';
import { Session } from '../../sign-in/session.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { ModalDialog } from '../../ui/modal-dialog.js';
import { Toasts } from '../../ui/toasts.js';
import { PortalApi } from '../portal-api.js';

/** Asks the municipality for more time; the reason is kept with the case. */
@Component({
  selector: 'app-extension-dialog',
  imports: [ModalDialog, FormRoot, FormField, Field, Control, ErrorSummary],
  template: `
    <app-modal-dialog i18n-heading heading="Be om längre svarstid" (dismissed)="closed.emit()">
      <p i18n>Ni ska svara senast {{ due() }}. Kommunen bestämmer om tiden förlängs, och svarar i ett mejl.</p>
      <form [formRoot]="extension" class="form" novalidate>
        <app-error-summary [items]="problems()" />
        <app-field i18n-label label="Önskad ny svarsdag" [of]="extension.wantedDue">
          <input appControl type="date" [formField]="extension.wantedDue" />
        </app-field>
        <app-field i18n-label label="Varför behövs mer tid?" [of]="extension.reason">
          <textarea appControl [formField]="extension.reason"></textarea>
        </app-field>
        <div class="buttons">
          <button type="submit" class="primary" [attr.aria-busy]="extension().submitting() || null" i18n>
            Skicka begäran
          </button>
          <button type="button" class="quiet" (click)="closed.emit()" i18n>Avbryt</button>
        </div>
      </form>
    </app-modal-dialog>
  `,
})
export class ExtensionDialog {
  private readonly api = inject(PortalApi);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  readonly view = input.required<PortalRequestView>();
  readonly sent = output();
  readonly closed = output();

  protected readonly due = computed(() => formatDateLong(this.view().due));
  private readonly tried = signal(false);
  private readonly model = signal({ wantedDue: '', reason: '' });
  protected readonly extension = form(
    this.model,
    (path) => {
      required(path.wantedDue, { message: $localize`Välj vilken dag ni vill svara senast.` });
      validate(path.wantedDue, ({ value }) => this.faultOf(value()));
      required(path.reason, { message: $localize`Skriv varför ni behöver mer tid.` });
      maxLength(path.reason, REQUEST_LIMITS.reason, { message: $localize`Texten är längre än 1 000 tecken.` });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.extension()) : []));

  private faultOf(wantedDue: string): { kind: string; message: string } | undefined {
    if (wantedDue === '') return undefined;
    const { due } = this.view();
    const [fault] = extensionFaults({ due, wantedDue, today: this.session.today() ?? due });
    return fault ? { kind: 'due', message: `${fault}.` } : undefined;
  }

  private async send(): Promise<void> {
    const { wantedDue, reason } = this.model();
    await this.api.askForExtension(this.view().id, { wantedDue, reason: reason.trim() });
    this.toasts.show($localize`Begäran om längre svarstid är skickad`);
    this.sent.emit();
    this.closed.emit();
  }
}
