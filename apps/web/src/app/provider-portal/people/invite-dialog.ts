import { Component, computed, inject, input, output, signal } from '@angular/core';
import { email, form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { type Id, PORTAL_LIMITS, type PortalTask } from '@insyn/api-schema';
import { readResource } from '../../http/read-resource.js';
import { sending } from '../../http/sending.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { ModalDialog } from '../../ui/modal-dialog.js';
import { Data, ResourceView } from '../../ui/resource-view.js';
import { Toasts } from '../../ui/toasts.js';
import { PortalApi } from '../portal-api.js';

/** Invites a colleague with a link of their own; the invitation belongs to a request, and lets them answer all of the provider's. */
@Component({
  selector: 'app-invite-dialog',
  imports: [ModalDialog, ResourceView, Data, FormRoot, FormField, Field, Control, ErrorSummary],
  template: `
    <app-modal-dialog i18n-heading heading="Bjud in en kollega" (dismissed)="closed.emit()">
      <app-resource-view [rows]="3">
        <ng-template [appData]="tasks">
          @if (requestId()) {
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
          } @else {
            <p i18n>
              En inbjudan hör till en begäran om uppgifter, och {{ provider().name }} har inte fått någon än. Behöver en
              kollega svara redan nu, be kommunen som har skrivit till er att bjuda in kollegan.
            </p>
            <div class="buttons">
              <button type="button" (click)="closed.emit()" i18n>Stäng</button>
            </div>
          }
        </ng-template>
      </app-resource-view>
    </app-modal-dialog>
  `,
})
export class InviteDialog {
  private readonly api = inject(PortalApi);
  private readonly toasts = inject(Toasts);
  readonly provider = input.required<{ id: Id; name: string }>();
  /** The request that one came from. */
  readonly from = input<Id | null>(null);
  readonly sent = output();
  readonly closed = output();

  protected readonly tasks = readResource<PortalTask[]>(() => '/api/portal/tasks');
  protected readonly requestId = computed(() => {
    const tasks = this.tasks.hasValue() ? this.tasks.value() : [];
    const own = tasks.filter(({ kind, provider }) => kind === 'request' && provider === this.provider().name);
    return (own.find(({ id }) => id === this.from()) ?? own[0])?.id ?? null;
  });
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
    await this.api.invite(this.requestId() ?? '', { name: name.trim(), email: address.trim() });
    this.toasts.show($localize`Inbjudan är skickad`);
    this.sent.emit();
    this.closed.emit();
  }
}
