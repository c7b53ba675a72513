import { Component, computed, input } from '@angular/core';
import type { RequestListItem } from '@insyn/api-schema';
import { REQUEST_STATE_LABELS, REQUEST_STATES, WAITING_STATES } from '@insyn/domain';
import { EmptyState } from '../ui/empty-state.js';
import { Control, Field } from '../ui/field.js';
import { narrowing } from '../ui/narrowing.js';
import { PageHeader } from '../ui/page-header.js';
import { Data, ResourceView } from '../ui/resource-view.js';
import { RequestTable } from './request-table.js';
import { roundOf } from './requests-api.js';

/** One round: who has answered, who has begun, who is late. */
@Component({
  selector: 'app-round-page',
  imports: [PageHeader, ResourceView, Data, EmptyState, Field, Control, RequestTable],
  template: `
    <app-page-header [heading]="view()?.name ?? 'Omgång'" [crumbs]="crumbs()" />
    <app-resource-view [rows]="8">
      <ng-template [appData]="round" let-round>
        <div class="stack wide">
          <dl class="counts">
            @for (count of counts(); track count.label) {
              <div class="card">
                <dt>{{ count.label }}</dt>
                <dd class="num" [class.late]="count.late && count.number > 0">{{ count.number }}</dd>
              </div>
            }
          </dl>
          <app-field i18n-label label="Läge" class="filter">
            <select appControl (change)="narrow({ lage: $any($event.target).value })">
              <option value="" [selected]="!filter()" i18n>Alla</option>
              <option value="sena" [selected]="filter() === 'sena'" i18n>Försenade</option>
              @for (state of states; track state) {
                <option [value]="state" [selected]="filter() === state">{{ stateLabels[state] }}</option>
              }
            </select>
          </app-field>
          <p role="status" class="visually-hidden" i18n>{{ rows().length }} rader visas.</p>
          @if (rows().length > 0) {
            <app-request-table [rows]="rows()" [byProvider]="true" [caption]="round.name" />
          } @else {
            <app-empty-state class="card" i18n-heading heading="Ingen utförare är i det läget">
              <button type="button" (click)="narrow({ lage: '' })" i18n>Visa alla</button>
            </app-empty-state>
          }
        </div>
      </ng-template>
    </app-resource-view>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s5);
    }
    .counts {
      display: grid;
      grid-template-columns: repeat(5, minmax(0, 1fr));
      gap: var(--s3);
    }
    .counts .card {
      padding: 14px 16px;
    }
    dt {
      font-size: 14px;
      color: var(--ink-2);
    }
    .counts .num {
      font-size: 26px;
      font-weight: 650;
      line-height: 1.2;
    }
    .filter {
      max-width: 260px;
    }
    @media (max-width: 760px) {
      .counts {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
    }
  `,
})
export class RoundPage {
  protected readonly narrow = narrowing();
  readonly id = input.required<string>();
  readonly lage = input<string>();

  protected readonly states = REQUEST_STATES;
  protected readonly stateLabels = REQUEST_STATE_LABELS;
  protected readonly round = roundOf(() => this.id());
  protected readonly view = computed(() => (this.round.hasValue() ? this.round.value() : null));
  protected readonly filter = computed(() => this.lage() ?? '');
  protected readonly rows = computed(() => {
    const [filter, rows] = [this.filter(), this.view()?.requests ?? []];
    if (filter === 'sena') return rows.filter(isOverdue);
    return filter ? rows.filter(({ state }) => state === filter) : rows;
  });
  protected readonly counts = computed(() => {
    const counts = this.view()?.counts;
    if (!counts) return [];
    return [
      { label: $localize`Skickade`, number: counts.sent, late: false },
      { label: $localize`Läst`, number: counts.read, late: false },
      { label: $localize`Påbörjat`, number: counts.started, late: false },
      { label: $localize`Svarat`, number: counts.answered, late: false },
      { label: $localize`Försenade`, number: counts.overdue, late: true },
    ];
  });
  protected readonly crumbs = computed(() => [
    { label: $localize`Omgångar`, link: '/omgangar' },
    ...(this.view() ? [{ label: this.view()?.name ?? '' }] : []),
  ]);
}

function isOverdue({ late, state }: RequestListItem): boolean {
  return late && WAITING_STATES.includes(state);
}
