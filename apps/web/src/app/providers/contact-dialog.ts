import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { OnInit } from '@angular/core';
import { email, form, FormField, FormRoot, maxLength, pattern, required } from '@angular/forms/signals';
import { PROVIDER_LIMITS, type ContactView, type Id } from '@insyn/api-schema';
import { toProblem } from '../http/problem.js';
import { sending } from '../http/sending.js';
import { ErrorSummary, summaryOf } from '../ui/error-summary.js';
import { Control, Field } from '../ui/field.js';
import { ModalDialog } from '../ui/modal-dialog.js';
import { Toasts } from '../ui/toasts.js';
import { ProvidersApi } from './providers-api.js';

/** Adds a contact, or changes one. */
@Component({
  selector: 'app-contact-dialog',
  imports: [ModalDialog, FormRoot, FormField, Field, Control, ErrorSummary],
  template: `
    <app-modal-dialog [heading]="contact() ? changing : adding" (dismissed)="closed.emit()">
      <form [formRoot]="contactForm" class="form" novalidate>
        <app-error-summary [items]="problems()" />
        <app-field i18n-label label="Namn" [of]="contactForm.name">
          <input appControl autocomplete="off" [formField]="contactForm.name" />
        </app-field>
        <app-field
          i18n-label
          label="Roll"
          i18n-hint
          hint="Till exempel verksamhetschef"
          [optional]="true"
          [of]="contactForm.role"
        >
          <input appControl autocomplete="off" [formField]="contactForm.role" />
        </app-field>
        <app-field i18n-label label="E-postadress" [optional]="true" [of]="contactForm.email">
          <input appControl type="email" autocomplete="off" [formField]="contactForm.email" />
        </app-field>
        <app-field i18n-label label="Telefon" [optional]="true" [of]="contactForm.phone">
          <input appControl type="tel" autocomplete="off" [formField]="contactForm.phone" />
        </app-field>
        <div class="buttons">
          <button type="submit" class="primary" [attr.aria-busy]="contactForm().submitting() || null" i18n>
            Spara kontakten
          </button>
          <button type="button" class="quiet" (click)="closed.emit()" i18n>Avbryt</button>
        </div>
      </form>
    </app-modal-dialog>
  `,
})
export class ContactDialog implements OnInit {
  private readonly api = inject(ProvidersApi);
  private readonly toasts = inject(Toasts);
  readonly providerId = input.required<Id>();
  /** Null for a new one. */
  readonly contact = input.required<ContactView | null>();
  readonly changed = output();
  readonly closed = output();

  protected readonly adding = $localize`Ny kontakt`;
  protected readonly changing = $localize`Ändra kontakten`;
  private readonly tried = signal(false);
  private readonly model = signal({ name: '', role: '', email: '', phone: '' });
  protected readonly contactForm = form(
    this.model,
    (path) => {
      required(path.name, { message: $localize`Skriv kontaktens namn.` });
      maxLength(path.name, PROVIDER_LIMITS.contactName, { message: $localize`Namnet är längre än 120 tecken.` });
      maxLength(path.role, PROVIDER_LIMITS.contactRole, { message: $localize`Rollen är längre än 120 tecken.` });
      email(path.email, { message: $localize`Ange en e-postadress, till exempel namn@exempel.se.` });
      maxLength(path.email, PROVIDER_LIMITS.email, { message: $localize`Adressen är längre än 254 tecken.` });
      pattern(path.phone, /^(\+?[\d\s()/-]{5,40})?$/, {
        message: $localize`Ange ett telefonnummer med siffror, mellanslag och bindestreck.`,
      });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.contactForm()) : []));

  ngOnInit(): void {
    const contact = this.contact();
    if (!contact) return;
    const { name, role, email, phone } = contact;
    this.model.set({ name, role, email: email ?? '', phone: phone ?? '' });
  }

  private async send(): Promise<void> {
    const { name, role, email, phone } = this.model();
    const command = { name: name.trim(), role: role.trim(), email: email.trim() || null, phone: phone.trim() || null };
    const contact = this.contact();
    try {
      if (contact) await this.api.changeContact(contact.id, { ...command, version: contact.version });
      else await this.api.addContact(this.providerId(), command);
    } catch (error) {
      if (toProblem(error).conflict) this.changed.emit();
      throw error;
    }
    this.toasts.show($localize`Kontakten är sparad`);
    this.changed.emit();
    this.closed.emit();
  }
}
