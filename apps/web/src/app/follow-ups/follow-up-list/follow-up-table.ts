import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FollowUpListItem } from '@insyn/api-schema';
import { compareDates } from '@insyn/domain';
import { Session } from '../../sign-in/session.js';
import { Chip } from '../../ui/chip.js';
import { DateShortPipe } from '../../ui/dates.js';

/** The rows of the list; on a phone each row is a card. */
@Component({
  selector: 'app-follow-up-table',
  imports: [RouterLink, Chip, DateShortPipe],
  template: `
    <div class="card">
      <table class="rows-on-phone" role="table">
        <caption class="visually-hidden" i18n>
          Uppföljningar med diarienummer, läge, utfall och sista dag
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader" i18n>Uppföljning</th>
            <th scope="col" role="columnheader" i18n>Diarienummer</th>
            <th scope="col" role="columnheader" i18n>Läge</th>
            <th scope="col" role="columnheader" i18n>Utfall</th>
            <th scope="col" role="columnheader" i18n>Sista dag</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          @for (row of rows(); track row.id) {
            <tr role="row">
              <td role="cell" class="title">
                <a [routerLink]="['/uppfoljningar', row.id]">{{ row.title }}</a>
                <span class="small muted under">{{ row.provider }}, {{ row.unit }}, {{ row.year }}</span>
              </td>
              <td role="cell" class="num number">{{ row.caseNumber }}</td>
              <td role="cell"><app-chip [state]="row.state" /></td>
              <td role="cell">
                @if (row.outcome) {
                  <app-chip [outcome]="row.outcome" />
                } @else {
                  <span class="muted small" i18n>Inget beslut</span>
                }
              </td>
              <td role="cell" class="date due" [class.late]="isLate(row)">
                @if (row.recheckDue && row.state === 'remedying') {
                  {{ row.recheckDue | dateShort }} <span class="small muted kind" i18n>återkontroll</span>
                } @else if (row.decisionDue && !row.outcome) {
                  {{ row.decisionDue | dateShort }}
                  @if (row.kind === 're-check') {
                    <span class="small muted kind" i18n>återkontroll</span>
                  } @else {
                    <span class="small muted kind" i18n>beslut</span>
                  }
                } @else {
                  <span class="muted small kind" i18n>Ingen dag</span>
                }
                @if (isLate(row)) {
                  <span class="small kind" i18n>försenad</span>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .title {
      width: 42%;
    }
    .title a {
      font-weight: 650;
      color: inherit;
      text-decoration-color: var(--line-strong);
    }
    .under,
    .kind {
      display: block;
      font-weight: 400;
    }
    .number {
      white-space: nowrap;
    }
    @media (max-width: 760px) {
      tr {
        grid-template-columns: auto auto 1fr;
        align-items: center;
      }
      .title,
      .number,
      .due {
        width: auto;
        grid-column: 1 / -1;
      }
      .title a {
        display: inline-block;
        padding-block: 6px;
      }
      .kind {
        display: inline;
      }
    }
    /* At 400 % zoom a state and an outcome do not fit side by side. */
    @media (max-width: 370px) {
      tr {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class FollowUpTable {
  private readonly session = inject(Session);
  readonly rows = input.required<readonly FollowUpListItem[]>();

  protected isLate({ state, recheckDue, decisionDue, outcome }: FollowUpListItem): boolean {
    if (state === 'cancelled') return false;
    const due = state === 'remedying' ? recheckDue : outcome ? null : decisionDue;
    const today = this.session.today();
    return due !== null && today !== null && compareDates(due, today) < 0;
  }
}
