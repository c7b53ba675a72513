import { Component, input } from '@angular/core';
import { formatShare, type PlanItem, type PlanShare } from '@insyn/domain';
import { DateLongPipe } from '../ui/dates.js';

/** What is planned for one requirement, or answered to a recommendation, to read. */
@Component({
  selector: 'app-plan-item-text',
  imports: [DateLongPipe],
  template: `
    @if (item().kind === 'recommendation') {
      <p class="pre">{{ item().answer || none }}</p>
    } @else {
      <dl>
        <dt i18n>Orsak</dt>
        <dd class="pre">{{ item().cause || none }}</dd>
        <dt i18n>Åtgärder</dt>
        <dd>
          @for (measure of item().measures; track $index) {
            <p class="measure">
              <span class="pre">{{ measure.text || none }}</span>
              <span class="small muted">
                {{ measure.responsible || none }}
                @if (measure.due; as due) {
                  <ng-container i18n>· klart {{ due | dateLong }}</ng-container>
                }
              </span>
            </p>
          } @empty {
            {{ none }}
          }
        </dd>
        <dt i18n>Så visar sig effekten</dt>
        <dd>
          <span class="pre">{{ item().effect.how || none }}</span>
          @if (item().effect.followUpOn; as on) {
            <span class="small muted" i18n>Följs upp {{ on | dateLong }}</span>
          }
          @if (counted(); as text) {
            <span class="small num">{{ text }}</span>
          }
        </dd>
      </dl>
    }
  `,
  styles: `
    dl {
      display: grid;
      gap: 2px;
    }
    dt {
      font-weight: 600;
      font-size: 14px;
      color: var(--ink-2);
    }
    dd {
      display: grid;
      gap: 4px;
      padding-bottom: 10px;
    }
    .measure {
      display: grid;
      padding-block: 2px;
    }
    .pre {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class PlanItemText {
  readonly item = input.required<PlanItem>();
  protected readonly none = $localize`Inget skrivet`;

  protected counted(): string | null {
    const { before, target, measure } = this.item().effect;
    const share = (words: string, { k, n }: PlanShare) => `${words} ${formatShare(k, n)}`;
    const parts = [
      ...(before ? [share($localize`Före:`, before)] : []),
      ...(target ? [share($localize`mål:`, target)] : []),
    ];
    return parts.length > 0 ? [parts.join(', '), measure].filter(Boolean).join(' ') : null;
  }
}
