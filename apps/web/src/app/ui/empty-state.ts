import { Component, input } from '@angular/core';

/** What belongs on an empty page and how to begin; the first step's button goes inside. */
@Component({
  selector: 'app-empty-state',
  template: `
    <p class="heading">{{ heading() }}</p>
    @if (text(); as more) {
      <p class="muted prose">{{ more }}</p>
    }
    <div class="buttons"><ng-content /></div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s2);
      padding: 20px var(--s4);
    }
    .heading {
      font-weight: 650;
    }
    .buttons:not(:empty) {
      margin-top: var(--s2);
    }
  `,
})
export class EmptyState {
  readonly heading = input.required<string>();
  readonly text = input<string | null>(null);
}
