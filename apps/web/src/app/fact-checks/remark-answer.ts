import { Component, computed, input } from '@angular/core';
import type { RemarkAnswerView } from '@insyn/api-schema';
import { REMARK_OUTCOME_LABELS } from '@insyn/domain';
import { InstantShortPipe } from '../ui/dates.js';

/** The municipality's answer to a remark, as both sides read it. */
@Component({
  selector: 'app-remark-answer',
  imports: [InstantShortPipe],
  template: `
    <p>
      <b>{{ word() }}</b>
    </p>
    <p class="pre prose">{{ answer().text }}</p>
    <p class="small muted">
      {{ answer().answeredBy }} <span class="num">{{ answer().answeredAt | instantShort }}</span>
    </p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 4px;
      border-left: 3px solid var(--pine);
      padding-left: 14px;
    }
    .pre {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class RemarkAnswer {
  readonly answer = input.required<RemarkAnswerView>();
  protected readonly word = computed(() => {
    const label = REMARK_OUTCOME_LABELS[this.answer().outcome];
    return $localize`Kommunens svar: ${label}`;
  });
}
