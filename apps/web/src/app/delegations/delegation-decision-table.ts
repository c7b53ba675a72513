import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DelegationDecisionView } from '@insyn/api-schema';
import { formatDate } from '@insyn/domain';

/** Decisions made on delegation: the day, the case, what was decided, by whom and by what right. */
@Component({
  selector: 'app-delegation-decision-table',
  imports: [RouterLink],
  template: `
    <div class="card table-scroll" tabindex="0" role="region" [attr.aria-label]="caption()">
      <table>
        <caption class="visually-hidden">
          {{
            caption()
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col" i18n>Datum</th>
            <th scope="col" i18n>Ärende</th>
            <th scope="col" i18n>Beslut</th>
            <th scope="col" i18n>Beslutat av</th>
            <th scope="col" i18n>Delegation</th>
          </tr>
        </thead>
        <tbody>
          @for (decision of decisions(); track decision.id) {
            <tr>
              <td class="num">{{ date(decision.decidedOn) }}</td>
              <td>
                <a [routerLink]="['/uppfoljningar', decision.followUpId]">{{ decision.title }}</a>
                <span class="small muted under">{{ decision.caseNumber }}</span>
              </td>
              <td>{{ decision.summary }}</td>
              <td>{{ decision.decidedBy }}</td>
              <td>
                {{ decision.reference }}
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
    table {
      min-width: 760px;
    }
    .num {
      white-space: nowrap;
    }
    @media print {
      table {
        min-width: 0;
      }
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
