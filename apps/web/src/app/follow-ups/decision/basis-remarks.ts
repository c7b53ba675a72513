import { Component, computed, input } from '@angular/core';
import type { DecisionFactCheck } from '@insyn/api-schema';
import { Chip } from '../../ui/chip.js';
import { DateLongPipe } from '../../ui/dates.js';

/** What the provider said of the draft, remark by remark, and what the officer answered. */
@Component({
  selector: 'app-basis-remarks',
  imports: [Chip, DateLongPipe],
  template: `
    <section class="card padded stack" aria-labelledby="remarks-heading">
      <h2 id="remarks-heading" i18n>Faktakontroll</h2>
      @if (factCheck(); as check) {
        <p class="small muted">
          <ng-container i18n>Utkastet skickades</ng-container> {{ check.sentOn | dateLong }}. {{ outcome() }}
        </p>
        @for (remark of check.remarks; track remark.id) {
          <article class="remark">
            <h3>{{ remark.place }}</h3>
            <blockquote class="prose text">{{ remark.text }}</blockquote>
            @if (remark.answer; as answer) {
              <p class="prose text">
                <app-chip [tone]="answer.accepted ? 'met' : 'none'" [label]="answer.accepted ? accepted : refused" />
                {{ answer.text }} <span class="small muted">{{ answer.by }}</span>
              </p>
            } @else {
              <p><app-chip tone="notmet" [label]="unanswered" /></p>
            }
          </article>
        }
      } @else {
        <p class="muted">
          <ng-container i18n>Ingen faktakontroll har gjorts.</ng-container>&ngsp;
          @if (whyNone(); as why) {
            <ng-container i18n>Skäl:</ng-container> {{ why }}
          }
        </p>
      }
    </section>
  `,
  styles: `
    .remark {
      border-top: 1px solid var(--line);
      padding-top: var(--s3);
    }
    .text {
      white-space: pre-wrap;
    }
  `,
})
export class BasisRemarks {
  readonly factCheck = input.required<DecisionFactCheck | null>();
  readonly whyNone = input<string | null>(null);

  protected readonly accepted = $localize`Godtas`;
  protected readonly refused = $localize`Godtas inte`;
  protected readonly unanswered = $localize`Inte besvarad`;
  protected readonly outcome = computed(() => {
    const check = this.factCheck();
    if (!check) return '';
    if (check.noRemarks) return $localize`Utföraren hade inga synpunkter.`;
    if (check.remarks.length === 1) return $localize`Utföraren lämnade en synpunkt.`;
    if (check.remarks.length > 1) return $localize`Utföraren lämnade ${check.remarks.length} synpunkter.`;
    return check.state === 'sent' ? $localize`Utföraren har inte svarat än.` : $localize`Utföraren svarade inte.`;
  });
}
