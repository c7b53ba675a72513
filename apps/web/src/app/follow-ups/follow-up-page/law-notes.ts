import { Component, computed, inject } from '@angular/core';
import { OpenFollowUp } from '../open-follow-up.js';
import { BlockerList } from './blocker-list.js';

/** The laws cited in the case that nobody has checked against their source, each with its place; they stop nothing. */
@Component({
  selector: 'app-law-notes',
  imports: [BlockerList],
  template: `
    @if (notes().length > 0) {
      <section class="notice small" aria-labelledby="law-notes-heading">
        <h3 id="law-notes-heading" i18n>Att känna till om lagrummen</h3>
        <app-blocker-list [followUpId]="followUp.id() ?? ''" [blockers]="notes()" />
        <p class="muted" i18n>Jämför nummer, titel och lydelse med den publicerade texten. Det hindrar inte ärendet.</p>
      </section>
    }
  `,
  styles: `
    :host:empty {
      display: none;
    }
    h3 {
      font-size: 15px;
    }
    p {
      margin-top: 4px;
    }
  `,
})
export class LawNotes {
  protected readonly followUp = inject(OpenFollowUp);
  protected readonly notes = computed(() => this.followUp.view()?.notes ?? []);
}
