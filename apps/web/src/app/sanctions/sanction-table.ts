import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SanctionListItem } from '@insyn/api-schema';
import { formatDate, SANCTION_STATE_LABELS } from '@insyn/domain';
import { Chip } from '../ui/chip.js';
import { KronorPipe } from './kronor.js';
import { kindBeside, SANCTION_TONES } from './sanction-words.js';

/** Sanctions with where each stands: a table, on a phone a card for each. */
@Component({
  selector: 'app-sanction-table',
  imports: [RouterLink, Chip, KronorPipe],
  template: `
    <table class="rows-on-phone" role="table">
      <caption class="visually-hidden">
        {{
          caption()
        }}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader" i18n>Påföljd</th>
          <th scope="col" role="columnheader" i18n>Läge</th>
          <th scope="col" role="columnheader" class="n" i18n>Belopp</th>
          <th scope="col" role="columnheader" i18n>Beslutad</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        @for (row of rows(); track row.id) {
          <tr role="row">
            <td role="cell" class="name">
              <a [routerLink]="['/pafoljder', row.id]">{{ row.label }}</a>
              @if (byCase()) {
                <span class="small muted under">
                  @if (kindBeside(row); as kind) {
                    {{ kind }},
                  }
                  {{ row.followUp.title }}, <span class="num">{{ row.followUp.caseNumber }}</span>
                </span>
              } @else if (kindBeside(row); as kind) {
                <span class="small muted under">{{ kind }}</span>
              }
            </td>
            <td role="cell" class="state">
              <app-chip [tone]="tones[row.state]" [label]="states[row.state]" />
            </td>
            <td role="cell" class="n amount">
              {{ row.reducedAmount ?? row.amount | kronor }}
              @if (row.reducedAmount !== null) {
                <span class="small muted under" i18n>nedsatt från {{ row.amount | kronor }}</span>
              }
            </td>
            <td role="cell" class="date num">
              <span class="on-phone" i18n>Beslutad</span> {{ date(row.decidedOn) }}
              @if (row.sentOn; as sent) {
                <span class="small muted under sent" i18n>Skickad {{ date(sent) }}</span>
              }
            </td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    :host {
      display: block;
    }
    .name a {
      font-weight: 650;
      color: inherit;
      text-decoration-color: var(--line-strong);
    }
    .under {
      display: block;
      margin-top: 2px;
    }
    .amount {
      white-space: nowrap;
    }
    .sent {
      font-weight: 400;
    }
    .on-phone {
      display: none;
    }
    @media (max-width: 760px) {
      tr {
        grid-template-columns: 1fr auto;
      }
      .name {
        grid-column: 1 / -1;
      }
      .name a {
        display: inline-block;
        padding-block: 8px;
      }
      .on-phone {
        display: inline;
      }
      .amount:empty {
        display: none;
      }
      .date {
        grid-column: 1 / -1;
      }
    }
  `,
})
export class SanctionTable {
  readonly rows = input.required<readonly SanctionListItem[]>();
  readonly caption = input.required<string>();
  /** Under a contract the case tells the rows apart. */
  readonly byCase = input(false);

  protected readonly date = formatDate;
  protected readonly kindBeside = kindBeside;
  protected readonly states = SANCTION_STATE_LABELS;
  protected readonly tones = SANCTION_TONES;
}
