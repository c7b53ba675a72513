import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import type { FollowUpView } from '@insyn/api-schema';
import { Data, ResourceView } from '../../ui/resource-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { ApprovalForm } from './approval-form.js';
import { BasisComparison } from './basis-comparison.js';
import { BasisRemarks } from './basis-remarks.js';
import { BasisRight } from './basis-right.js';
import { CommitteeMatter } from './committee-matter.js';
import { decisionBasis } from './decision-api.js';
import { HandOver } from './hand-over.js';

/** Everything that a decision stands on beside the chain of evidence, and the decision itself. */
@Component({
  selector: 'app-decision-basis',
  imports: [ResourceView, Data, BasisComparison, BasisRemarks, BasisRight, CommitteeMatter, ApprovalForm, HandOver],
  template: `
    <app-resource-view [rows]="6">
      <ng-template [appData]="basis" let-read>
        <div class="stack wide">
          <app-basis-comparison [basis]="read" />
          <app-basis-remarks [factCheck]="read.factCheck" [whyNone]="view().noFactCheckReason" />
          <app-basis-right [view]="view()" [basis]="read" />
          @if (read.reserved) {
            <app-committee-matter [view]="view()" [basis]="read" (changed)="readAnew()" />
          }
        </div>
      </ng-template>
    </app-resource-view>
    @if (decides()) {
      <app-approval-form [view]="view()">
        <app-hand-over [followUpId]="view().id" [managers]="managers()" [decider]="decider()" />
      </app-approval-form>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s5);
    }
  `,
})
export class DecisionBasisView {
  private readonly followUp = inject(OpenFollowUp);
  readonly view = input.required<FollowUpView>();
  readonly decides = input.required<boolean>();

  protected readonly basis = decisionBasis(() => this.view().id);
  protected readonly managers = computed(() => (this.basis.hasValue() ? this.basis.value().managers : []));

  protected readonly decider = computed(() => (this.basis.hasValue() ? this.basis.value().decider : null));

  constructor() {
    // What others declared, or a decision handed over, shows in the case and in its basis alike.
    let first = true;
    effect(() => {
      this.view();
      if (!first) untracked(() => this.basis.reload());
      first = false;
    });
  }

  protected readAnew(): void {
    this.basis.reload();
    this.followUp.reload();
  }
}
