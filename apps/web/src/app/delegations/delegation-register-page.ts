import { Component } from '@angular/core';
import type { DelegationRegister } from '@insyn/api-schema';
import { EmptyState } from '../ui/empty-state.js';
import { PageHeader } from '../ui/page-header.js';
import { Data, ResourceView } from '../ui/resource-view.js';
import { CommitteeDelegations } from './committee-delegations.js';
import { DelegationTabs } from './delegation-tabs.js';
import { delegationRegister } from './delegations-api.js';

/** Who may decide what on each committee's behalf, from when to when, and by which decision of the committee. */
@Component({
  selector: 'app-delegation-register-page',
  imports: [PageHeader, ResourceView, Data, EmptyState, DelegationTabs, CommitteeDelegations],
  template: `
    <app-page-header
      i18n-heading
      heading="Delegering"
      i18n-lead
      lead="Vem som får besluta vad för nämndens räkning, och vad nämnden beslutar själv"
    />
    <app-delegation-tabs />
    <app-resource-view [isEmpty]="isEmpty()" [rows]="6">
      <ng-template [appData]="register" let-read>
        <div class="stack wide">
          @for (committee of read.committees; track committee.id) {
            <app-committee-delegations
              [committee]="committee"
              [delegations]="of(read, committee.id)"
              (changed)="register.reload()"
            />
          }
        </div>
      </ng-template>
      <app-empty-state empty i18n-heading heading="Ingen nämnd" i18n-text text="Du arbetar inte för någon nämnd." />
    </app-resource-view>
  `,
})
export class DelegationRegisterPage {
  protected readonly register = delegationRegister();

  protected isEmpty(): boolean {
    return this.register.hasValue() && this.register.value().committees.length === 0;
  }

  protected of(register: DelegationRegister, committeeId: string): DelegationRegister['delegations'] {
    return register.delegations.filter((delegation) => delegation.committeeId === committeeId);
  }
}
