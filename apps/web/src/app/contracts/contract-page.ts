import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CONTRACT_KIND_LABELS, REGIME_LABELS } from '@insyn/domain';
import { Session } from '../sign-in/session.js';
import { PageHeader } from '../ui/page-header.js';
import { Data, ResourceView } from '../ui/resource-view.js';
import { ClausesCard } from './clauses/clauses-card.js';
import { ContractFacts } from './contract-facts.js';
import { contractOf } from './contracts-api.js';
import { ContractSanctionsCard } from './sanctions/sanctions-card.js';
import { TransferForm } from './transfer/transfer-form.js';

/** One contract: its clauses by focus area, its facts, its follow-ups. */
@Component({
  selector: 'app-contract-page',
  imports: [
    PageHeader,
    ResourceView,
    Data,
    RouterLink,
    ClausesCard,
    ContractFacts,
    ContractSanctionsCard,
    TransferForm,
  ],
  template: `
    <app-page-header [heading]="view()?.reference ?? 'Avtal'" [crumbs]="crumbs()">
      @if (view(); as contract) {
        <a meta [routerLink]="['/utforare', contract.provider.id]">{{ contract.provider.legalName }}</a>
      }
      @if (view(); as contract) {
        <span meta>{{ kinds[contract.kind] }}, {{ regimes[contract.regime] }}</span>
      }
      @if (view(); as contract) {
        <span meta class="num">{{ contract.startsOn }} – {{ contract.endsOn }}</span>
      }
      @if (view()?.kind === 'contract') {
        <a meta [routerLink]="[]" fragment="pafoljder" i18n>Påföljder</a>
      }
      @if (mayWrite()) {
        <a actions class="btn" [routerLink]="['/avtal', id(), 'andra']">
          @if (view()?.kind === 'assignment') {
            <ng-container i18n>Ändra uppdraget</ng-container>
          } @else {
            <ng-container i18n>Ändra avtalet</ng-container>
          }
        </a>
      }
      @if (mayWrite()) {
        <button actions type="button" (click)="transferring.set(true)" i18n>Byt utförare</button>
      }
      @if (view()?.clauseSet?.clauses?.length && mayBegin()) {
        <a actions class="btn primary" routerLink="/uppfoljningar/ny" [queryParams]="{ avtal: id() }" i18n
          >Ny uppföljning</a
        >
      }
    </app-page-header>
    <app-resource-view [rows]="8">
      <ng-template [appData]="contract" let-contract>
        @if (transferring()) {
          <app-transfer-form [contract]="contract" (done)="transferred($event)" />
        }
        <div class="two-columns">
          <div class="stack wide">
            <app-clauses-card [contract]="contract" [mayWrite]="mayWrite()" (changed)="read()" />
            @if (contract.kind === 'contract') {
              <app-contract-sanctions-card [contractId]="contract.id" />
            }
          </div>
          <app-contract-facts [contract]="contract" />
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
export class ContractPage {
  private readonly session = inject(Session);
  readonly id = input.required<string>();

  protected readonly kinds = CONTRACT_KIND_LABELS;
  protected readonly regimes = REGIME_LABELS;
  protected readonly contract = contractOf(() => this.id());
  protected readonly view = computed(() => (this.contract.hasValue() ? this.contract.value() : null));
  protected readonly crumbs = computed(() => [
    { label: $localize`Avtal`, link: '/avtal' },
    ...(this.view() ? [{ label: this.view()?.reference ?? '' }] : []),
  ]);
  protected readonly transferring = signal(false);
  protected readonly mayWrite = computed(() => this.view()?.editable ?? false);
  protected readonly mayBegin = computed(() => {
    const committeeId = this.view()?.committee.id;
    return committeeId !== undefined && this.session.canIn('follow-up.write', committeeId);
  });

  protected transferred(done: boolean): void {
    this.transferring.set(false);
    if (done) this.read();
  }

  protected read(): void {
    this.contract.reload();
  }
}
