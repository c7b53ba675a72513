import { Component, computed, type ElementRef, inject, input, viewChild } from '@angular/core';
import type { HistoryItem } from '@insyn/api-schema';
import { HISTORY_GROUP_LABELS, HISTORY_GROUPS } from '@insyn/domain';
import { PagedList } from '../../http/paged-list.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Control, Field } from '../../ui/field.js';
import { narrowing } from '../../ui/narrowing.js';
import { Data, ResourceView } from '../../ui/resource-view.js';
import { ShowMore } from '../../ui/show-more.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { AsOfForm } from './as-of-form.js';
import { historyDays } from './history-days.js';
import { HistoryEvent } from './history-event.js';

/** Everything that has happened in the case and in its re-checks, day by day, newest first; can be printed. */
@Component({
  selector: 'app-history-tab',
  imports: [ResourceView, Data, EmptyState, Field, Control, ShowMore, AsOfForm, HistoryEvent],
  host: { '(window:beforeprint)': 'unfold()' },
  template: `
    <section #history class="card padded stack">
      <div class="row spread">
        <h2 i18n>Historik</h2>
        <button type="button" class="no-print" [attr.aria-busy]="list.reading() || null" (click)="print()" i18n>
          Skriv ut
        </button>
      </div>
      <div class="row spread no-print">
        <app-field i18n-label label="Visa">
          <select appControl (change)="narrow({ visa: $any($event.target).value })">
            <option value="" [selected]="!group()" i18n>Allt som har hänt</option>
            @for (each of groups; track each) {
              <option [value]="each" [selected]="group() === each">{{ groupLabels[each] }}</option>
            }
          </select>
        </app-field>
        <app-as-of-form [followUpId]="followUp.id() ?? ''" />
      </div>
      @if (group(); as shown) {
        <p class="print-only" i18n>Urval: {{ groupLabels[shown] }}</p>
      }
      <app-resource-view [isEmpty]="list.empty()" [rows]="8">
        <ng-template [appData]="list.resource">
          @for (day of days(); track day.date + day.events[0]?.id) {
            <h3>{{ day.heading }}</h3>
            <ol>
              @for (event of day.events; track event.id) {
                <li><app-history-event [event]="event" /></li>
              }
            </ol>
          }
          <app-show-more class="no-print" [list]="list" />
        </ng-template>
        @if (group()) {
          <app-empty-state
            empty
            i18n-heading
            heading="Inget sådant har hänt i ärendet"
            i18n-text
            text="Välj något annat, eller visa allt som har hänt."
          >
            <button type="button" (click)="narrow({ visa: '' })" i18n>Visa allt</button>
          </app-empty-state>
        } @else {
          <app-empty-state empty i18n-heading heading="Inget har hänt än" />
        }
      </app-resource-view>
    </section>
  `,
  styles: `
    ol {
      list-style: none;
      padding: 0;
    }
    h3 {
      margin: var(--s4) 0 var(--s2);
    }
    .print-only {
      display: none;
    }
    @media print {
      .print-only {
        display: block;
      }
      li {
        break-inside: avoid;
      }
      h3 {
        break-after: avoid;
      }
    }
  `,
})
export class HistoryTab {
  protected readonly followUp = inject(OpenFollowUp);
  protected readonly narrow = narrowing();
  readonly visa = input<string>();

  protected readonly groups = HISTORY_GROUPS;
  protected readonly groupLabels = HISTORY_GROUP_LABELS;
  protected readonly group = computed(() => HISTORY_GROUPS.find((each) => each === this.visa()) ?? null);
  protected readonly list = new PagedList<HistoryItem>(
    () => `/api/follow-ups/${this.followUp.id() ?? ''}/history`,
    () => {
      const group = this.group();
      return group === null ? {} : { group };
    },
  );
  protected readonly days = computed(() => historyDays(this.list.rows()));
  private readonly section = viewChild.required<ElementRef<HTMLElement>>('history');

  /** All of it goes on paper, however little of it has been read. */
  protected async print(): Promise<void> {
    while (this.list.hasMore() && !this.list.problem()) await this.list.showMore();
    if (this.list.problem()) return;
    // What was read last is drawn before the paper is.
    setTimeout(() => window.print());
  }

  /** What is folded on the screen is not folded on paper. */
  protected unfold(): void {
    for (const details of this.section().nativeElement.querySelectorAll('details')) details.open = true;
  }
}
