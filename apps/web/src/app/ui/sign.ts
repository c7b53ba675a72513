import { Component, input } from '@angular/core';
import type { Tone } from './tone.js';

/** The shape of a verdict: round, half, square or ring. Mute: the word stands beside it, or in `label` for the ear. */
@Component({
  selector: 'app-sign',
  template: `
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
      @switch (tone()) {
        @case ('met') {
          <circle cx="6" cy="6" r="6" />
        }
        @case ('partly') {
          <circle class="ring" cx="6" cy="6" r="5" />
          <path d="M6 0a6 6 0 0 0 0 12z" />
        }
        @case ('notmet') {
          <rect width="12" height="12" rx="2" />
        }
        @default {
          <circle class="ring" cx="6" cy="6" r="5" />
        }
      }
    </svg>
    @if (label(); as text) {
      <span class="visually-hidden">{{ text }}</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      color: var(--line-strong);
    }
    :host(.met) {
      color: var(--met);
    }
    :host(.partly) {
      color: var(--partly);
    }
    :host(.notmet) {
      color: var(--notmet);
    }
    svg {
      fill: currentColor;
    }
    .ring {
      fill: none;
      stroke: currentColor;
      stroke-width: 2;
    }
  `,
  host: { '[class]': 'tone()' },
})
export class Sign {
  readonly tone = input.required<Tone>();
  readonly label = input<string | null>(null);
}
