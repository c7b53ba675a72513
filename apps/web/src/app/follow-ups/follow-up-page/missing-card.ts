import { Component, computed, inject } from '@angular/core';
import { OpenFollowUp } from '../open-follow-up.js';
import { BlockerList } from './blocker-list.js';

/** What is missing before the judgement can be sent, always in sight while one writes. */
@Component({
  selector: 'app-missing-card',
  imports: [BlockerList],
  template: `
    <section class="card inner">
      <h2 i18n>Det som saknas</h2>
      @if (missing().length > 0) {
        <p class="small muted" i18n>Innan bedömningen kan skickas för beslut.</p>
        <app-blocker-list class="small" [followUpId]="followUp.id() ?? ''" [blockers]="missing()" />
      } @else {
        <p class="small muted" i18n>Inget saknas. Den samlade bedömningen kan skickas för beslut.</p>
      }
    </section>
  `,
  styles: `
    .inner {
      padding: 14px;
    }
    h2 {
      font-size: 16px;
    }
    app-blocker-list {
      display: block;
      margin-top: var(--s2);
    }
  `,
})
export class MissingCard {
  protected readonly followUp = inject(OpenFollowUp);
  protected readonly missing = computed(() => this.followUp.view()?.missing ?? []);
}
