import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ProviderListItem } from '@insyn/api-schema';
import { PROVIDER_FORM_LABELS } from '@insyn/domain';
import { PagedList } from '../http/paged-list.js';
import { Session } from '../sign-in/session.js';
import { Chip } from '../ui/chip.js';
import { EmptyState } from '../ui/empty-state.js';
import { narrowing } from '../ui/narrowing.js';
import { PageHeader } from '../ui/page-header.js';
import { Data, ResourceView } from '../ui/resource-view.js';
import { SearchBox } from '../ui/search-box.js';
import { ShowMore } from '../ui/show-more.js';

/** The municipality's providers by name, narrowed by the search in the address. */
@Component({
  selector: 'app-provider-list-page',
  imports: [PageHeader, SearchBox, ResourceView, Data, ShowMore, EmptyState, Chip, RouterLink],
  template: `
    <app-page-header i18n-heading heading="Utförare">
      @if (mayWrite()) {
        <a actions class="btn primary" routerLink="/utforare/ny" i18n>Ny utförare</a>
      }
    </app-page-header>
    <app-search-box
      i18n-label
      label="Sök utförare"
      i18n-hint
      hint="Namn eller organisationsnummer"
      [value]="search() ?? ''"
      (searched)="look($event)"
    />
    <app-resource-view [isEmpty]="list.empty()" [rows]="8">
      <ng-template [appData]="list.resource">
        <div class="card">
          <table class="rows-on-phone" role="table">
            <caption class="visually-hidden" i18n>
              Utförare med antal enheter och avtal och den senaste uppföljningen
            </caption>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader" i18n>Utförare</th>
                <th scope="col" role="columnheader" class="n" i18n>Enheter</th>
                <th scope="col" role="columnheader" class="n" i18n>Avtal</th>
                <th scope="col" role="columnheader" i18n>Senaste uppföljning</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              @for (row of list.rows(); track row.id) {
                <tr role="row">
                  <td role="cell" class="name">
                    <a [routerLink]="['/utforare', row.id]">{{ row.legalName }}</a>
                    <span class="small muted under"
                      ><span class="num">{{ row.organisationNumber }}</span
                      >, {{ forms[row.form] }}</span
                    >
                  </td>
                  <td role="cell" class="n num">
                    {{ row.units }} <span class="unit" i18n>{row.units, plural, =1 {enhet} other {enheter}}</span>
                  </td>
                  <td role="cell" class="n num">{{ row.contracts }}<span class="unit" i18n> avtal</span></td>
                  <td role="cell" class="latest">
                    @if (row.latestFollowUp; as latest) {
                      <a [routerLink]="['/uppfoljningar', latest.id]" class="num"
                        ><span class="visually-hidden">{{ row.legalName }}, </span>{{ latest.year }}</a
                      >
                      @if (latest.outcome) {
                        <app-chip [outcome]="latest.outcome" />
                      } @else {
                        <app-chip tone="info" i18n-label label="Pågår" />
                      }
                    } @else {
                      <span class="small muted" i18n>Inte följd upp</span>
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
          heading="Ingen utförare stämmer med sökningen"
          i18n-text
          text="Pröva en del av namnet, eller organisationsnumret."
        >
          <button type="button" (click)="look('')" i18n>Visa alla utförare</button>
        </app-empty-state>
      } @else {
        <app-empty-state
          empty
          class="card"
          i18n-heading
          heading="Här samlas utförarna"
          i18n-text
          text="En utförare är den som kommunen har avtal med, eller en verksamhet i egen regi. Registrera den, lägg till enheterna och sedan avtalet."
        >
          @if (mayWrite()) {
            <a class="btn primary" routerLink="/utforare/ny" i18n>Registrera den första utföraren</a>
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
    .name {
      width: 46%;
    }
    .name a {
      font-weight: 650;
      color: inherit;
      text-decoration-color: var(--line-strong);
    }
    .under {
      display: block;
    }
    .n {
      text-align: right;
    }
    .unit {
      display: none;
    }
    .latest app-chip {
      margin-left: var(--s2);
    }
    @media (max-width: 760px) {
      .n {
        text-align: left;
      }
      tr {
        grid-template-columns: auto 1fr;
      }
      .name,
      .latest {
        width: auto;
        grid-column: 1 / -1;
      }
      .name a,
      .latest a {
        display: inline-block;
        padding-block: 8px;
      }
      .unit {
        display: inline;
      }
    }
  `,
})
export class ProviderListPage {
  private readonly narrow = narrowing();
  private readonly session = inject(Session);
  readonly search = input<string>();

  protected readonly forms = PROVIDER_FORM_LABELS;
  protected readonly list = new PagedList<ProviderListItem>('/api/providers', () => {
    const search = this.search();
    return search ? { search } : {};
  });
  protected readonly mayWrite = computed(() => this.session.can('provider.write'));

  protected look(search: string): void {
    this.narrow({ search });
  }
}
