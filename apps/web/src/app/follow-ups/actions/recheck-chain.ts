import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RecheckLink } from '@insyn/api-schema';
import { Chip } from '../../ui/chip.js';
import { DateLongPipe } from '../../ui/dates.js';

/** The re-checks of a root in their order, each with what it gave. */
@Component({
  selector: 'app-recheck-chain',
  imports: [RouterLink, Chip, DateLongPipe],
  template: `
    <section class="card">
      <h2 i18n>Återkontroller</h2>
      <ol>
        @for (recheck of rechecks(); track recheck.id) {
          <li>
            <div class="row spread">
              <a [routerLink]="['/uppfoljningar', recheck.id, 'krav']"
                ><ng-container i18n>Återkontroll</ng-container> {{ recheck.number }}</a
              >
              <span class="row">
                @if (recheck.outcome; as outcome) {
                  <app-chip [outcome]="outcome" />
                }
                <app-chip [state]="recheck.state" />
              </span>
            </div>
            @if (recheck.judged; as judged) {
              <p class="small">
                <ng-container i18n>Åtgärdade krav:</ng-container>&ngsp;<span class="num"
                  >{{ judged.verified }} <ng-container i18n>av</ng-container> {{ judged.total }}</span
                >
                @if (recheck.approvedOn; as on) {
                  <span class="muted">, {{ on | dateLong }}</span>
                }
              </p>
            } @else if (recheck.state === 'cancelled') {
              <p class="small muted">{{ recheck.reason }}</p>
            } @else if (recheck.due) {
              <p class="small muted"><ng-container i18n>Senast</ng-container> {{ recheck.due | dateLong }}</p>
            }
          </li>
        }
      </ol>
    </section>
  `,
  styles: `
    h2 {
      padding: 16px 22px 12px;
    }
    ol {
      list-style: none;
      padding: 0;
    }
    li {
      border-top: 1px solid var(--line);
      padding: 12px 22px;
      display: grid;
      gap: 4px;
    }
    a {
      font-weight: 600;
      min-height: 24px;
    }
  `,
})
export class RecheckChain {
  readonly rechecks = input.required<readonly RecheckLink[]>();
}
