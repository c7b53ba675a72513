import { Component, computed, input } from '@angular/core';
import { EXCLUSION_LAW, type ExclusionBasis, LAW_REGISTER, paragraphInWords } from '@insyn/domain';
import { Chip } from '../../ui/chip.js';
import { DateLongPipe } from '../../ui/dates.js';

/** Why three years are shown for a contract, what they are counted from, and what the law says of it. */
@Component({
  selector: 'app-exclusion-law',
  imports: [Chip, DateLongPipe],
  template: `
    <p class="small muted prose">{{ law().why }}</p>
    <details>
      <summary i18n>Så räknas tiden, och vad lagen säger</summary>
      <div class="stack body">
        <p class="prose" i18n>
          Här räknas tiden från den dag beslutet skickades till utföraren. Lagen räknar från den händelse som läggs till
          grund för uteslutning, och säger inte vilken dag det är för en påföljd enligt avtal. En varning eller en
          rättelse är i sig varken uppsägning eller skadestånd. Om något får leda till uteslutning prövas i den enskilda
          upphandlingen.
        </p>
        <dl>
          @for (reading of readings(); track $index) {
            <dt>{{ reading.citation }}</dt>
            <dd>
              <p class="prose">{{ reading.says }}</p>
              <p class="small muted">
                @if (reading.checked; as checked) {
                  <ng-container i18n>Kontrollerad mot {{ checked.against }}</ng-container
                  >, {{ checked.on | dateLong }}.
                } @else {
                  <app-chip tone="partly" [label]="unchecked" />
                }
              </p>
            </dd>
          }
        </dl>
      </div>
    </details>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s2);
    }
    summary {
      min-height: 44px;
      display: list-item;
      align-content: center;
      cursor: pointer;
      color: var(--pine);
      font-weight: 600;
    }
    .body {
      padding-top: var(--s2);
    }
    dt {
      font-weight: 650;
    }
    dd {
      margin: 2px 0 var(--s3);
    }
  `,
})
export class ExclusionLaw {
  readonly basis = input.required<ExclusionBasis>();

  protected readonly unchecked = $localize`Inte kontrollerad mot källan`;
  protected readonly law = computed(() => EXCLUSION_LAW[this.basis()]);
  protected readonly readings = computed(() =>
    this.law().readings.map((reading) => {
      const entry = LAW_REGISTER.find(({ number }) => number === reading.number);
      const name = entry === undefined ? reading.number : `${entry.shortName} (${entry.number})`;
      return { ...reading, citation: `${name}, ${paragraphInWords(reading.paragraph)}` };
    }),
  );
}
