import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ProviderView } from '@insyn/api-schema';
import { Chip } from '../ui/chip.js';
import { EmptyState } from '../ui/empty-state.js';

/** The provider's contracts and follow-ups, as far as the reader sees them. */
@Component({
  selector: 'app-provider-cases-cards',
  imports: [RouterLink, Chip, EmptyState],
  template: `
    <section class="card">
      <table class="rows-on-phone" role="table">
        <caption i18n>
          Avtal
        </caption>
        @if (provider().contracts.length > 0) {
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader" i18n>Beteckning</th>
              <th scope="col" role="columnheader" i18n>Börjar</th>
              <th scope="col" role="columnheader" i18n>Sista möjliga slut</th>
            </tr>
          </thead>
        }
        <tbody role="rowgroup">
          @for (contract of provider().contracts; track contract.id) {
            <tr role="row">
              <td role="cell" class="first">
                <a [routerLink]="['/avtal', contract.id]">{{ contract.reference }}</a>
              </td>
              <td role="cell" class="num">{{ contract.startsOn }}</td>
              <td role="cell" class="num"><span class="on-phone" i18n>till </span>{{ contract.latestEnd }}</td>
            </tr>
          }
        </tbody>
      </table>
      @if (provider().contracts.length === 0) {
        <app-empty-state
          i18n-heading
          heading="Inget avtal än"
          i18n-text
          text="Ett avtal, eller ett uppdrag i egen regi, är det som följs upp."
        >
          @if (mayAddContract()) {
            <a class="btn" routerLink="/avtal/nytt" [queryParams]="{ utforare: provider().id }" i18n>Nytt avtal</a>
          }
        </app-empty-state>
      }
    </section>
    <section class="card">
      <table class="rows-on-phone" role="table">
        <caption i18n>
          Uppföljningar
        </caption>
        @if (provider().followUps.length > 0) {
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader" i18n>Uppföljning</th>
              <th scope="col" role="columnheader" i18n>År</th>
              <th scope="col" role="columnheader" i18n>Diarienummer</th>
              <th scope="col" role="columnheader" i18n>Utfall</th>
            </tr>
          </thead>
        }
        <tbody role="rowgroup">
          @for (followUp of provider().followUps; track followUp.id) {
            <tr role="row">
              <td role="cell" class="first">
                <a [routerLink]="['/uppfoljningar', followUp.id]">{{ followUp.title }}</a>
              </td>
              <td role="cell" class="num">{{ followUp.year }}</td>
              <td role="cell" class="num number">{{ followUp.caseNumber }}</td>
              <td role="cell" class="outcome">
                @if (followUp.outcome) {
                  <app-chip [outcome]="followUp.outcome" />
                } @else {
                  <span class="small muted" i18n>Inget beslut</span>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
      @if (provider().followUps.length === 0) {
        <app-empty-state
          i18n-heading
          heading="Inte följd upp än"
          i18n-text
          text="En uppföljning öppnas från avtalet."
        />
      }
    </section>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s5);
    }
    .first a {
      font-weight: 650;
      color: inherit;
      text-decoration-color: var(--line-strong);
    }
    .number {
      white-space: nowrap;
    }
    .on-phone {
      display: none;
    }
    @media (max-width: 760px) {
      tr {
        grid-template-columns: auto 1fr;
        align-items: center;
      }
      .first,
      .outcome {
        grid-column: 1 / -1;
      }
      .first a {
        display: inline-block;
        padding-block: 8px;
      }
      .on-phone {
        display: inline;
      }
    }
  `,
})
export class ProviderCasesCards {
  readonly provider = input.required<ProviderView>();
  readonly mayAddContract = input(false);
}
