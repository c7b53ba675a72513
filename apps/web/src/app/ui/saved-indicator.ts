import { Component, computed, input } from '@angular/core';
import type { DraftState } from '../drafts/drafts.js';
import { formatTimeOfDay } from './dates.js';

/** "Sparat 14:32", or why not yet. */
@Component({
  selector: 'app-saved-indicator',
  template: `<span role="status" [class.late]="problem()">{{ text() }}</span>`,
  styles: `
    :host {
      font-size: 14px;
      color: var(--ink-2);
      white-space: nowrap;
      font-variant-numeric: tabular-nums;
    }
    .late {
      font-weight: 600;
    }
  `,
})
export class SavedIndicator {
  readonly state = input.required<DraftState>();
  readonly savedAt = input<Date | string | null>(null);

  protected readonly problem = computed(() => ['waiting', 'refused', 'conflict'].includes(this.state()));
  protected readonly text = computed(() => {
    switch (this.state()) {
      case 'changed':
      case 'saving':
        return $localize`Sparar …`;
      case 'waiting':
        return $localize`Inte sparat än. Texten finns kvar här.`;
      case 'refused':
        return $localize`Inte sparat. Rätta det som är markerat.`;
      case 'conflict':
        return $localize`Inte sparat. Någon annan har ändrat.`;
      default:
        return this.savedAt() ? $localize`Sparat ${formatTimeOfDay(this.savedAt())}` : '';
    }
  });
}
