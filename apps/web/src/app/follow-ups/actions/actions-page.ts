import { Component, computed, inject } from '@angular/core';
import { OpenFollowUp } from '../open-follow-up.js';
import { RecheckTab } from '../recheck/recheck-tab.js';
import { ActionsTab } from './actions-tab.js';
import { ProgressTab } from './progress-tab.js';

/** The states of a root in which its actions are frozen and followed. */
export const AFTER_APPROVAL = ['remedying', 'rechecking', 'closed'] as const;

/** The actions of a case: being written, followed after approval, or judged where the case is a re-check. */
@Component({
  selector: 'app-actions-page',
  imports: [ActionsTab, ProgressTab, RecheckTab],
  template: `
    @switch (part()) {
      @case ('recheck') {
        <app-recheck-tab />
      }
      @case ('progress') {
        <app-progress-tab />
      }
      @case ('writing') {
        <app-actions-tab />
      }
    }
  `,
})
export class ActionsPage {
  private readonly followUp = inject(OpenFollowUp);
  protected readonly part = computed(() => {
    const view = this.followUp.view();
    if (!view) return null;
    if (view.kind === 're-check') return 'recheck';
    return AFTER_APPROVAL.some((state) => state === view.state) ? 'progress' : 'writing';
  });
}
