import { Component, input } from '@angular/core';

/** The one bar that says what comes next and goes there; the button or link goes inside. */
@Component({
  selector: 'app-next-step',
  template: `
    <div class="text">
      <b i18n>Nästa steg:</b> {{ text() }}
      <ng-content select="[more]" />
    </div>
    <div class="buttons"><ng-content /></div>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--s3) var(--s4);
      background: var(--pine-tint);
      border-left: 4px solid var(--pine);
      border-radius: 0 var(--r) var(--r) 0;
      padding: 12px 16px;
    }
    .text {
      flex: 1 1 300px;
    }
    .buttons:empty {
      display: none;
    }
  `,
})
export class NextStep {
  readonly text = input.required<string>();
}
