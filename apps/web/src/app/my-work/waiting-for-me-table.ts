import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { WaitingForMe } from '@insyn/api-schema';
import { addDays, compareDates } from '@insyn/domain';
import { Session } from '../sign-in/session.js';
import { DateShortPipe } from '../ui/dates.js';
import { EmptyState } from '../ui/empty-state.js';

const SOON_DAYS = 7;

/** What waits for the reader, the most urgent first: what is late, what falls due within a week, the rest, the undated. */
@Component({
  selector: 'app-waiting-for-me-table',
  imports: [DateShortPipe, RouterLink, EmptyState],
  template: `
    <section class="card">
      <table class="rows-on-phone" role="table">
        <caption i18n>
          Väntar på dig
        </caption>
        @if (rows().length > 0) {
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader" i18n>Senast</th>
              <th scope="col" role="columnheader" i18n>Ärende</th>
              <th scope="col" role="columnheader" i18n>Nästa steg</th>
              <th scope="col" role="columnheader"><span class="visually-hidden" i18n>Öppna</span></th>
            </tr>
          </thead>
        }
        @for (group of groups(); track group.heading) {
          <tbody role="rowgroup">
            @if (groups().length > 1) {
              <tr role="row" class="group">
                <th role="rowheader" scope="rowgroup" colspan="4">
                  {{ group.heading }} <span class="num count">{{ group.rows.length }}</span>
                </th>
              </tr>
            }
            @for (row of group.rows; track $index) {
              <tr role="row">
                <td role="cell" class="date" [class.late]="row.overdueDays">
                  @if (row.due) {
                    {{ row.due | dateShort }}
                  } @else {
                    <span class="undated" i18n>Ingen dag</span>
                  }
                </td>
                <td role="cell" class="case">
                  <b>{{ row.title }}</b>
                  @if (row.subtitle) {
                    <span>, {{ row.subtitle }}</span>
                  }
                  <span class="small muted num number">{{ row.caseNumber }}</span>
                </td>
                <td role="cell" class="step">
                  {{ row.nextStep }}
                  @if (row.overdueDays; as days) {
                    <span class="small late overdue" i18n>{days, plural,
                      =1 {1 dag försenad}
                      other {{{ days }} dagar försenad}
                    }</span>
                  }
                </td>
                <td role="cell" class="act">
                  <a class="btn" [routerLink]="row.href"
                    ><ng-container i18n>Öppna</ng-container
                    ><span class="visually-hidden"> {{ row.title }}, {{ row.nextStep }}</span></a
                  >
                </td>
              </tr>
            }
          </tbody>
        }
      </table>
      @if (rows().length === 0) {
        <app-empty-state
          i18n-heading
          heading="Inget väntar på dig"
          i18n-text
          text="När ett ärende behöver dig står det här, med sista dag och vad som är nästa steg."
        />
      }
    </section>
  `,
  styles: `
    .group th {
      font-size: 14px;
      color: var(--ink-2);
      background: var(--sunken);
      padding-block: 6px;
    }
    .count {
      font-weight: 400;
    }
    .date {
      width: 84px;
    }
    .act {
      width: 1px;
      padding-left: 0;
    }
    .undated {
      font-weight: 400;
      color: var(--ink-2);
    }
    .number,
    .overdue {
      display: block;
    }
    .case {
      width: 42%;
    }
    @media (max-width: 760px) {
      tr {
        grid-template-columns: 1fr auto;
      }
      .group {
        padding: 0;
      }
      .group th {
        grid-column: 1 / -1;
        padding: 6px var(--s4);
        border: 0;
      }
      .date,
      .case,
      .act {
        width: auto;
      }
      .date,
      .case,
      .step {
        grid-column: 1;
      }
      .act {
        grid-area: 1 / 2 / span 3;
        align-self: center;
      }
    }
  `,
})
export class WaitingForMeTable {
  private readonly session = inject(Session);
  readonly rows = input.required<readonly WaitingForMe[]>();
  protected readonly groups = computed(() => {
    const today = this.session.today();
    const soon = today ? addDays(today, SOON_DAYS) : null;
    const isSoon = ({ due }: WaitingForMe) => due !== null && soon !== null && compareDates(due, soon) <= 0;
    const late = this.rows().filter(({ overdueDays }) => overdueDays);
    const dated = this.rows().filter(({ due, overdueDays }) => due !== null && !overdueDays);
    return [
      { heading: $localize`Försenat`, rows: late },
      { heading: $localize`Inom en vecka`, rows: dated.filter(isSoon) },
      { heading: $localize`Senare`, rows: dated.filter((row) => !isSoon(row)) },
      { heading: $localize`Utan dag`, rows: this.rows().filter(({ due }) => due === null) },
    ].filter(({ rows }) => rows.length > 0);
  });
}
