import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { WaitingForOthers } from '@insyn/api-schema';
import { compareDates } from '@insyn/domain';
import { DateShortPipe } from '../ui/dates.js';

@Component({
  selector: 'app-waiting-for-others-table',
  imports: [DateShortPipe, RouterLink],
  template: `
    <section class="card">
      <table class="rows-on-phone" role="table">
        <caption i18n>
          Väntar på andra
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader" i18n>Senast</th>
            <th scope="col" role="columnheader" i18n>Ärende</th>
            <th scope="col" role="columnheader" i18n>Vem och vad</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          @for (row of inOrder(); track $index) {
            <tr role="row">
              <td role="cell" class="date">
                @if (row.due) {
                  {{ row.due | dateShort }}
                } @else {
                  <span class="undated" i18n>Ingen dag</span>
                }
              </td>
              <td role="cell">
                <a [routerLink]="['/uppfoljningar', row.followUpId]">{{ row.title }}</a>
              </td>
              <td role="cell" class="who">{{ row.who }}</td>
            </tr>
          }
        </tbody>
      </table>
    </section>
  `,
  styles: `
    .date {
      width: 84px;
    }
    .undated {
      font-weight: 400;
      color: var(--ink-2);
    }
    .who {
      width: 44%;
    }
    a {
      font-weight: 650;
      color: inherit;
      text-decoration-color: var(--line-strong);
    }
    @media (max-width: 760px) {
      .date,
      .who {
        width: auto;
      }
    }
  `,
})
export class WaitingForOthersTable {
  readonly rows = input.required<readonly WaitingForOthers[]>();
  /** By date, and those without one last. */
  protected readonly inOrder = computed(() =>
    this.rows().toSorted((a, b) =>
      a.due !== null && b.due !== null ? compareDates(a.due, b.due) : Number(a.due === null) - Number(b.due === null),
    ),
  );
}
