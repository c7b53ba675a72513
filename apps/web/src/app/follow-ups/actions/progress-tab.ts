import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ActionProgressView } from '@insyn/api-schema';
import { ACTION_KINDS } from '@insyn/domain';
import { DateLongPipe } from '../../ui/dates.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Data, ResourceView } from '../../ui/resource-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { rereadOnMove } from '../recheck/reread-on-move.js';
import { actionsProgressOf } from '../recheck/rechecks-api.js';
import { ActionProgress } from './action-progress.js';
import { RecheckChain } from './recheck-chain.js';

const HEADINGS = { requirement: $localize`Krav`, recommendation: $localize`Rekommendationer` };

/** What has become of the actions of an approved follow-up, and its re-checks. */
@Component({
  selector: 'app-progress-tab',
  imports: [RouterLink, DateLongPipe, EmptyState, ResourceView, Data, ActionProgress, RecheckChain],
  template: `
    <app-resource-view [rows]="8">
      <ng-template [appData]="resource" let-progress>
        <div class="two-columns">
          <div class="stack wide">
            @if (closed()) {
              <p class="notice" i18n>
                Uppföljningen är avslutad. Det som har beslutats om kraven ligger fast. Håller något inte längre, öppna
                en ny uppföljning av <a [routerLink]="['/avtal', progress.contractId]">avtalet</a>.
              </p>
            } @else if (progress.contractHasEnded) {
              <p class="notice warning">
                <ng-container i18n>Avtalet upphörde</ng-container> {{ progress.contractEndsOn | dateLong
                }}<ng-container i18n>. Krav som inte längre går att få åtgärdade kan falla bort.</ng-container>
              </p>
            } @else if (progress.contractMayRunOn) {
              <p class="notice">
                <ng-container i18n>Avtalstiden har gått ut, men avtalet kan löpa på en option till</ng-container>
                {{ progress.contractEndsOn | dateLong
                }}<ng-container i18n>. Har det upphört kan krav få falla bort, med ett skäl.</ng-container>
              </p>
            } @else if (progress.contractEndsBeforeRecheck) {
              <p class="notice warning">
                <ng-container i18n>Avtalet upphör</ng-container> {{ progress.contractEndsOn | dateLong
                }}<ng-container i18n>, före återkontrollen. Bokningen står kvar.</ng-container>
              </p>
            }
            @for (group of groups(); track group.heading) {
              <section class="card">
                <h2>
                  {{ group.heading }} <span class="muted num">{{ group.summary }}</span>
                </h2>
                @for (action of group.actions; track action.actionId) {
                  <app-action-progress
                    [action]="action"
                    [ladder]="progress.hasLadder"
                    [mayRunOn]="progress.contractMayRunOn"
                    (changed)="resource.reload()"
                  />
                }
              </section>
            } @empty {
              <app-empty-state
                class="card"
                i18n-heading
                heading="Inga krav eller rekommendationer"
                i18n-text
                text="Uppföljningen gav inget som behöver åtgärdas."
              />
            }
          </div>
          <div class="stack wide">
            @if (progress.rechecks.length > 0) {
              <app-recheck-chain [rechecks]="progress.rechecks" />
            }
          </div>
        </div>
      </ng-template>
    </app-resource-view>
  `,
  styles: `
    h2 {
      padding: 16px 22px 12px;
    }
    h2 .num {
      font-weight: 400;
    }
  `,
})
export class ProgressTab {
  private readonly followUp = inject(OpenFollowUp);
  protected readonly resource = actionsProgressOf(() => this.followUp.id());
  protected readonly closed = computed(() => this.followUp.view()?.state === 'closed');
  protected readonly groups = computed(() => {
    const actions = this.resource.hasValue() ? this.resource.value().actions : [];
    return ACTION_KINDS.map((kind) => {
      const own = actions.filter((action) => action.kind === kind);
      return { heading: HEADINGS[kind], actions: own, summary: summaryOf(kind, own) };
    }).filter(({ actions: own }) => own.length > 0);
  });

  constructor() {
    rereadOnMove(this.resource);
  }
}

/** "2 av 3 åtgärdade", of the requirements that still count; recommendations are only counted. */
function summaryOf(kind: (typeof ACTION_KINDS)[number], actions: readonly ActionProgressView[]): string {
  if (kind === 'recommendation') return String(actions.length);
  const standing = actions.filter(({ state }) => state !== 'withdrawn' && state !== 'lapsed');
  const verified = standing.filter(({ state }) => state === 'verified').length;
  if (standing.length === 1) return verified === 1 ? $localize`1 av 1 åtgärdat` : $localize`0 av 1 åtgärdat`;
  return $localize`${verified} av ${standing.length} åtgärdade`;
}
