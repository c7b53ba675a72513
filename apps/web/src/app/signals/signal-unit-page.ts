import { Component, computed, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Id } from '@insyn/api-schema';
import { ProviderPicker } from '../contracts/contract-form/provider-picker.js';
import { providerOf } from '../providers/providers-api.js';
import { EmptyState } from '../ui/empty-state.js';
import { PageHeader } from '../ui/page-header.js';
import { Data, ResourceView } from '../ui/resource-view.js';

/** Chooses which unit a new signal is about. */
@Component({
  selector: 'app-signal-unit-page',
  imports: [RouterLink, PageHeader, ProviderPicker, ResourceView, Data, EmptyState],
  template: `
    <app-page-header
      i18n-heading
      heading="Ny signal"
      i18n-lead
      lead="Välj först vilken enhet den gäller."
      [crumbs]="crumbs"
    />
    <div class="form">
      <app-provider-picker [(value)]="providerId" [providerName]="name()" />
      @if (providerId()) {
        <app-resource-view [isEmpty]="units().length === 0" [rows]="3">
          <ng-template [appData]="provider">
            <h2 id="choose-unit" i18n>Enhet</h2>
            <ul class="card" aria-labelledby="choose-unit">
              @for (unit of units(); track unit.id) {
                <li>
                  <a [routerLink]="['/signaler/enheter', unit.id]" [queryParams]="{ ny: 1 }">{{ unit.name }}</a>
                </li>
              }
            </ul>
          </ng-template>
          <app-empty-state
            empty
            class="card"
            i18n-heading
            heading="Utföraren har ingen enhet"
            i18n-text
            text="Lägg till enheten på utförarens sida först."
          />
        </app-resource-view>
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s5);
    }
    h2 {
      font-size: 16px;
      margin-bottom: var(--s2);
    }
    ul {
      list-style: none;
      padding: 0;
    }
    li + li {
      border-top: 1px solid var(--line);
    }
    li a {
      display: block;
      padding: 12px 16px;
    }
  `,
})
export class SignalUnitPage {
  protected readonly crumbs = [{ label: $localize`Signaler`, link: '/signaler' }];
  protected readonly providerId = signal<Id>('');
  protected readonly provider = providerOf(() => this.providerId());
  private readonly view = computed(() => (this.provider.hasValue() ? this.provider.value() : null));
  protected readonly name = computed(() => this.view()?.legalName ?? '');
  protected readonly units = computed(() => this.view()?.units ?? []);
}
