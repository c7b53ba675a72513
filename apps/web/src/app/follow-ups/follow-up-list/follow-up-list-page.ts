import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FollowUpListItem } from '@insyn/api-schema';
import { FOLLOW_UP_STATE_LABELS, FOLLOW_UP_STATES } from '@insyn/domain';
import { PagedList } from '../../http/paged-list.js';
import { Session } from '../../sign-in/session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Control, Field } from '../../ui/field.js';
import { narrowing } from '../../ui/narrowing.js';
import { PageHeader } from '../../ui/page-header.js';
import { Data, ResourceView } from '../../ui/resource-view.js';
import { ShowMore } from '../../ui/show-more.js';
import { FollowUpTable } from './follow-up-table.js';

const TYPING_PAUSE_MS = 250;

/** What the list is narrowed to; each lives in the address. */
interface Filters {
  search: string;
  state: string;
  year: string;
}

/** All follow-ups that the reader may see, narrowed by what stands in the address. */
@Component({
  selector: 'app-follow-up-list-page',
  imports: [PageHeader, ResourceView, Data, EmptyState, RouterLink, Field, Control, ShowMore, FollowUpTable],
  template: `
    <app-page-header i18n-heading heading="Uppföljningar">
      @if (mayBegin()) {
        <a actions class="btn primary" routerLink="/uppfoljningar/ny" i18n>Ny uppföljning</a>
      }
    </app-page-header>
    <form
      class="filters"
      role="search"
      i18n-aria-label
      aria-label="Sök bland uppföljningar"
      (submit)="$event.preventDefault()"
    >
      <app-field i18n-label label="Sök" class="search">
        <input
          appControl
          type="search"
          autocomplete="off"
          maxlength="100"
          i18n-placeholder
          placeholder="Utförare, enhet, rubrik eller diarienummer"
          [value]="filters().search"
          (input)="type($any($event.target).value)"
        />
      </app-field>
      <app-field i18n-label label="Läge">
        <select appControl [value]="filters().state" (change)="narrow({ state: $any($event.target).value })">
          <option value="" [selected]="!filters().state" i18n>Alla lägen</option>
          @for (state of states; track state) {
            <option [value]="state" [selected]="filters().state === state">{{ stateLabels[state] }}</option>
          }
        </select>
      </app-field>
      <app-field i18n-label label="År">
        <select appControl [value]="filters().year" (change)="narrow({ year: $any($event.target).value })">
          <option value="" [selected]="!filters().year" i18n>Alla år</option>
          @for (year of years(); track year) {
            <option [value]="year" [selected]="filters().year === year">{{ year }}</option>
          }
        </select>
      </app-field>
    </form>
    <app-resource-view [isEmpty]="list.empty()" [rows]="8">
      <ng-template [appData]="list.resource">
        <app-follow-up-table [rows]="list.rows()" />
        <app-show-more [list]="list" />
      </ng-template>
      @if (narrowed()) {
        <app-empty-state
          empty
          class="card"
          i18n-heading
          heading="Inget stämmer med urvalet"
          i18n-text
          text="Pröva ett annat ord, ett annat läge eller ett annat år."
        >
          <button type="button" (click)="narrow({ search: '', state: '', year: '' })" i18n>
            Visa alla uppföljningar
          </button>
        </app-empty-state>
      } @else {
        <app-empty-state
          empty
          class="card"
          i18n-heading
          heading="Här samlas uppföljningarna"
          i18n-text
          text="En uppföljning gäller ett avtal och en enhet under ett år. Börja med att välja avtalet."
        >
          @if (mayBegin()) {
            <a class="btn primary" routerLink="/uppfoljningar/ny" i18n>Öppna den första uppföljningen</a>
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
      grid-template-columns: minmax(0, 1fr) 200px 130px;
      gap: var(--s3) var(--s4);
    }
    @media (max-width: 760px) {
      .filters {
        grid-template-columns: 1fr 1fr;
      }
      .search {
        grid-column: 1 / -1;
      }
    }
  `,
})
export class FollowUpListPage {
  private readonly session = inject(Session);
  private readonly goTo = narrowing();

  readonly search = input<string>();
  readonly state = input<string>();
  readonly year = input<string>();

  protected readonly states = FOLLOW_UP_STATES;
  protected readonly stateLabels = FOLLOW_UP_STATE_LABELS;
  protected readonly filters = computed<Filters>(
    () => ({
      search: this.search() ?? '',
      state: FOLLOW_UP_STATES.find((state) => state === this.state()) ?? '',
      year: this.year() ?? '',
    }),
    { equal: (a, b) => a.search === b.search && a.state === b.state && a.year === b.year },
  );
  protected readonly list = new PagedList<FollowUpListItem>('/api/follow-ups', () => {
    const { search, state, year } = this.filters();
    return { ...(search && { search }), ...(state && { state }), ...(/^\d{4}$/.test(year) && { year }) };
  });

  protected readonly mayBegin = computed(() => this.session.can('follow-up.write'));
  protected readonly narrowed = computed(() => Object.values(this.filters()).some(Boolean));
  protected readonly years = computed(() => {
    const thisYear = Number((this.session.today() ?? new Date().toISOString()).slice(0, 4));
    const years = Array.from({ length: 7 }, (_, back) => String(thisYear + 1 - back));
    const chosen = this.filters().year;
    return !chosen || years.includes(chosen) ? years : [...years, chosen];
  });

  private typing: ReturnType<typeof setTimeout> | undefined;

  protected type(search: string): void {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.narrow({ search: search.trim() }), TYPING_PAUSE_MS);
  }

  protected narrow(changes: Partial<Filters>): void {
    clearTimeout(this.typing);
    this.goTo(changes);
  }
}
