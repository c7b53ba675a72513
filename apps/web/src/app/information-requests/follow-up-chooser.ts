import { Component, computed, inject, input, model, signal } from '@angular/core';
import type { FollowUpListItem } from '@insyn/api-schema';
import { FOLLOW_UP_STATE_LABELS, type FollowUpState, REQUEST_LIMITS } from '@insyn/domain';
import { PagedList } from '../http/paged-list.js';
import { Session } from '../sign-in/session.js';
import { EmptyState } from '../ui/empty-state.js';
import { Control, Field } from '../ui/field.js';
import { Data, ResourceView } from '../ui/resource-view.js';
import { SearchBox } from '../ui/search-box.js';
import { ShowMore } from '../ui/show-more.js';

const SENDING_STATES: readonly FollowUpState[] = ['gathering', 'assessing', 'fact-check'];

/** Chooses the follow-ups of a round: searched and narrowed, ticked one by one or all that are shown. */
@Component({
  selector: 'app-follow-up-chooser',
  imports: [ResourceView, Data, EmptyState, Field, Control, SearchBox, ShowMore],
  template: `
    <fieldset
      id="follow-ups"
      tabindex="-1"
      [attr.aria-invalid]="error() ? 'true' : null"
      [attr.aria-describedby]="error() ? 'follow-ups-error' : 'follow-ups-count'"
    >
      <legend i18n>Uppföljningar</legend>
      <p class="hint" i18n>
        Alla ska höra till samma nämnd. Begäran går till varje utförares kontaktpersoner med e-postadress.
      </p>
      <div class="filters">
        <app-search-box
          i18n-label
          label="Sök uppföljning"
          i18n-hint
          hint="Utförare, enhet, rubrik eller diarienummer"
          [value]="search()"
          (searched)="search.set($event)"
        />
        <app-field i18n-label label="Läge">
          <select appControl (change)="state.set($any($event.target).value)">
            @for (each of states; track each) {
              <option [value]="each" [selected]="state() === each">{{ stateLabels[each] }}</option>
            }
          </select>
        </app-field>
        <app-field i18n-label label="År">
          <select appControl (change)="year.set($any($event.target).value)">
            <option value="" [selected]="!year()" i18n>Alla år</option>
            @for (each of years(); track each) {
              <option [value]="each" [selected]="year() === each">{{ each }}</option>
            }
          </select>
        </app-field>
      </div>
      <p id="follow-ups-count" class="row spread" role="status">
        <b>{{ countText() }}</b>
        @if (chosen().length > 0) {
          <button type="button" class="quiet" (click)="chosen.set([])" i18n>Avmarkera alla</button>
        }
      </p>
      @if (error(); as text) {
        <p class="error-text" id="follow-ups-error">{{ text }}</p>
      }
      <app-resource-view [isEmpty]="list.empty() || (!list.hasMore() && rows().length === 0)">
        <ng-template [appData]="list.resource">
          <div class="card rows">
            <label class="choice all">
              <input type="checkbox" [checked]="allShown()" (change)="toggleShown()" />
              <span i18n>Alla som visas ({{ rows().length }})</span>
            </label>
            @for (row of rows(); track row.id) {
              <label class="choice">
                <input type="checkbox" [checked]="ids().has(row.id)" (change)="toggle(row)" />
                <span>
                  {{ row.title }}
                  <span class="small muted under">{{ row.provider }}, {{ row.unit }}, {{ row.committee }}</span>
                </span>
              </label>
            }
          </div>
          <app-show-more [list]="list" />
        </ng-template>
        <app-empty-state
          empty
          class="card"
          i18n-heading
          heading="Ingen uppföljning stämmer med urvalet"
          i18n-text
          text="En begäran kan skickas när insamlingen av underlag har börjat. Pröva ett annat ord, läge eller år."
        />
      </app-resource-view>
    </fieldset>
  `,
  styles: `
    fieldset {
      display: grid;
      gap: var(--s3);
    }
    .filters {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 180px 120px;
      gap: var(--s3) var(--s4);
      align-items: end;
    }
    .rows {
      max-height: 440px;
      overflow: auto;
    }
    .choice {
      align-items: flex-start;
      padding: 10px 16px;
      border-bottom: 1px solid var(--line);
    }
    .choice:last-child {
      border-bottom: 0;
    }
    .all {
      position: sticky;
      top: 0;
      background: var(--surface);
      font-weight: 600;
      z-index: 1;
    }
    .under {
      display: block;
    }
    @media (max-width: 760px) {
      .filters {
        grid-template-columns: 1fr 1fr;
      }
      .filters app-search-box {
        grid-column: 1 / -1;
      }
    }
  `,
})
export class FollowUpChooser {
  private readonly session = inject(Session);
  readonly chosen = model.required<readonly FollowUpListItem[]>();
  readonly error = input<string | null>(null);

  protected readonly states = SENDING_STATES;
  protected readonly stateLabels = FOLLOW_UP_STATE_LABELS;
  protected readonly search = signal('');
  protected readonly state = signal<FollowUpState>('gathering');
  private readonly thisYear = Number((this.session.today() ?? new Date().toISOString()).slice(0, 4));
  protected readonly year = signal(String(this.thisYear));
  protected readonly years = computed(() => [1, 0, -1, -2].map((from) => String(this.thisYear + from)));
  protected readonly list = new PagedList<FollowUpListItem>('/api/follow-ups', () => {
    const [search, state, year] = [this.search(), this.state(), this.year()];
    return { state, ...(search && { search }), ...(year && { year }) };
  });
  /** Those one may send a request in: of the committees where one writes. */
  protected readonly rows = computed(() => {
    const writable = new Set(this.session.committeesWhere('follow-up.write').map(({ name }) => name));
    return this.list.rows().filter(({ committee }) => writable.has(committee));
  });
  protected readonly ids = computed(() => new Set(this.chosen().map(({ id }) => id)));
  protected readonly allShown = computed(() => {
    const rows = this.rows();
    return rows.length > 0 && rows.every(({ id }) => this.ids().has(id));
  });
  protected readonly countText = computed(() => {
    const count = this.chosen().length;
    if (count === 0) return $localize`Ingen uppföljning är vald`;
    return count === 1 ? $localize`En uppföljning är vald` : $localize`${count} uppföljningar är valda`;
  });

  protected toggle(row: FollowUpListItem): void {
    this.chosen.update((chosen) =>
      this.ids().has(row.id) ? chosen.filter(({ id }) => id !== row.id) : this.within([...chosen, row]),
    );
  }

  protected toggleShown(): void {
    const shown = new Set(this.rows().map(({ id }) => id));
    const others = this.chosen().filter(({ id }) => !shown.has(id));
    this.chosen.set(this.allShown() ? others : this.within([...others, ...this.rows()]));
  }

  private within(rows: readonly FollowUpListItem[]): readonly FollowUpListItem[] {
    return rows.slice(0, REQUEST_LIMITS.followUpsInRound);
  }
}
