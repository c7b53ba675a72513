import { Component, computed, inject } from '@angular/core';
import { InstantShortPipe } from '../../ui/dates.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Data, ResourceView } from '../../ui/resource-view.js';
import { historyOf } from '../follow-ups-api.js';
import { OpenFollowUp } from '../open-follow-up.js';

/** Everything that has happened in the case, newest first. */
@Component({
  selector: 'app-history-tab',
  imports: [ResourceView, Data, EmptyState, InstantShortPipe],
  template: `
    <section class="card padded">
      <h2 i18n>Historik</h2>
      <app-resource-view [isEmpty]="events().length === 0">
        <ng-template [appData]="history">
          <ol>
            @for (event of events(); track event.id) {
              <li>
                <time class="num small muted" [attr.datetime]="event.at">{{ event.at | instantShort }}</time>
                <span
                  >{{ event.summary }}<span class="small muted by">{{ event.by ?? system }}</span></span
                >
              </li>
            }
          </ol>
        </ng-template>
        <app-empty-state empty i18n-heading heading="Inget har hänt än" />
      </app-resource-view>
    </section>
  `,
  styles: `
    ol {
      list-style: none;
      padding: 0;
      margin-top: var(--s3);
    }
    li {
      display: grid;
      grid-template-columns: 110px minmax(0, 1fr);
      gap: var(--s4);
      padding: 8px 0;
      border-top: 1px solid var(--line);
    }
    .by {
      display: block;
    }
  `,
})
export class HistoryTab {
  private readonly followUp = inject(OpenFollowUp);
  protected readonly system = $localize`Insyn`;
  protected readonly history = historyOf(() => this.followUp.id() ?? '');
  protected readonly events = computed(() =>
    this.history.hasValue() ? this.history.value().toSorted((a, b) => b.at.localeCompare(a.at)) : [],
  );
}
