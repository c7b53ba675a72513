import { Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DeadlineItem } from '@insyn/api-schema';
import { DateShortPipe } from '../ui/dates.js';
import { distanceInWords, LISTED_KIND_LABELS } from './deadline-words.js';

/** Deadlines, the nearest first: the day, what it is of, the case and who is waited for. */
@Component({
  selector: 'app-deadline-table',
  imports: [RouterLink, DateShortPipe],
  template: `
    <div class="card">
      <table class="rows-on-phone" role="table">
        <caption class="visually-hidden" i18n>
          Tidsfrister med sista dag, ärende och vem som väntas
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader" i18n>Sista dag</th>
            <th scope="col" role="columnheader" i18n>Vad</th>
            <th scope="col" role="columnheader" i18n>Ärende</th>
            <th scope="col" role="columnheader" i18n>Väntar på</th>
            <th scope="col" role="columnheader"><span class="visually-hidden" i18n>Flytta</span></th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          @for (row of rows(); track row.id) {
            <tr role="row">
              <td role="cell" class="date num" [class.late]="isLate(row)">
                <time [attr.datetime]="row.due">{{ row.due | dateShort }} {{ row.due.slice(0, 4) }}</time>
                @if (row.state === 'open') {
                  <span class="small under">{{ distance(row) }}</span>
                }
              </td>
              <td role="cell" class="what">
                <a [routerLink]="row.href">{{ kinds[row.kind] }}</a>
                @if (row.subject) {
                  <span class="under">{{ row.subject }}</span>
                }
                <span class="small muted under">
                  @if (row.setBy === 'person' && row.reason) {
                    <ng-container i18n>Satt av kommunen: {{ row.reason }}</ng-container>
                  } @else {
                    {{ row.rule }}
                  }
                </span>
                @if (row.escalatedOn) {
                  <span class="small late under" i18n>Eskalerad {{ row.escalatedOn | dateShort }}</span>
                }
                @if (row.warning) {
                  <span class="small warning under">{{ row.warning }}</span>
                }
              </td>
              <td role="cell" class="case">
                <b>{{ row.provider }}</b>, {{ row.unit }}
                <span class="small muted num under">{{ row.caseNumber }}</span>
              </td>
              <td role="cell">
                <span class="on-phone"><ng-container i18n>Väntar på:</ng-container>&ngsp;</span>
                @if (row.waitsFor === 'provider') {
                  <ng-container i18n>Utföraren</ng-container>
                } @else {
                  <ng-container i18n>Kommunen</ng-container>
                }
              </td>
              <td role="cell" class="act">
                @if (row.mayMove) {
                  <button type="button" (click)="moving.emit(row)">
                    <ng-container i18n>Flytta</ng-container>
                    <span class="visually-hidden">{{ kinds[row.kind] }}, {{ row.caseNumber }}</span>
                  </button>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .date {
      white-space: nowrap;
      width: 120px;
    }
    .under {
      display: block;
      margin-top: 2px;
    }
    .what a {
      font-weight: 650;
      color: inherit;
      text-decoration-color: var(--line-strong);
    }
    .what,
    .case {
      overflow-wrap: anywhere;
    }
    .warning {
      color: var(--partly);
      font-weight: 600;
    }
    .act {
      width: 1px;
      padding-left: 0;
    }
    .on-phone {
      display: none;
    }
    @media (max-width: 760px) {
      .on-phone {
        display: inline;
      }
      .date,
      .act {
        width: auto;
      }
      .what a {
        display: inline-block;
        padding-block: 8px;
      }
    }
  `,
})
export class DeadlineTable {
  readonly rows = input.required<readonly DeadlineItem[]>();
  /** The one that is to be moved. */
  readonly moving = output<DeadlineItem>();

  protected readonly kinds = LISTED_KIND_LABELS;
  protected readonly distance = distanceInWords;

  protected isLate({ state, daysLeft }: DeadlineItem): boolean {
    return state === 'open' && daysLeft < 0;
  }
}
