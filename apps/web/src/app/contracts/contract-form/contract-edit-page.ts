import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { PageHeader } from '../../ui/page-header.js';
import { Data, ResourceView } from '../../ui/resource-view.js';
import { Toasts } from '../../ui/toasts.js';
import { contractOf } from '../contracts-api.js';
import { ContractForm } from './contract-form.js';

/** Changes a contract that is there. */
@Component({
  selector: 'app-contract-edit-page',
  imports: [PageHeader, ResourceView, Data, ContractForm, RouterLink],
  template: `
    <app-page-header i18n-heading heading="Ändra avtalet" [crumbs]="crumbs()" />
    <app-resource-view [rows]="8">
      <ng-template [appData]="contract" let-contract>
        @if (contract.editable) {
          <app-contract-form [contract]="contract" (saved)="leave()" (stale)="read()">
            <a class="btn quiet" [routerLink]="['/avtal', id()]" i18n>Avbryt</a>
          </app-contract-form>
        } @else {
          <p class="notice" i18n>
            Avtalet hör till {{ contract.committee.name }}, där du inte kan ändra avtal.
            <a [routerLink]="['/avtal', id()]">Till avtalet</a>
          </p>
        }
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
export class ContractEditPage {
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  readonly id = input.required<string>();
  protected readonly contract = contractOf(() => this.id());
  protected readonly crumbs = computed(() => [
    { label: $localize`Avtal`, link: '/avtal' },
    {
      label: this.contract.hasValue() ? this.contract.value().reference : $localize`Avtalet`,
      link: `/avtal/${this.id()}`,
    },
    { label: $localize`Ändra` },
  ]);

  protected leave(): void {
    this.toasts.show($localize`Avtalet är sparat`);
    void this.router.navigate(['/avtal', this.id()]);
  }

  protected read(): void {
    this.contract.reload();
  }
}
