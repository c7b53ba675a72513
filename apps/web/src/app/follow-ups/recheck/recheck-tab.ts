import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EVIDENCE_KIND_LABELS, OUTCOME_LABELS } from '@insyn/domain';
import { Session } from '../../sign-in/session.js';
import { DateLongPipe, DateShortPipe } from '../../ui/dates.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Data, ResourceView } from '../../ui/resource-view.js';
import { MissingCard } from '../follow-up-page/missing-card.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { RecheckAction } from './recheck-action.js';
import { recheckOf } from './rechecks-api.js';
import { rereadOnMove } from './reread-on-move.js';

/** The open requirements that a re-check judges, beside what is missing and what was there before. */
@Component({
  selector: 'app-recheck-tab',
  imports: [RouterLink, DateLongPipe, DateShortPipe, EmptyState, ResourceView, Data, MissingCard, RecheckAction],
  template: `
    <app-resource-view [rows]="8">
      <ng-template [appData]="resource" let-recheck>
        <div class="two-columns">
          <div class="stack wide">
            @if (recheck.contractEndsOn < (today() ?? '')) {
              <p class="notice warning">
                <ng-container i18n>Avtalet upphörde</ng-container> {{ recheck.contractEndsOn | dateLong
                }}<ng-container i18n
                  >. Återkontrollen kan hållas ändå. Krav som inte går att få åtgärdade kan falla bort.</ng-container
                >
              </p>
            } @else if (recheck.contractEndsBefore) {
              <p class="notice warning">
                <ng-container i18n>Avtalet upphör</ng-container> {{ recheck.contractEndsOn | dateLong
                }}<ng-container i18n
                  >, före återkontrollen. Bokningen står kvar. När avtalet har upphört kan kraven få falla
                  bort.</ng-container
                >
              </p>
            }
            @if (waits()) {
              <p class="notice" i18n>
                Kraven prövas när återkontrollen har startats. Krav som åtgärdas innan dess faller ur den.
              </p>
            }
            @for (action of recheck.actions; track action.actionId) {
              <app-recheck-action
                [action]="action"
                [number]="$index + 1"
                [editable]="recheck.editable"
                (saved)="readAnew()"
              />
            } @empty {
              <app-empty-state
                class="card"
                i18n-heading
                heading="Inga öppna krav"
                i18n-text
                text="Allt är åtgärdat, bortfallet eller återkallat. Avsluta uppföljningen, så ställs återkontrollen in."
              >
                <a class="btn" [routerLink]="['/uppfoljningar', recheck.root.id]" i18n>Gå till uppföljningen</a>
              </app-empty-state>
            }
          </div>
          <div class="stack wide">
            @if (recheck.editable) {
              <app-missing-card />
            }
            <section class="card inner">
              <h2><ng-container i18n>Återkontroll</ng-container> {{ recheck.number }}</h2>
              <dl class="facts small">
                <dt i18n>Av</dt>
                <dd>
                  <a [routerLink]="['/uppfoljningar', recheck.root.id]">{{ recheck.root.title }}</a>
                </dd>
                @if (recheck.root.approvedOn; as approvedOn) {
                  <dt i18n>Beslutad</dt>
                  <dd>{{ approvedOn | dateLong }}</dd>
                }
                @if (recheck.root.outcome; as outcome) {
                  <dt i18n>Senaste bedömning</dt>
                  <dd>{{ outcomes[outcome] }}</dd>
                }
                @if (recheck.due; as due) {
                  <dt i18n>Senast</dt>
                  <dd>{{ due | dateLong }}</dd>
                }
              </dl>
            </section>
            <section class="card inner">
              <h2 i18n>Tidigare underlag</h2>
              <p class="small muted" i18n>För att jämföra. Kraven prövas på återkontrollens eget underlag.</p>
              <ul class="small">
                @for (evidence of recheck.earlierEvidence; track evidence.id) {
                  <li>
                    <a
                      [routerLink]="['/uppfoljningar', evidence.followUpId, 'underlag']"
                      [fragment]="'evidence-' + evidence.id"
                      >{{ evidence.title }}</a
                    >
                    <span class="muted line"
                      >{{ kinds[evidence.kind] }}, {{ evidence.heldOn | dateShort }}. {{ evidence.from }}</span
                    >
                  </li>
                } @empty {
                  <li class="muted" i18n>Inget underlag</li>
                }
              </ul>
            </section>
          </div>
        </div>
      </ng-template>
    </app-resource-view>
  `,
  styles: `
    .inner {
      padding: 14px;
      display: grid;
      gap: var(--s2);
    }
    h2 {
      font-size: 16px;
    }
    ul {
      list-style: none;
      padding: 0;
      display: grid;
      gap: 10px;
    }
    .line {
      display: block;
    }
  `,
})
export class RecheckTab {
  protected readonly followUp = inject(OpenFollowUp);
  protected readonly resource = recheckOf(() => this.followUp.id());
  protected readonly today = inject(Session).today;
  protected readonly outcomes = OUTCOME_LABELS;
  protected readonly kinds = EVIDENCE_KIND_LABELS;
  protected readonly waits = computed(() => this.followUp.view()?.state === 'planned');

  constructor() {
    rereadOnMove(this.resource);
  }

  /** After a verdict is saved: what is missing, and what a colleague has written meanwhile. */
  protected readAnew(): void {
    this.followUp.reload();
    this.resource.reload();
  }
}
