import { Component, computed, inject, input, output, signal } from '@angular/core';
import { email, form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { type Id, PORTAL_LIMITS } from '@insyn/api-schema';
import { sending } from '../../http/sending.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { ModalDialog } from '../../ui/modal-dialog.js';
import { Toasts } from '../../ui/toasts.js';
import { PortalApi } from '../portal-api.js';

/** Invites a colleague with a link of their own, who can then answer everything that the provider has been asked for. */
@Component({
  selector: 'app-invite-dialog',
  imports: [ModalDialog, FormRoot, FormField, Field, Control, ErrorSummary],
  template: `
    <app-modal-dialog i18n-heading heading="Bjud in en kollega" (dismissed)="closed.emit()">
      <form [formRoot]="invitation" class="form" novalidate>
        <p i18n>Kollegan får ett mejl med en länk och kan sedan svara för {{ provider().name }}.</p>
        <app-error-summary [items]="problems()" />
        <app-field i18n-label label="Namn" [of]="invitation.name">
          <input appControl autocomplete="off" [formField]="invitation.name" />
        </app-field>
        <app-field i18n-label label="E-postadress" [of]="invitation.email">
          <input appControl type="email" autocomplete="off" [formField]="invitation.email" />
        </app-field>
        <div class="buttons">
          <button type="submit" class="primary" [attr.aria-busy]="invitation().submitting() || null" i18n>
            Skicka inbjudan
          </button>
          <button type="button" class="quiet" (click)="closed.emit()" i18n>Avbryt</button>
        </div>
      </form>
    </app-modal-dialog>
  `,
})
export class InviteDialog {
  private readonly api = inject(PortalApi);
  private readonly toasts = inject(Toasts);
  readonly provider = input.required<{ id: Id; name: string }>();
  /** The task that one came from. */
  readonly taskId = input<Id | null>(null);
  readonly sent = output();
  readonly closed = output();

  private readonly tried = signal(false);
  private readonly model = signal({ name: '', email: '' });
  protected readonly invitation = form(
    this.model,
    (path) => {
      required(path.name, { message: $localize`Skriv kollegans namn.` });
      maxLength(path.name, PORTAL_LIMITS.name, { message: $localize`Namnet är längre än 120 tecken.` });
      required(path.email, { message: $localize`Skriv kollegans e-postadress.` });
      email(path.email, { message: $localize`Skriv e-postadressen i formen namn@exempel.se.` });
      maxLength(path.email, PORTAL_LIMITS.email, { message: $localize`Adressen är längre än 254 tecken.` });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.invitation()) : []));

  private async send(): Promise<void> {
    const { name, email: address } = this.model();
    const about = { providerId: this.provider().id, taskId: this.taskId() };
    await this.api.invite({ ...about, name: name.trim(), email: address.trim() });
    this.toasts.show($localize`Inbjudan är skickad`);
    this.sent.emit();
    this.closed.emit();
  }
}
