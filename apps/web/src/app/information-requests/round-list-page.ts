import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RoundListItem } from '@insyn/api-schema';
import { PagedList } from '../http/paged-list.js';
import { Session } from '../sign-in/session.js';
import { InstantShortPipe } from '../ui/dates.js';
import { EmptyState } from '../ui/empty-state.js';
import { PageHeader } from '../ui/page-header.js';
import { Data, ResourceView } from '../ui/resource-view.js';
import { ShowMore } from '../ui/show-more.js';

/** The rounds: the same request to many providers at once. */
@Component({
  selector: 'app-round-list-page',
  imports: [PageHeader, ResourceView, Data, EmptyState, RouterLink, ShowMore, InstantShortPipe],
  template: `
    <app-page-header
      i18n-heading
      heading="Omgångar"
      i18n-lead
      lead="Samma informationsbegäran till många utförare, till exempel varje tertial"
    >
      @if (mayWrite()) {
        <a actions class="btn primary" routerLink="/omgangar/ny" i18n>Ny omgång</a>
      }
    </app-page-header>
    <app-resource-view [isEmpty]="list.empty()" [rows]="5">
      <ng-template [appData]="list.resource">
        <div class="card">
          <table class="rows-on-phone" role="table">
            <caption class="visually-hidden" i18n>
              Omgångar och hur många som har svarat
            </caption>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader" i18n>Omgång</th>
                <th scope="col" role="columnheader" i18n>Skickad</th>
                <th scope="col" role="columnheader" i18n>Svar</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              @for (row of list.rows(); track row.id) {
                <tr role="row">
                  <td role="cell" class="name">
                    <a [routerLink]="['/omgangar', row.id]">{{ row.name }}</a>
                  </td>
                  <td role="cell" class="num">{{ row.createdAt | instantShort }}</td>
                  <td role="cell" class="num" i18n>{{ row.answered }} av {{ row.requests }} har svarat</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
        <app-show-more [list]="list" />
      </ng-template>
      <app-empty-state
        empty
        class="card"
        i18n-heading
        heading="Ingen omgång är skickad än"
        i18n-text
        text="I en omgång får många utförare samma frågor samtidigt, och ni ser på ett ställe vilka som har svarat."
      >
        @if (mayWrite()) {
          <a class="btn primary" routerLink="/omgangar/ny" i18n>Skicka den första omgången</a>
        }
      </app-empty-state>
    </app-resource-view>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s5);
    }
    .name a {
      font-weight: 650;
      color: inherit;
      text-decoration-color: var(--line-strong);
    }
    @media (max-width: 760px) {
      .name a {
        display: inline-block;
        padding-block: 8px;
      }
    }
  `,
})
export class RoundListPage {
  private readonly session = inject(Session);
  protected readonly list = new PagedList<RoundListItem>('/api/request-rounds', () => ({}));
  protected readonly mayWrite = computed(() => this.session.can('follow-up.write'));
}
