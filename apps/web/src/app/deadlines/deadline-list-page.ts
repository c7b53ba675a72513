import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DeadlineItem } from '@insyn/api-schema';
import { DEADLINE_STATE_LABELS, DEADLINE_STATES } from '@insyn/domain';
import { PagedList } from '../http/paged-list.js';
import { Session } from '../sign-in/session.js';
import { EmptyState } from '../ui/empty-state.js';
import { Control, Field } from '../ui/field.js';
import { narrowing } from '../ui/narrowing.js';
import { PageHeader } from '../ui/page-header.js';
import { Data, ResourceView } from '../ui/resource-view.js';
import { ShowMore } from '../ui/show-more.js';
import { DeadlineTable } from './deadline-table.js';
import { LISTED_KIND_LABELS, LISTED_KINDS, SCOPE_LABELS, SCOPES, type ScopeWord } from './deadline-words.js';
import { MoveDeadlineDialog } from './move-deadline-dialog.js';

/** Every deadline of one's own cases or of the committee's; for a manager first those that have been escalated. */
@Component({
  selector: 'app-deadline-list-page',
  imports: [
    PageHeader,
    ResourceView,
    Data,
    EmptyState,
    RouterLink,
    Field,
    Control,
    ShowMore,
    DeadlineTable,
    MoveDeadlineDialog,
  ],
  template: `
    <app-page-header i18n-heading heading="Tidsfrister" i18n-lead lead="Vad som ska vara klart, när, och av vem" />
    <nav class="scopes" i18n-aria-label aria-label="Vilka tidsfrister">
      @for (each of scopes(); track each) {
        <a
          [routerLink]="[]"
          [queryParams]="{ urval: each }"
          queryParamsHandling="merge"
          [class.here]="each === scope()"
          [attr.aria-current]="each === scope() ? 'page' : null"
          >{{ scopeLabels[each] }}</a
        >
      }
    </nav>
    <div class="row filters">
      <app-field i18n-label label="Slag">
        <select appControl (change)="narrow({ slag: $any($event.target).value })">
          <option value="" [selected]="!kind()" i18n>Alla slag</option>
          @for (each of kinds; track each) {
            <option [value]="each" [selected]="kind() === each">{{ kindLabels[each] }}</option>
          }
        </select>
      </app-field>
      @if (scope() !== 'eskalerade') {
        <app-field i18n-label label="Läge">
          <select appControl (change)="narrow({ lage: $any($event.target).value })">
            @for (each of states; track each) {
              <option [value]="each" [selected]="state() === each">{{ stateLabels[each] }}</option>
            }
          </select>
        </app-field>
      }
    </div>
    <app-resource-view [isEmpty]="list.empty()" [rows]="8">
      <ng-template [appData]="list.resource">
        <app-deadline-table [rows]="list.rows()" (moving)="moved.set($event)" />
        <app-show-more [list]="list" />
      </ng-template>
      @if (kind() || state() !== 'open') {
        <app-empty-state
          empty
          class="card"
          i18n-heading
          heading="Ingen tidsfrist stämmer med urvalet"
          i18n-text
          text="Välj ett annat slag eller läge, eller visa alla."
        >
          <button type="button" (click)="narrow({ slag: '', lage: '' })" i18n>Visa alla som löper</button>
        </app-empty-state>
      } @else {
        <app-empty-state empty class="card" [heading]="nothing().heading" [text]="nothing().text" />
      }
    </app-resource-view>
    @if (moved(); as deadline) {
      <app-move-deadline-dialog [deadline]="deadline" (changed)="list.resource.reload()" (closed)="moved.set(null)" />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s5);
    }
    .scopes {
      display: flex;
      overflow-x: auto;
      gap: 4px;
      border-bottom: 1px solid var(--line);
    }
    .scopes a {
      flex: none;
      display: flex;
      align-items: center;
      min-height: 44px;
      padding: 0 14px;
      color: var(--ink-2);
      text-decoration: none;
      font-weight: 600;
      font-size: 15px;
      border-bottom: 3px solid transparent;
    }
    .scopes a:hover {
      color: var(--ink);
      border-color: var(--line-strong);
    }
    .scopes a.here {
      color: var(--pine);
      border-color: var(--pine);
    }
    .scopes a:focus-visible {
      outline-offset: -2px;
    }
    .filters app-field {
      flex: 0 1 260px;
    }
  `,
})
export class DeadlineListPage {
  private readonly session = inject(Session);
  protected readonly narrow = narrowing();
  readonly urval = input<string>();
  readonly lage = input<string>();
  readonly slag = input<string>();

  protected readonly scopeLabels = SCOPE_LABELS;
  protected readonly kinds = LISTED_KINDS;
  protected readonly kindLabels = LISTED_KIND_LABELS;
  protected readonly states = DEADLINE_STATES;
  protected readonly stateLabels = DEADLINE_STATE_LABELS;
  /** What comes first is what the reader is here for. */
  protected readonly scopes = computed((): readonly ScopeWord[] =>
    this.session.can('follow-up.decide')
      ? ['eskalerade', 'namnden', 'mina']
      : this.session.can('follow-up.write')
        ? ['mina', 'namnden', 'eskalerade']
        : ['namnden', 'eskalerade'],
  );
  protected readonly scope = computed(
    () => this.scopes().find((each) => each === this.urval()) ?? this.scopes()[0] ?? 'namnden',
  );
  protected readonly kind = computed(() => LISTED_KINDS.find((each) => each === this.slag()) ?? '');
  protected readonly state = computed(() =>
    this.scope() === 'eskalerade' ? 'open' : (DEADLINE_STATES.find((each) => each === this.lage()) ?? 'open'),
  );
  protected readonly list = new PagedList<DeadlineItem>('/api/deadlines', () => {
    const kind = this.kind();
    return { scope: SCOPES[this.scope()], state: this.state(), ...(kind && { kind }) };
  });
  protected readonly moved = signal<DeadlineItem | null>(null);
  protected readonly nothing = computed(() =>
    this.scope() === 'eskalerade'
      ? {
          heading: $localize`Inget är eskalerat`,
          text: $localize`När en tidsfrist har gått ut står den här tills den är klar eller har flyttats.`,
        }
      : {
          heading: $localize`Ingen tidsfrist löper`,
          text: $localize`Här står informationsbegäran, faktakontroller, åtgärdsplaner, återkontroller och påföljder med sista dag.`,
        },
  );
}
