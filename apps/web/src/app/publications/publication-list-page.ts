import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PublicationListItem } from '@insyn/api-schema';
import { PUBLICATION_STATE_LABELS, PUBLICATION_STATES } from '@insyn/domain';
import { PagedList } from '../http/paged-list.js';
import { Chip } from '../ui/chip.js';
import { EmptyState } from '../ui/empty-state.js';
import { Control, Field } from '../ui/field.js';
import { narrowing } from '../ui/narrowing.js';
import { PageHeader } from '../ui/page-header.js';
import { Data, ResourceView } from '../ui/resource-view.js';
import { ShowMore } from '../ui/show-more.js';
import { PUBLICATION_STATE_TONES } from './publication-state.js';

/** Approved reports on their way to the public page, and those that are there; narrowed by the state in the address. */
@Component({
  selector: 'app-publication-list-page',
  imports: [PageHeader, Field, Control, ResourceView, Data, ShowMore, EmptyState, Chip, RouterLink],
  template: `
    <app-page-header i18n-heading heading="Publicerat" />
    <app-field i18n-label label="Läge" class="state">
      <select appControl [value]="chosen() ?? ''" (change)="narrow({ state: $any($event.target).value })">
        <option value="" [selected]="!chosen()" i18n>Alla lägen</option>
        @for (state of states; track state) {
          <option [value]="state" [selected]="chosen() === state">{{ stateLabels[state] }}</option>
        }
      </select>
    </app-field>
    <app-resource-view [isEmpty]="list.empty()" [rows]="8">
      <ng-template [appData]="list.resource">
        <div class="card">
          <table class="rows-on-phone" role="table">
            <caption class="visually-hidden" i18n>
              Rapporter med läge, utfall och datum
            </caption>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader" i18n>Rapport</th>
                <th scope="col" role="columnheader" i18n>Läge</th>
                <th scope="col" role="columnheader" i18n>Utfall</th>
                <th scope="col" role="columnheader" i18n>Beslutad</th>
                <th scope="col" role="columnheader" i18n>Publicerad</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              @for (row of list.rows(); track row.id) {
                <tr role="row">
                  <td role="cell" class="title">
                    <a [routerLink]="['/publicerat', row.id]">{{ row.title }}</a>
                    <span class="small muted under"
                      ><span class="num">{{ row.caseNumber }}</span
                      >, <ng-container i18n>version {{ row.reportVersion }}</ng-container></span
                    >
                  </td>
                  <td role="cell">
                    <app-chip [tone]="tones[row.state]" [label]="stateLabels[row.state]" />
                    @if (row.state === 'waiting' && row.unsettled > 0) {
                      <span class="small muted under" i18n>{row.unsettled, plural,
                        =1 {1 träff att avgöra}
                        other {{{ row.unsettled }} träffar att avgöra}
                      }</span>
                    }
                  </td>
                  <td role="cell"><app-chip [outcome]="row.outcome" /></td>
                  <td role="cell" class="num day"><span class="on-phone" i18n>Beslutad </span>{{ row.approvedOn }}</td>
                  <td role="cell" class="num day">
                    @if (row.publishedOn) {
                      <span class="on-phone" i18n>Publicerad </span>{{ row.publishedOn }}
                    } @else {
                      <span class="small muted" i18n>Inte än</span
                      ><span class="on-phone small muted" i18n> publicerad</span>
                    }
                  </td>
                </tr>
              }
            </tbody>
          </table>
        </div>
        <app-show-more [list]="list" />
      </ng-template>
      @if (chosen()) {
        <app-empty-state
          empty
          class="card"
          i18n-heading
          heading="Ingen rapport har det läget"
          i18n-text
          text="Välj ett annat läge."
        >
          <button type="button" (click)="narrow({ state: '' })" i18n>Visa alla rapporter</button>
        </app-empty-state>
      } @else {
        <app-empty-state
          empty
          class="card"
          i18n-heading
          heading="Här samlas rapporterna som ska bli offentliga"
          i18n-text
          text="När en bedömning har godkänts kommer rapporten hit. Den granskas för sekretess, godkänns och publiceras."
        >
          <a class="btn" routerLink="/uppfoljningar" i18n>Till uppföljningarna</a>
        </app-empty-state>
      }
    </app-resource-view>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s5);
    }
    .state {
      max-width: 280px;
    }
    .title {
      width: 38%;
    }
    .title a {
      font-weight: 650;
      color: inherit;
      text-decoration-color: var(--line-strong);
    }
    .under {
      display: block;
    }
    .day {
      white-space: nowrap;
    }
    .on-phone {
      display: none;
    }
    @media (max-width: 760px) {
      tr {
        grid-template-columns: auto 1fr;
        row-gap: 6px !important;
      }
      .title,
      .day {
        width: auto;
        grid-column: 1 / -1;
      }
      .title a {
        display: inline-block;
        padding-block: 8px 4px;
      }
      .on-phone {
        display: inline;
      }
    }
    /* The longest state and the longest outcome do not fit side by side on a phone. */
    @media (max-width: 470px) {
      tr {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class PublicationListPage {
  protected readonly narrow = narrowing();
  readonly state = input<string>();

  protected readonly states = PUBLICATION_STATES;
  protected readonly stateLabels = PUBLICATION_STATE_LABELS;
  protected readonly tones = PUBLICATION_STATE_TONES;
  protected readonly chosen = computed(() => PUBLICATION_STATES.find((state) => state === this.state()) ?? null);
  protected readonly list = new PagedList<PublicationListItem>('/api/publications', () => {
    const state = this.chosen();
    return state ? { state } : {};
  });
}
