import { Component, computed, inject } from '@angular/core';
import type { HistoryItem } from '@insyn/api-schema';
import { stockholmDate } from '@insyn/domain';
import { InstantShortPipe } from '../../ui/dates.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Data, ResourceView } from '../../ui/resource-view.js';
import { historyOf } from '../follow-ups-api.js';
import { OpenFollowUp } from '../open-follow-up.js';

/** Everything that has happened in the case, newest first; the answers that were saved in a row are one line. */
@Component({
  selector: 'app-history-tab',
  imports: [ResourceView, Data, EmptyState, InstantShortPipe],
  template: `
    <section class="card padded">
      <h2 i18n>Historik</h2>
      <app-resource-view [isEmpty]="events().length === 0">
        <ng-template [appData]="history">
          <ol>
            @for (event of lines(); track event.id) {
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
  protected readonly lines = computed(() => folded(this.events()));
}

/** Each answer saves itself while it is written: those that one person saved after each other in a day are one line. */
function folded(events: readonly HistoryItem[]): HistoryItem[] {
  const runs: HistoryItem[][] = [];
  for (const event of events) {
    const run = runs.at(-1);
    if (run?.[0] && isAnswer(event) && isAnswer(run[0]) && sameHand(event, run[0])) run.push(event);
    else runs.push([event]);
  }
  return runs.flatMap(([first, ...others]) => {
    if (!first) return [];
    // The same words are the same question, saved again.
    const count = new Set([first, ...others].map(({ summary }) => summary)).size;
    return count === 1 ? first : { ...first, summary: $localize`Sparade ${count} svar` };
  });
}

function isAnswer({ kind }: HistoryItem): boolean {
  return kind.startsWith('answer.');
}

function sameHand(one: HistoryItem, other: HistoryItem): boolean {
  return one.by === other.by && stockholmDate(new Date(one.at)) === stockholmDate(new Date(other.at));
}
