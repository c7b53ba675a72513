import { Component, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Id } from '@insyn/api-schema';
import { PageHeader } from '../../ui/page-header.js';
import { Toasts } from '../../ui/toasts.js';
import { ContractForm } from './contract-form.js';

/** A new contract; the address may name its provider. */
@Component({
  selector: 'app-contract-new-page',
  imports: [PageHeader, ContractForm, RouterLink],
  template: `
    <app-page-header i18n-heading heading="Nytt avtal" [crumbs]="crumbs" />
    <app-contract-form [providerId]="utforare() ?? ''" (saved)="open($event)">
      <a class="btn quiet" routerLink="/avtal" i18n>Avbryt</a>
    </app-contract-form>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s5);
    }
  `,
})
export class ContractNewPage {
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  readonly utforare = input<string>();
  protected readonly crumbs = [{ label: $localize`Avtal`, link: '/avtal' }, { label: $localize`Nytt` }];

  protected open(id: Id): void {
    this.toasts.show($localize`Avtalet är sparat`);
    void this.router.navigate(['/avtal', id]);
  }
}
