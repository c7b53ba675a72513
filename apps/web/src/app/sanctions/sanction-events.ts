import { Component, input } from '@angular/core';
import type { SanctionEventView } from '@insyn/api-schema';
import { type RecordDirection, SANCTION_EVENT_LABELS } from '@insyn/domain';
import { DateLongPipe } from '../ui/dates.js';
import { KronorPipe } from './kronor.js';

/** What has happened to a sanction, oldest first: when, by whom, what was written, and what was registered. */
@Component({
  selector: 'app-sanction-events',
  imports: [DateLongPipe, KronorPipe],
  template: `
    <section class="card padded stack" aria-labelledby="events-heading">
      <h2 id="events-heading" i18n>Händelser</h2>
      <ol>
        @for (event of events(); track event.id) {
          <li>
            <h3>{{ words[event.kind] }}</h3>
            <p class="small muted">
              <time [attr.datetime]="event.on">{{ event.on | dateLong }}</time>, {{ event.by ?? provider() }}
            </p>
            @if (event.kind === 'reduce' && event.amount !== null) {
              <p i18n>Nytt belopp: {{ event.amount | kronor }}</p>
            }
            @if (event.text && !toldElsewhere.includes(event.kind)) {
              <p class="prose pre">{{ event.text }}</p>
            }
            @if (event.record; as record) {
              <p class="small muted">
                {{ directions[record.direction] }}:
                {{ record.publicTitle }}
              </p>
            }
          </li>
        }
      </ol>
    </section>
  `,
  styles: `
    ol {
      list-style: none;
      padding: 0;
      display: grid;
      gap: var(--s4);
    }
    li {
      padding-left: 14px;
      border-left: 3px solid var(--line-strong);
    }
    .pre {
      white-space: pre-line;
      margin-top: 4px;
    }
  `,
})
export class SanctionEvents {
  readonly events = input.required<readonly SanctionEventView[]>();
  /** Whose doing it was where nobody of the municipality did it. */
  readonly provider = input.required<string>();
  protected readonly words = SANCTION_EVENT_LABELS;
  protected readonly directions: Readonly<Record<RecordDirection, string>> = {
    in: $localize`Inkommen handling`,
    out: $localize`Utgående handling`,
    'drawn-up': $localize`Upprättad handling`,
  };
  /** The grounds of the decision and the words of the dispute stand whole beside the history. */
  protected readonly toldElsewhere: readonly SanctionEventView['kind'][] = ['decide', 'dispute'];
}
