import { Component, computed, inject } from '@angular/core';
import { EmptyState } from '../../ui/empty-state.js';
import { Data, ResourceView } from '../../ui/resource-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { OpenPlans } from './open-plans.js';
import { StaffPlanCard } from './staff-plan-card.js';

/** The action plan of a case: the demand, the plan round by round, what is judged, and what is reported as done. */
@Component({
  selector: 'app-plan-tab',
  imports: [ResourceView, Data, EmptyState, StaffPlanCard],
  providers: [OpenPlans],
  template: `
    <app-resource-view [isEmpty]="empty()">
      <ng-template [appData]="plans.resource" let-list>
        <div class="stack wide">
          @for (plan of list; track plan.id) {
            <app-staff-plan-card [plan]="plan" [newest]="$first" />
          }
        </div>
      </ng-template>
      <app-empty-state empty class="card" i18n-heading heading="Ingen åtgärdsplan är begärd" [text]="emptyText()" />
    </app-resource-view>
  `,
})
export class PlanTab {
  private readonly followUp = inject(OpenFollowUp);
  protected readonly plans = inject(OpenPlans);
  protected readonly empty = computed(() => this.plans.resource.hasValue() && this.plans.resource.value().length === 0);
  protected readonly emptyText = computed(() =>
    this.followUp.view()?.approvedOn
      ? $localize`Inget krav var öppet när bedömningen godkändes.`
      : $localize`När en bedömning med krav godkänns skickas kravet om åtgärdsplan till utföraren.`,
  );
}
