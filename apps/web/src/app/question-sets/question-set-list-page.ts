import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { QuestionSetListItem } from '@insyn/api-schema';
import { SERVICE_TYPE_LABELS, SERVICE_TYPES } from '@insyn/domain';
import { PagedList } from '../http/paged-list.js';
import { Session } from '../sign-in/session.js';
import { InstantShortPipe } from '../ui/dates.js';
import { EmptyState } from '../ui/empty-state.js';
import { Control, Field } from '../ui/field.js';
import { narrowing } from '../ui/narrowing.js';
import { PageHeader } from '../ui/page-header.js';
import { Data, ResourceView } from '../ui/resource-view.js';
import { SearchBox } from '../ui/search-box.js';
import { ShowMore } from '../ui/show-more.js';

/** The municipality's question sets by service, those in use or those that are archived. */
@Component({
  selector: 'app-question-set-list-page',
  imports: [
    PageHeader,
    ResourceView,
    Data,
    EmptyState,
    RouterLink,
    Field,
    Control,
    SearchBox,
    ShowMore,
    InstantShortPipe,
  ],
  template: `
    <app-page-header i18n-heading heading="Frågebatterier">
      @if (mayWrite()) {
        <a actions class="btn primary" routerLink="/fragebatterier/nytt" i18n>Nytt frågebatteri</a>
      }
    </app-page-header>
    <div class="filters">
      <app-search-box
        i18n-label
        label="Sök frågebatteri"
        [value]="filters().search"
        (searched)="narrow({ search: $event })"
      />
      <app-field i18n-label label="Tjänst">
        <select appControl (change)="narrow({ tjanst: $any($event.target).value })">
          <option value="" [selected]="!filters().serviceType" i18n>Alla tjänster</option>
          @for (type of types; track type) {
            <option [value]="type" [selected]="filters().serviceType === type">{{ typeLabels[type] }}</option>
          }
        </select>
      </app-field>
      <label class="choice">
        <input
          type="checkbox"
          [checked]="filters().archived"
          (change)="narrow({ arkiverade: $any($event.target).checked ? 'ja' : '' })"
        />
        <span i18n>Visa arkiverade</span>
      </label>
    </div>
    <app-resource-view [isEmpty]="list.empty()" [rows]="6">
      <ng-template [appData]="list.resource">
        <div class="card">
          <table class="rows-on-phone" role="table">
            <caption class="visually-hidden" i18n>
              Frågebatterier med tjänst, version och antal frågor
            </caption>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader" i18n>Frågebatteri</th>
                <th scope="col" role="columnheader" i18n>Version</th>
                <th scope="col" role="columnheader" class="n" i18n>Frågor</th>
                <th scope="col" role="columnheader" i18n>Ändrat</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              @for (row of list.rows(); track row.id) {
                <tr role="row">
                  <td role="cell" class="name">
                    <a [routerLink]="['/fragebatterier', row.id]">{{ row.name }}</a>
                    <span class="small muted under">{{ typeLabels[row.serviceType] }}</span>
                  </td>
                  <td role="cell">
                    <ng-container i18n>Version {{ row.versionNumber }}</ng-container>
                    <span class="small muted under">
                      @if (row.frozen) {
                        <ng-container i18n>Skickad, ändras inte</ng-container>
                      } @else {
                        <ng-container i18n>Inte skickad än</ng-container>
                      }
                    </span>
                  </td>
                  <td role="cell" class="n num">
                    {{ row.questions }}
                    <span class="unit" i18n>{row.questions, plural, =1 {fråga} other {frågor}}</span>
                  </td>
                  <td role="cell" class="num changed">{{ row.updatedAt | instantShort }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
        <app-show-more [list]="list" />
      </ng-template>
      @if (narrowed()) {
        <app-empty-state
          empty
          class="card"
          i18n-heading
          heading="Inget frågebatteri stämmer med urvalet"
          i18n-text
          text="Pröva ett annat ord eller en annan tjänst."
        >
          <button type="button" (click)="narrow({ search: '', tjanst: '', arkiverade: '' })" i18n>
            Visa alla frågebatterier
          </button>
        </app-empty-state>
      } @else {
        <app-empty-state
          empty
          class="card"
          i18n-heading
          heading="Här samlas frågorna till utförarna"
          i18n-text
          text="Ett frågebatteri hör till en tjänst. Börja med ett färdigt för personlig assistans eller hemtjänst, eller från början."
        >
          @if (mayWrite()) {
            <a class="btn primary" routerLink="/fragebatterier/nytt" i18n>Lägg upp det första frågebatteriet</a>
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
    .filters {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 220px max-content;
      gap: var(--s3) var(--s4);
      align-items: end;
    }
    .name a {
      font-weight: 650;
      color: inherit;
      text-decoration-color: var(--line-strong);
    }
    .under {
      display: block;
    }
    .changed {
      white-space: nowrap;
    }
    .unit {
      display: none;
    }
    @media (max-width: 760px) {
      .filters {
        grid-template-columns: 1fr;
      }
      .name a {
        display: inline-block;
        padding-block: 8px;
      }
      .unit {
        display: inline;
      }
    }
  `,
})
export class QuestionSetListPage {
  private readonly session = inject(Session);
  protected readonly narrow = narrowing();
  readonly search = input<string>();
  readonly tjanst = input<string>();
  readonly arkiverade = input<string>();

  protected readonly types = SERVICE_TYPES;
  protected readonly typeLabels = SERVICE_TYPE_LABELS;
  protected readonly filters = computed(
    () => ({
      search: this.search() ?? '',
      serviceType: SERVICE_TYPES.find((type) => type === this.tjanst()) ?? '',
      archived: this.arkiverade() === 'ja',
    }),
    { equal: (a, b) => a.search === b.search && a.serviceType === b.serviceType && a.archived === b.archived },
  );
  protected readonly list = new PagedList<QuestionSetListItem>('/api/question-sets', () => {
    const { search, serviceType, archived } = this.filters();
    return { ...(search && { search }), ...(serviceType && { serviceType }), ...(archived && { archived: 'true' }) };
  });
  protected readonly narrowed = computed(() => Object.values(this.filters()).some(Boolean));
  protected readonly mayWrite = computed(() => this.session.can('question-set.write'));
}
