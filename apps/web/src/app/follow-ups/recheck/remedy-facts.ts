import { Component, computed, input } from '@angular/core';
import type { ActionInFollowUp, EffectShare, PlannedRemedy } from '@insyn/api-schema';
import { formatDateShort, formatFigureValue } from '@insyn/domain';
import { Chip } from '../../ui/chip.js';
import { DateLongPipe, DateShortPipe } from '../../ui/dates.js';

type Measure = PlannedRemedy['measures'][number];

const PLAN_WORDS = {
  sufficient: $localize`Planen är tillräcklig`,
  incomplete: $localize`Planen behöver kompletteras`,
  rejected: $localize`Planen godtas inte`,
};

/** "7 av 9, 78 %". */
export function shareText(share: EffectShare): string {
  return formatFigureValue({ kind: 'counted', found: share.k, total: share.n });
}

/** What the provider planned for one action and what it has reported as done. */
@Component({
  selector: 'app-remedy-facts',
  imports: [Chip, DateLongPipe, DateShortPipe],
  template: `
    @if (action().plan; as plan) {
      <details [open]="open()">
        <summary>
          <ng-container i18n>Utförarens plan</ng-container>&ngsp;
          <span class="muted small">{{ plan.submittedOn | dateShort }}</span>
        </summary>
        <div class="inside">
          @if (plan.verdict; as verdict) {
            <p class="small">
              <b>{{ words[verdict] }}.</b>&ngsp;{{ plan.verdictText }}
            </p>
          }
          @if (action().kind === 'requirement') {
            <dl class="facts small">
              <dt i18n>Orsak</dt>
              <dd class="text">{{ plan.cause }}</dd>
              <dt i18n>Åtgärder</dt>
              <dd>
                <ul>
                  @for (measure of plan.measures; track $index) {
                    <li>
                      {{ measure.text }}
                      <span class="muted">{{ who(measure) }}</span>
                    </li>
                  }
                </ul>
              </dd>
              <dt i18n>Så syns effekten</dt>
              <dd>
                <span class="text">{{ plan.effect.how }}</span>
                @if (plan.effect.measure) {
                  <br />{{ plan.effect.measure }}
                }
                @if (plan.effect.before; as before) {
                  <br /><ng-container i18n>Före:</ng-container>&ngsp;<span class="num">{{ share(before) }}</span>
                }
                @if (plan.effect.target; as target) {
                  <br /><ng-container i18n>Mål:</ng-container>&ngsp;<span class="num">{{ share(target) }}</span>
                }
              </dd>
            </dl>
          } @else {
            <p class="text small">{{ plan.answer }}</p>
          }
        </div>
      </details>
    }
    @for (report of action().reports; track report.id) {
      <div class="report">
        <p class="row">
          <app-chip i18n-label label="Anmält som åtgärdat" />
          <span class="small muted">{{ report.reportedOn | dateLong }}</span>
        </p>
        <p class="text small">{{ report.text }}</p>
        @if (report.effect; as effect) {
          <p class="small">
            <ng-container i18n>Effekt enligt utföraren:</ng-container>&ngsp;<span class="num">{{ share(effect) }}</span>
          </p>
        }
        @if (report.files.length > 0) {
          <ul class="small">
            @for (file of report.files; track file.id) {
              <li>
                <a [href]="file.href" target="_blank" rel="noopener">{{ file.fileName }}</a>
              </li>
            }
          </ul>
        }
      </div>
    }
    @if (nothing()) {
      <p class="small muted" i18n>Utföraren har inte lämnat någon plan eller anmält något som åtgärdat.</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s3);
      min-width: 0;
    }
    summary {
      min-height: 44px;
      display: list-item;
      padding-block: 10px;
      font-weight: 600;
      font-size: 15px;
    }
    .inside,
    .report {
      display: grid;
      gap: 6px;
      border-left: 3px solid var(--line);
      padding-left: 14px;
    }
    .text {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    ul {
      padding-left: 18px;
    }
    @media (max-width: 480px) {
      .facts {
        grid-template-columns: minmax(0, 1fr);
        gap: 2px;
      }
      .facts dd {
        margin-bottom: 8px;
      }
    }
  `,
})
export class RemedyFacts {
  readonly action = input.required<ActionInFollowUp>();
  readonly open = input(false);
  protected readonly words = PLAN_WORDS;
  protected readonly share = shareText;
  /** "Verksamhetschef, 15 jan". */
  protected who({ responsible, due }: Measure): string {
    return [responsible, due && formatDateShort(due)].filter(Boolean).join(', ');
  }

  protected readonly nothing = computed(
    () => this.action().kind === 'requirement' && !this.action().plan && this.action().reports.length === 0,
  );
}
