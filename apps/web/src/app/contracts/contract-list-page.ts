import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ContractListItem } from '@insyn/api-schema';
import { CONTRACT_KIND_LABELS, REGIME_LABELS, SERVICE_TYPE_LABELS, type ServiceType } from '@insyn/domain';
import { PagedList } from '../http/paged-list.js';
import { Session } from '../sign-in/session.js';
import { EmptyState } from '../ui/empty-state.js';
import { narrowing } from '../ui/narrowing.js';
import { PageHeader } from '../ui/page-header.js';
import { Data, ResourceView } from '../ui/resource-view.js';
import { SearchBox } from '../ui/search-box.js';
import { ShowMore } from '../ui/show-more.js';

/** The contracts that the reader may see, by reference, narrowed by the search in the address. */
@Component({
  selector: 'app-contract-list-page',
  imports: [PageHeader, SearchBox, ResourceView, Data, ShowMore, EmptyState, RouterLink],
  template: `
    <app-page-header i18n-heading heading="Avtal">
      @if (mayWrite()) {
        <a actions class="btn primary" routerLink="/avtal/nytt" i18n>Nytt avtal</a>
      }
    </app-page-header>
    <app-search-box
      i18n-label
      label="Sök avtal"
      i18n-hint
      hint="Beteckning eller utförarens namn"
      [value]="search() ?? ''"
      (searched)="look($event)"
    />
    <app-resource-view [isEmpty]="list.empty()" [rows]="8">
      <ng-template [appData]="list.resource">
        <div class="card">
          <table class="rows-on-phone" role="table">
            <caption class="visually-hidden" i18n>
              Avtal med utförare, tjänster, avtalstid och antal avtalspunkter
            </caption>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader" i18n>Avtal</th>
                <th scope="col" role="columnheader" i18n>Utförare</th>
                <th scope="col" role="columnheader" i18n>Avtalstid</th>
                <th scope="col" role="columnheader" class="n" i18n>Punkter</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              @for (row of list.rows(); track row.id) {
                <tr role="row">
                  <td role="cell" class="reference">
                    <a [routerLink]="['/avtal', row.id]">{{ row.reference }}</a>
                    <span class="small muted under">{{ kinds[row.kind] }}, {{ regimes[row.regime] }}</span>
                  </td>
                  <td role="cell">
                    {{ row.provider.legalName }}
                    <span class="small muted under">{{ services(row.serviceTypes) }}</span>
                  </td>
                  <td role="cell" class="num period">
                    {{ row.startsOn }} – {{ row.endsOn }}
                    @if (row.latestEnd !== row.endsOn) {
                      <span class="small muted under" i18n>längst till {{ row.latestEnd }}</span>
                    }
                  </td>
                  <td role="cell" class="n num">
                    @if (row.clauses > 0) {
                      {{ row.clauses }}
                      <span class="unit" i18n>{row.clauses, plural, =1 {avtalspunkt} other {avtalspunkter}}</span>
                    } @else {
                      <span class="small muted"
                        ><ng-container i18n>Inga</ng-container><span class="unit" i18n> avtalspunkter</span
                        ><ng-container i18n> än</ng-container></span
                      >
                    }
                  </td>
                </tr>
              }
            </tbody>
          </table>
        </div>
        <app-show-more [list]="list" />
      </ng-template>
      @if (search()) {
        <app-empty-state
          empty
          class="card"
          i18n-heading
          heading="Inget avtal stämmer med sökningen"
          i18n-text
          text="Pröva en del av beteckningen, eller utförarens namn."
        >
          <button type="button" (click)="look('')" i18n>Visa alla avtal</button>
        </app-empty-state>
      } @else {
        <app-empty-state
          empty
          class="card"
          i18n-heading
          heading="Här samlas avtalen"
          i18n-text
          text="Ett avtal, eller ett uppdrag i egen regi, har numrerade avtalspunkter. Det är dem som en uppföljning bedömer."
        >
          @if (mayWrite()) {
            <a class="btn primary" routerLink="/avtal/nytt" i18n>Lägg upp det första avtalet</a>
          }
        </app-empty-state>
      }
    </app-resource-view>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s5);
    }
    .reference a {
      font-weight: 650;
      color: inherit;
      text-decoration-color: var(--line-strong);
    }
    .under {
      display: block;
    }
    .period {
      white-space: nowrap;
    }
    .n {
      text-align: right;
    }
    .unit {
      display: none;
    }
    @media (max-width: 760px) {
      .n {
        text-align: left;
      }
      .reference a {
        display: inline-block;
        padding-block: 8px;
      }
      .unit {
        display: inline;
      }
    }
  `,
})
export class ContractListPage {
  private readonly narrow = narrowing();
  private readonly session = inject(Session);
  readonly search = input<string>();

  protected readonly kinds = CONTRACT_KIND_LABELS;
  protected readonly regimes = REGIME_LABELS;
  protected readonly list = new PagedList<ContractListItem>('/api/contracts', () => {
    const search = this.search();
    return search ? { search } : {};
  });
  protected readonly mayWrite = computed(() => this.session.can('contract.write'));

  protected services(types: readonly ServiceType[]): string {
    return types.map((type) => SERVICE_TYPE_LABELS[type]).join(', ');
  }

  protected look(search: string): void {
    this.narrow({ search });
  }
}
