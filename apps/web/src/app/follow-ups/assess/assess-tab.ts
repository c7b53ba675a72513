import { Component, computed, inject, input, linkedSignal, untracked, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Id } from '@insyn/api-schema';
import { EmptyState } from '../../ui/empty-state.js';
import { keyIsTaken } from '../../ui/keyboard.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { clauseGroups } from './clause-groups.js';
import { ClauseList } from './clause-list.js';
import { ClauseWorkplace } from './clause-workplace.js';

/** The assessment: clauses to the left, the one at hand in the middle, the evidence to the right. */
@Component({
  selector: 'app-assess-tab',
  imports: [ClauseList, ClauseWorkplace, EmptyState, RouterLink],
  template: `
    @if (followUp.view(); as view) {
      @if (view.kind === 're-check') {
        <app-empty-state
          class="card"
          i18n-heading
          heading="En återkontroll bedömer kraven"
          i18n-text
          text="Avtalspunkterna bedömdes i uppföljningen som kontrolleras. Här bedöms bara det som är öppet av dess krav."
        >
          <a class="btn" [routerLink]="['/uppfoljningar', view.id, 'krav']" i18n>Bedöm kraven</a>
        </app-empty-state>
      } @else if (current(); as clause) {
        <div class="panes">
          <app-clause-list class="clauses" [groups]="groups()" [currentId]="clause.id" (chosen)="go($event)" />
          <div class="walk buttons">
            <button type="button" [attr.aria-disabled]="!previous() || null" (click)="go(previous())" i18n>
              Föregående
            </button>
            <span class="num" role="status">{{ position() }}</span>
            <button type="button" [attr.aria-disabled]="!next() || null" (click)="go(next())" i18n>Nästa</button>
          </div>
          @for (each of [clause]; track each.id) {
            <app-clause-workplace [view]="view" [clause]="each" />
          }
        </div>
      } @else {
        <app-empty-state
          class="card"
          i18n-heading
          heading="Inga avtalspunkter att bedöma"
          i18n-text
          text="Uppföljningens omfattning är tom. Omfattningen väljs när uppföljningen öppnas."
        />
      }
    }
  `,
  styles: `
    .panes {
      display: grid;
      grid-template-columns: 250px minmax(0, 1fr) 266px;
      gap: var(--s4);
      align-items: start;
    }
    .walk {
      display: none;
    }
    .clauses {
      position: sticky;
      top: var(--s3);
      max-height: calc(100vh - 24px);
      overflow-y: auto;
    }
    @media (min-width: 1400px) {
      .panes {
        grid-template-columns: 300px minmax(0, 1fr) 330px;
      }
    }
    @media (max-width: 1180px) {
      .panes {
        grid-template-columns: 236px minmax(0, 1fr);
      }
    }
    @media (max-width: 760px) {
      .panes {
        grid-template-columns: minmax(0, 1fr);
      }
      .clauses {
        position: static;
      }
      .walk {
        display: flex;
        justify-content: space-between;
      }
    }
  `,
  host: { '(document:keydown)': 'key($event)' },
})
export class AssessTab {
  private readonly router = inject(Router);
  protected readonly followUp = inject(OpenFollowUp);
  /** The clause at hand, and the finding that a link pointed at; both from the address. */
  readonly punkt = input<string>();
  readonly iakttagelse = input<string>();
  private readonly workplace = viewChild(ClauseWorkplace);

  protected readonly groups = computed(() => {
    const view = this.followUp.view();
    return view ? clauseGroups(view.clauses, view.assessments) : [];
  });
  private readonly order = computed(() => this.groups().flatMap(({ rows }) => rows));
  private readonly place = computed(() => `${this.punkt() ?? ''} ${this.iakttagelse() ?? ''} ${this.order().length}`);
  /** Without an address that says where, one stays where one began: a verdict given must not move the page on. */
  private readonly currentId = linkedSignal<string, Id | null>({
    source: this.place,
    computation: () => untracked(() => this.startAt()),
  });
  private startAt(): Id | null {
    const finding = this.followUp.view()?.findings.find(({ id }) => id === this.iakttagelse());
    const asked = this.punkt() ?? finding?.clauseIds[0];
    const rows = this.order();
    const found = rows.find(({ id }) => id === asked) ?? rows.find(({ verdict }) => verdict === null) ?? rows[0];
    return found?.id ?? null;
  }
  protected readonly current = computed(() => {
    const id = this.currentId();
    return id === null ? null : (this.followUp.clauses().get(id) ?? null);
  });
  private readonly index = computed(() => this.order().findIndex(({ id }) => id === this.currentId()));
  protected readonly previous = computed(() => this.order()[this.index() - 1]?.id ?? null);
  protected readonly next = computed(() => this.order()[this.index() + 1]?.id ?? null);
  protected readonly position = computed(() => $localize`${this.index() + 1} av ${this.order().length}`);

  protected go(id: Id | null): void {
    if (!id) return;
    void this.router.navigate([], { queryParams: { punkt: id, iakttagelse: null }, queryParamsHandling: 'merge' });
  }

  /** J and K change clause, N begins a finding; never while a text is being written. */
  protected key(event: KeyboardEvent): void {
    if (event.shiftKey || keyIsTaken(event)) return;
    const key = event.key.toLowerCase();
    if (key === 'j') this.go(this.next());
    else if (key === 'k') this.go(this.previous());
    else if (key === 'n') this.workplace()?.beginFinding();
    else return;
    event.preventDefault();
  }
}
