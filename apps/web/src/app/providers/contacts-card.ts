import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { ContactView, Id, ProviderView } from '@insyn/api-schema';
import { toProblem } from '../http/problem.js';
import { Confirm } from '../ui/confirm.js';
import { Toasts } from '../ui/toasts.js';
import { ContactDialog } from './contact-dialog.js';
import { ProvidersApi } from './providers-api.js';

/** Whom the municipality talks to at the provider. */
@Component({
  selector: 'app-contacts-card',
  imports: [ContactDialog],
  template: `
    <section class="card padded stack">
      <div class="row spread">
        <h2 i18n>Kontakter</h2>
        @if (mayWrite()) {
          <button type="button" class="quiet" (click)="open.set('new')">
            <ng-container i18n>Lägg till</ng-container><span class="visually-hidden" i18n> kontakt</span>
          </button>
        }
      </div>
      @if (provider().contacts.length === 0) {
        <p class="muted" i18n>Inga kontakter. Här står vem kommunen talar med hos utföraren.</p>
      }
      <ul>
        @for (contact of provider().contacts; track contact.id) {
          <li>
            <p>
              <b>{{ contact.name }}</b>
              @if (contact.role) {
                <span class="muted">, {{ contact.role }}</span>
              }
            </p>
            @if (contact.email) {
              <p>
                <a [href]="'mailto:' + contact.email">{{ contact.email }}</a>
              </p>
            }
            @if (contact.phone) {
              <p>
                <a class="num" [href]="'tel:' + contact.phone">{{ contact.phone }}</a>
              </p>
            }
            @if (mayWrite()) {
              <p class="acts">
                <button type="button" class="quiet" (click)="open.set(contact.id)">
                  <ng-container i18n>Ändra</ng-container><span class="visually-hidden"> {{ contact.name }}</span>
                </button>
                <button type="button" class="quiet" (click)="remove(contact)">
                  <ng-container i18n>Ta bort</ng-container><span class="visually-hidden"> {{ contact.name }}</span>
                </button>
              </p>
            }
          </li>
        }
      </ul>
    </section>
    @if (open()) {
      <app-contact-dialog
        [providerId]="provider().id"
        [contact]="contact()"
        (changed)="changed.emit()"
        (closed)="open.set(null)"
      />
    }
  `,
  styles: `
    .row button {
      margin: -8px -12px -8px 0;
    }
    ul {
      list-style: none;
      padding: 0;
    }
    ul:empty {
      display: none;
    }
    li {
      padding: 10px 0;
      border-top: 1px solid var(--line);
      overflow-wrap: anywhere;
    }
    li:last-child {
      padding-bottom: 0;
    }
    .acts {
      margin: 2px 0 -6px -16px;
    }
  `,
})
export class ContactsCard {
  private readonly api = inject(ProvidersApi);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  readonly provider = input.required<ProviderView>();
  readonly mayWrite = input(false);
  readonly changed = output();

  /** The contact being written, `new` for one more, null for none. */
  protected readonly open = signal<Id | null>(null);
  protected readonly contact = computed(
    () => this.provider().contacts.find((contact) => contact.id === this.open()) ?? null,
  );

  protected async remove(contact: ContactView): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`Ta bort kontakten?`,
      text: $localize`${contact.name} tas bort från utföraren. Det går inte att ångra.`,
      confirm: $localize`Ta bort`,
      tone: 'danger',
    });
    if (!sure) return;
    try {
      await this.api.removeContact(contact);
      this.toasts.show($localize`Kontakten är borttagen`);
    } catch (error) {
      this.toasts.show(toProblem(error).title, 'problem');
    }
    this.changed.emit();
  }
}
