import { Component, computed, input } from '@angular/core';
import type { ReviewResult } from '@insyn/api-schema';
import { reviewResultText } from './review-words.js';

const LENGTH = 400;

/**
 * What a question of a review adds up to, as a bar: the share of the files that were reviewed and, where the sample allows
 * one, a line under it for the interval of all files (R5). The text beside it says the same numbers.
 */
@Component({
  selector: 'app-share-bar',
  template: `
    <svg [attr.viewBox]="'0 0 ' + length + ' 22'" preserveAspectRatio="none" role="img" [attr.aria-label]="label()">
      <rect class="all" x="0" y="0" [attr.width]="length" height="10" rx="3" />
      <rect class="found" x="0" y="0" [attr.width]="found()" height="10" rx="3" />
      @if (interval(); as span) {
        <path class="interval" [attr.d]="span" />
      }
    </svg>
  `,
  styles: `
    :host {
      display: block;
      max-width: 400px;
      margin-top: 6px;
    }
    svg {
      display: block;
      width: 100%;
      height: 22px;
    }
    .all {
      fill: var(--none-tint);
    }
    .found {
      fill: var(--pine);
    }
    .interval {
      fill: none;
      stroke: var(--ink-2);
      stroke-width: 2px;
      vector-effect: non-scaling-stroke;
    }
  `,
})
export class ShareBar {
  readonly result = input.required<ReviewResult>();

  protected readonly length = LENGTH;
  protected readonly label = computed(() => `${this.result().question} ${reviewResultText(this.result())}`);
  protected readonly found = computed(() => {
    const { found, of } = this.result();
    return of === 0 ? 0 : (found / of) * LENGTH;
  });
  /** A line with a stroke at each end, kept inside the picture where an end is none or all of the files. */
  protected readonly interval = computed(() => {
    const { interval, population } = this.result();
    if (!interval || population === 0) return null;
    const [from, to] = [interval.low, interval.high].map((count) => {
      const at = (count / population) * LENGTH;
      return Math.min(Math.max(at, 1), LENGTH - 1);
    });
    return `M${from} 13V21M${from} 17H${to}M${to} 13V21`;
  });
}
