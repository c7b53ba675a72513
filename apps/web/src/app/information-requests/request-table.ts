import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RequestListItem } from '@insyn/api-schema';
import { REQUEST_STATE_LABELS } from '@insyn/domain';
import { Chip } from '../ui/chip.js';
import { DateShortPipe, InstantShortPipe } from '../ui/dates.js';
import { progressText, REQUEST_TONES } from './request-words.js';

/** Information requests with how far each has come: a table, on a phone a card for each. */
@Component({
  selector: 'app-request-table',
  imports: [RouterLink, Chip, DateShortPipe, InstantShortPipe],
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
            <th scope="col" role="columnheader">{{ byProvider() ? providerWord : requestWord }}</th>
            <th scope="col" role="columnheader" i18n>Läge</th>
            <th scope="col" role="columnheader" i18n>Svar</th>
            <th scope="col" role="columnheader" i18n>Senast</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          @for (row of rows(); track row.id) {
            <tr role="row">
              <td role="cell" class="name">
                <a [routerLink]="['/uppfoljningar', row.followUpId, 'informationsbegaran', row.id]">{{
                  byProvider() ? row.provider : row.title
                }}</a>
                <span class="small muted under">
                  @if (byProvider()) {
                    {{ row.unit }}
                  } @else {
                    <ng-container i18n>Skickad {{ row.sentOn | dateShort }}</ng-container>
                  }
                </span>
              </td>
              <td role="cell" class="state">
                <app-chip [tone]="tones[row.state]" [label]="stateLabels[row.state]" />
                @if (row.mailFailed) {
                  <span class="small late under" i18n>Ett mejl kom inte fram</span>
                }
                @if (row.extensionWaits) {
                  <span class="small under"><b i18n>Ber om längre tid</b></span>
                }
              </td>
              <td role="cell" class="progress">
                {{ progress(row) }}
                @if (row.answeredAt) {
                  <span class="small muted num under" i18n>Inlämnad {{ row.answeredAt | instantShort }}</span>
                } @else if (row.readAt) {
                  <span class="small muted num under" i18n>Läst {{ row.readAt | instantShort }}</span>
                }
              </td>
              <td role="cell" class="date" [class.late]="row.late">
                {{ row.due | dateShort }}
                @if (row.late) {
                  <span class="small late under" i18n>För sent</span>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .name a {
      font-weight: 650;
      color: inherit;
      text-decoration-color: var(--line-strong);
    }
    .under {
      display: block;
      margin-top: 2px;
    }
    @media (max-width: 760px) {
      tr {
        grid-template-columns: 1fr auto;
      }
      .name,
      .progress {
        grid-column: 1 / -1;
      }
      .name a {
        display: inline-block;
        padding-block: 8px;
      }
      .date {
        text-align: right;
      }
      .state {
        order: 1;
      }
      .date {
        order: 2;
      }
      .progress {
        order: 3;
      }
    }
  `,
})
export class RequestTable {
  readonly rows = input.required<readonly RequestListItem[]>();
  readonly caption = input.required<string>();
  /** In a round the provider tells the rows apart, in a case the title. */
  readonly byProvider = input(false);

  protected readonly providerWord = $localize`Utförare`;
  protected readonly requestWord = $localize`Begäran`;
  protected readonly tones = REQUEST_TONES;
  protected readonly stateLabels = REQUEST_STATE_LABELS;
  protected readonly progress = progressText;
}
