import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Id, RequestView } from '@insyn/api-schema';
import { formatDateShort, REQUEST_STATE_LABELS } from '@insyn/domain';
import { readResource } from '../../http/read-resource.js';
import { Chip } from '../../ui/chip.js';
import { Data, ResourceView } from '../../ui/resource-view.js';

/** What became of an information request: how far the answers have come, what is missing, and the way to all of it. */
@Component({
  selector: 'app-request-summary',
  imports: [RouterLink, ResourceView, Data, Chip],
  template: `
    <app-resource-view [rows]="3">
      <ng-template [appData]="request" let-request>
        <div class="stack">
          <div class="row">
            <app-chip tone="info" [label]="states[request.state]" />
            @if (request.late) {
              <span class="small late" i18n>Svarstiden har gått ut</span>
            }
          </div>
          <dl class="facts small">
            <dt i18n>Skickad</dt>
            <dd class="num">{{ short(request.sentOn) }}</dd>
            <dt i18n>Svar senast</dt>
            <dd class="num">{{ short(request.due) }}</dd>
            <dt i18n>Besvarat</dt>
            <dd class="num" i18n>{{ request.answered }} av {{ request.asked }} frågor</dd>
            @if (request.files.length > 0) {
              <dt i18n>Filer</dt>
              <dd class="num">{{ request.files.length }}</dd>
            }
          </dl>
          @if (request.missing.length > 0) {
            <p class="small muted"><ng-container i18n>Saknas:</ng-container> {{ missingOf(request) }}</p>
          }
          <div>
            <a class="btn" [routerLink]="['/uppfoljningar', request.followUpId, 'informationsbegaran', request.id]" i18n
              >Visa begäran och svaren</a
            >
          </div>
        </div>
      </ng-template>
    </app-resource-view>
  `,
})
export class RequestSummary {
  readonly requestId = input.required<Id>();

  private readonly url = computed(() => `/api/information-requests/${this.requestId()}`);
  protected readonly request = readResource<RequestView>(() => this.url());
  protected readonly states = REQUEST_STATE_LABELS;
  protected readonly short = formatDateShort;

  protected missingOf({ missing }: RequestView): string {
    const shown = missing.slice(0, 6).map(({ number, text }) => [number, text].filter(Boolean).join(' '));
    const more = missing.length - shown.length;
    return more > 0 ? $localize`${shown.join('; ')} och ${more} till` : shown.join('; ');
  }
}
