import { Component, computed, inject } from '@angular/core';
import { EmptyState } from '../../ui/empty-state.js';
import { Data, ResourceView } from '../../ui/resource-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { FactCheckCard } from './fact-check-card.js';
import { OpenFactChecks } from './open-fact-checks.js';
import { SendForm } from './send-form.js';

/** The fact check of a case: sending the draft, the provider's remarks and the answers to them, and earlier ones. */
@Component({
  selector: 'app-fact-check-tab',
  imports: [ResourceView, Data, EmptyState, FactCheckCard, SendForm],
  providers: [OpenFactChecks],
  template: `
    <div class="stack wide">
      @if (followUp.view(); as view) {
        @if (maySend()) {
          <app-send-form [view]="view" [blockers]="blockers()" />
        }
      }
      <app-resource-view [isEmpty]="empty()">
        <ng-template [appData]="factChecks.resource" let-list>
          <div class="stack wide">
            @for (factCheck of list; track factCheck.id) {
              <app-fact-check-card [factCheck]="factCheck" [newest]="$first" />
            }
          </div>
        </ng-template>
        <ng-container empty>
          @if (!maySend()) {
            <app-empty-state
              class="card"
              i18n-heading
              heading="Utkastet har inte skickats till utföraren"
              [text]="emptyText()"
            />
          }
        </ng-container>
      </app-resource-view>
    </div>
  `,
})
export class FactCheckTab {
  protected readonly followUp = inject(OpenFollowUp);
  protected readonly factChecks = inject(OpenFactChecks);
  protected readonly empty = computed(() => this.factChecks.resource.hasValue() && this.factChecks.all().length === 0);
  private readonly offer = computed(() =>
    this.followUp.view()?.offers.find(({ name }) => name === 'send-for-fact-check'),
  );
  protected readonly maySend = computed(() => this.offer() !== undefined);
  protected readonly blockers = computed(() => this.offer()?.blockers ?? []);
  protected readonly emptyText = computed(() => {
    switch (this.followUp.view()?.state) {
      case 'planned':
      case 'gathering':
        return $localize`När punkterna är bedömda kan utföraren kontrollera att uppgifterna stämmer, innan bedömningen beslutas.`;
      case 'assessing':
        return $localize`Den som får ändra i ärendet kan skicka utkastet, så att utföraren lämnar synpunkter och får svar på var och en.`;
      default:
        return $localize`Ingen faktakontroll gjordes. Skälet står i beslutet.`;
    }
  });
}
