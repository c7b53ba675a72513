import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { requestsOf } from '../../information-requests/requests-api.js';
import { RequestTable } from '../../information-requests/request-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Data, ResourceView } from '../../ui/resource-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { maySendRequest } from './may-send-request.js';

/** The information requests of a case, and how far each has come. */
@Component({
  selector: 'app-requests-tab',
  imports: [ResourceView, Data, EmptyState, RouterLink, RequestTable],
  template: `
    <div class="stack">
      @if (maySend() && !empty()) {
        <div class="buttons"><a class="btn" routerLink="ny" i18n>Ny informationsbegäran</a></div>
      }
      <app-resource-view [isEmpty]="empty()">
        <ng-template [appData]="requests" let-rows>
          <app-request-table [rows]="rows" i18n-caption caption="Informationsbegäran i ärendet" />
        </ng-template>
        <app-empty-state
          empty
          class="card"
          i18n-heading
          heading="Inget är skickat till utföraren än"
          i18n-text
          text="Med en informationsbegäran får utföraren ett brev, era frågor och en sista dag. Svaren blir underlag i ärendet."
        >
          @if (maySend()) {
            <a class="btn primary" routerLink="ny" i18n>Ny informationsbegäran</a>
          }
        </app-empty-state>
      </app-resource-view>
      @if (waitsForStart()) {
        <p class="muted" i18n>En informationsbegäran kan skickas när insamlingen av underlag har börjat.</p>
      }
    </div>
  `,
})
export class RequestsTab {
  private readonly followUp = inject(OpenFollowUp);
  protected readonly requests = requestsOf(this.followUp.id);
  protected readonly empty = computed(() => this.requests.hasValue() && this.requests.value().length === 0);
  protected readonly maySend = computed(() => maySendRequest(this.followUp.view()));
  protected readonly waitsForStart = computed(() => this.followUp.view()?.state === 'planned');
}
