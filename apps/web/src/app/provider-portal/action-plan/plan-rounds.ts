import { Component, computed, input } from '@angular/core';
import type { PlanRoundView, PortalPlanView } from '@insyn/api-schema';
import { PLAN_VERDICT_LABELS } from '@insyn/domain';
import { IncomingLine } from '../../action-plans/incoming-line.js';
import { PlanItemText } from '../../action-plans/plan-item-text.js';

/** Each time the plan was handed in: when, by whom, the document, what was said of it, and the plan as it was. */
@Component({
  selector: 'app-plan-rounds',
  imports: [IncomingLine, PlanItemText],
  template: `
    <section class="card" aria-labelledby="inlamnat">
      <h2 id="inlamnat" i18n>Inlämnat</h2>
      @for (round of newestFirst(); track round.id) {
        <div class="round">
          <p>
            <b i18n>Omgång {{ round.number }}</b
            >&ngsp;
            <app-incoming-line [round]="round" />
          </p>
          <p class="row">
            @if (round.document?.href; as href) {
              <a [href]="href" download i18n>Ladda ner planen som PDF</a>
            } @else {
              <span class="small muted" i18n>Planen som PDF tas fram och finns här om en stund.</span>
            }
            <span class="small muted num" [title]="round.seal" i18n>Sigill {{ round.seal.slice(0, 12) }}</span>
          </p>
          @for (verdict of round.verdicts; track verdict.actionId) {
            <p class="small">
              <b>{{ nameOf(verdict.actionId) }}, {{ labels[verdict.verdict].toLowerCase() }}.</b>
              {{ verdict.text }}
            </p>
          }
          <details>
            <summary i18n>Visa planen i omgången</summary>
            @for (item of round.items; track item.actionId) {
              <h3>{{ nameOf(item.actionId) }}</h3>
              <app-plan-item-text [item]="item" />
            }
          </details>
        </div>
      }
    </section>
  `,
  styles: `
    h2 {
      padding: 16px 22px 12px;
    }
    .round {
      border-top: 1px solid var(--line);
      padding: 14px 22px;
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 6px;
    }
    summary {
      min-height: 44px;
      display: list-item;
      padding-block: 10px;
      color: var(--pine);
      cursor: pointer;
    }
    @media (max-width: 600px) {
      h2,
      .round {
        padding-inline: 16px;
      }
    }
  `,
})
export class PlanRounds {
  readonly view = input.required<PortalPlanView>();
  protected readonly labels = PLAN_VERDICT_LABELS;
  protected readonly newestFirst = computed((): PlanRoundView[] => [...this.view().rounds].reverse());

  protected nameOf(actionId: string): string {
    const { requirements, recommendations } = this.view().demand;
    const requirement = requirements.find((action) => action.actionId === actionId);
    if (requirement) return $localize`Krav ${requirement.number}`;
    const recommendation = recommendations.find((action) => action.actionId === actionId);
    return recommendation ? $localize`Rekommendation ${recommendation.number}` : '';
  }
}
