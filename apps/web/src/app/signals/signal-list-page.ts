import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SignalView } from '@insyn/api-schema';
import { SIGNAL_KIND_LABELS, SIGNAL_KINDS, SIGNAL_STATE_LABELS, SIGNAL_STATES } from '@insyn/domain';
import { PagedList } from '../http/paged-list.js';
import { Session } from '../sign-in/session.js';
import { EmptyState } from '../ui/empty-state.js';
import { Control, Field } from '../ui/field.js';
import { narrowing } from '../ui/narrowing.js';
import { PageHeader } from '../ui/page-header.js';
import { Data, ResourceView } from '../ui/resource-view.js';
import { ShowMore } from '../ui/show-more.js';
import { SignalItem } from './signal-item.js';

/** All signals that the reader may see, newest first, narrowed by what stands in the address. */
@Component({
  selector: 'app-signal-list-page',
  imports: [RouterLink, PageHeader, ResourceView, Data, EmptyState, Field, Control, ShowMore, SignalItem],
  template: `
    <app-page-header i18n-heading heading="Signaler">
      <a actions class="btn quiet" routerLink="/signaler/mottagare" i18n>Mottagare av lex Sarah</a>
      @if (mayWrite()) {
        <a actions class="btn primary" routerLink="/signaler/ny" i18n>Ny signal</a>
      }
    </app-page-header>
    <form
      class="filters"
      role="search"
      i18n-aria-label
      aria-label="Välj bland signaler"
      (submit)="$event.preventDefault()"
    >
      <app-field i18n-label label="Slag">
        <select appControl [value]="filter().kind" (change)="narrow({ slag: $any($event.target).value })">
          <option value="" [selected]="!filter().kind" i18n>Alla slag</option>
          @for (kind of kinds; track kind) {
            <option [value]="kind" [selected]="filter().kind === kind">{{ kindLabels[kind] }}</option>
          }
        </select>
      </app-field>
      <app-field i18n-label label="Läge">
        <select appControl [value]="filter().state" (change)="narrow({ lage: $any($event.target).value })">
          <option value="" [selected]="!filter().state" i18n>Alla lägen</option>
          @for (state of states; track state) {
            <option [value]="state" [selected]="filter().state === state">{{ stateLabels[state] }}</option>
          }
        </select>
      </app-field>
    </form>
    <app-resource-view [isEmpty]="list.empty()" [rows]="8">
      <ng-template [appData]="list.resource">
        <ol>
          @for (each of list.rows(); track each.id) {
            <li class="card padded"><app-signal-item [signal]="each" [showsUnit]="true" /></li>
          }
        </ol>
        <app-show-more [list]="list" />
      </ng-template>
      @if (narrowed()) {
        <app-empty-state empty class="card" i18n-heading heading="Inget stämmer med urvalet">
          <button type="button" (click)="narrow({ slag: '', lage: '' })" i18n>Visa alla signaler</button>
        </app-empty-state>
      } @else {
        <app-empty-state
          empty
          class="card"
          i18n-heading
          heading="Här samlas signalerna"
          i18n-text
          text="Klagomål, avvikelser, lex Sarah-rapporter, beslut av IVO och tips från handläggare, för varje enhet på en tidslinje."
        >
          @if (mayWrite()) {
            <a class="btn primary" routerLink="/signaler/ny" i18n>Registrera den första signalen</a>
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
      grid-template-columns: repeat(auto-fit, minmax(150px, 220px));
      gap: var(--s3) var(--s4);
    }
    ol {
      list-style: none;
      padding: 0;
      display: grid;
      gap: var(--s3);
      max-width: 860px;
    }
  `,
})
export class SignalListPage {
  private readonly session = inject(Session);
  protected readonly narrow = narrowing();
  readonly slag = input<string>();
  readonly lage = input<string>();

  protected readonly kinds = SIGNAL_KINDS;
  protected readonly kindLabels = SIGNAL_KIND_LABELS;
  protected readonly states = SIGNAL_STATES;
  protected readonly stateLabels = SIGNAL_STATE_LABELS;
  protected readonly filter = computed(
    () => ({
      kind: SIGNAL_KINDS.find((kind) => kind === this.slag()) ?? '',
      state: SIGNAL_STATES.find((state) => state === this.lage()) ?? '',
    }),
    { equal: (a, b) => a.kind === b.kind && a.state === b.state },
  );
  protected readonly list = new PagedList<SignalView>('/api/signals', () => {
    const { kind, state } = this.filter();
    return { ...(kind && { kind }), ...(state && { state }) };
  });
  protected readonly narrowed = computed(() => Boolean(this.filter().kind || this.filter().state));
  protected readonly mayWrite = computed(() => this.session.can('signal.write'));
}
