import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PROVIDER_FORM_LABELS } from '@insyn/domain';
import { Session } from '../sign-in/session.js';
import { PageHeader } from '../ui/page-header.js';
import { Data, ResourceView } from '../ui/resource-view.js';
import { ContactsCard } from './contacts-card.js';
import { NoteCard } from './note-card.js';
import { ProviderCasesCards } from './provider-cases-cards.js';
import { providerOf } from './providers-api.js';
import { UnitsCard } from './units-card.js';

/** One provider: its units, contracts and follow-ups, and the municipality's contacts and note. */
@Component({
  selector: 'app-provider-page',
  imports: [PageHeader, ResourceView, Data, RouterLink, UnitsCard, ProviderCasesCards, ContactsCard, NoteCard],
  template: `
    <app-page-header [heading]="view()?.legalName ?? 'Utförare'" [crumbs]="crumbs()">
      @if (view(); as provider) {
        <span meta class="num">{{ provider.organisationNumber }}</span>
      }
      @if (view(); as provider) {
        <span meta>{{ forms[provider.form] }}</span>
      }
      @if (view() && mayAddContract()) {
        <a actions class="btn primary" routerLink="/avtal/nytt" [queryParams]="{ utforare: id() }" i18n>Nytt avtal</a>
      }
    </app-page-header>
    <app-resource-view [rows]="8">
      <ng-template [appData]="provider" let-provider>
        <div class="two-columns">
          <div class="stack wide">
            <app-units-card [provider]="provider" [mayWrite]="mayWrite()" (changed)="read()" />
            <app-provider-cases-cards [provider]="provider" [mayAddContract]="mayAddContract()" />
          </div>
          <div class="stack wide">
            <app-contacts-card [provider]="provider" [mayWrite]="mayWrite()" (changed)="read()" />
            <app-note-card [provider]="provider" [mayWrite]="mayWrite()" (changed)="read()" />
          </div>
        </div>
      </ng-template>
    </app-resource-view>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s5);
    }
  `,
})
export class ProviderPage {
  private readonly session = inject(Session);
  readonly id = input.required<string>();

  protected readonly forms = PROVIDER_FORM_LABELS;
  protected readonly provider = providerOf(() => this.id());
  protected readonly view = computed(() => (this.provider.hasValue() ? this.provider.value() : null));
  protected readonly crumbs = computed(() => [
    { label: $localize`Utförare`, link: '/utforare' },
    ...(this.view() ? [{ label: this.view()?.legalName ?? '' }] : []),
  ]);
  protected readonly mayWrite = computed(() => this.session.can('provider.write'));
  protected readonly mayAddContract = computed(() => this.session.can('contract.write'));

  protected read(): void {
    this.provider.reload();
  }
}
