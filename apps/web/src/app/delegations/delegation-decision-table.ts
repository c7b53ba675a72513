import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DelegationDecisionView } from '@insyn/api-schema';
import { formatDate } from '@insyn/domain';

/** Decisions made on delegation: the day, the case, what was decided, by whom and by what right. */
@Component({
  selector: 'app-delegation-decision-table',
  imports: [RouterLink],
  template: `
    <div class="card">
      <table class="rows-on-phone" role="table">
        <caption class="visually-hidden">
          {{
            caption()
          }}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader" i18n>Datum</th>
            <th scope="col" role="columnheader" i18n>Ärende</th>
            <th scope="col" role="columnheader" i18n>Beslut</th>
            <th scope="col" role="columnheader" i18n>Beslutat av</th>
            <th scope="col" role="columnheader" i18n>Delegation</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          @for (decision of decisions(); track decision.id) {
            <tr role="row">
              <td role="cell" class="num">{{ date(decision.decidedOn) }}</td>
              <td role="cell">
                <a [routerLink]="['/uppfoljningar', decision.followUpId]">{{ decision.title }}</a>
                <span class="small muted under">{{ decision.caseNumber }}</span>
              </td>
              <td role="cell">{{ decision.summary }}</td>
              <td role="cell">{{ decision.decidedBy }}</td>
              <td role="cell">
                <span class="whole">{{ decision.reference }}</span>&ngsp;
                @if (decision.point) {
                  <span class="small muted under"><ng-container i18n>Punkt</ng-container> {{ decision.point }}</span>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .num,
    .whole {
      white-space: nowrap;
    }
    .under {
      display: block;
    }
  `,
})
export class DelegationDecisionTable {
  readonly decisions = input.required<readonly DelegationDecisionView[]>();
  readonly caption = input.required<string>();

  protected readonly date = formatDate;
}
