import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { requestOptionsOf } from '../../information-requests/requests-api.js';
import { Data, ResourceView } from '../../ui/resource-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { maySendRequest } from './may-send-request.js';
import { RequestForm } from './request-form.js';

/** A new information request in a case. */
@Component({
  selector: 'app-request-new',
  imports: [ResourceView, Data, RouterLink, RequestForm],
  template: `
    @if (followUp.view(); as view) {
      @if (maySend()) {
        <app-resource-view [rows]="8">
          <ng-template [appData]="options" let-options>
            <app-request-form [view]="view" [options]="options" />
          </ng-template>
        </app-resource-view>
      } @else {
        <p class="notice" i18n>
          En informationsbegäran kan inte skickas i det här läget.
          <a [routerLink]="['/uppfoljningar', view.id, 'informationsbegaran']">Till det som är skickat</a>
        </p>
      }
    }
  `,
})
export class RequestNew {
  protected readonly followUp = inject(OpenFollowUp);
  protected readonly maySend = computed(() => maySendRequest(this.followUp.view()));
  protected readonly options = requestOptionsOf(computed(() => (this.maySend() ? this.followUp.id() : null)));
}
