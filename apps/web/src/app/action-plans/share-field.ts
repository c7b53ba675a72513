import { Component, input, output } from '@angular/core';
import type { WrittenShare } from './written-item.js';

/** "k av n" as two numbers to type. */
@Component({
  selector: 'app-share-field',
  template: `
    <fieldset>
      <legend>{{ label() }} <span class="hint" i18n>Frivilligt</span></legend>
      <div class="row">
        <input
          type="text"
          inputmode="numeric"
          [id]="controlId()"
          [value]="share().k"
          [attr.aria-label]="label() + ', ' + found"
          [attr.aria-invalid]="fault() ? 'true' : null"
          [attr.aria-describedby]="fault() ? controlId() + '-fel' : null"
          (input)="change({ k: $any($event.target).value })"
        />
        <span i18n>av</span>
        <input
          type="text"
          inputmode="numeric"
          [value]="share().n"
          [attr.aria-label]="label() + ', ' + total"
          [attr.aria-invalid]="fault() ? 'true' : null"
          [attr.aria-describedby]="fault() ? controlId() + '-fel' : null"
          (input)="change({ n: $any($event.target).value })"
        />
      </div>
      @if (fault(); as text) {
        <p class="error-text" [id]="controlId() + '-fel'">{{ text }}</p>
      }
      @for (text of hints(); track text) {
        <p class="hint">{{ text }}</p>
      }
    </fieldset>
  `,
  styles: `
    legend {
      font-weight: 600;
      padding: 0;
    }
    .row {
      display: flex;
      align-items: center;
      gap: 8px;
    }
    input {
      width: 84px;
    }
  `,
})
export class ShareField {
  readonly label = input.required<string>();
  readonly controlId = input.required<string>();
  readonly share = input.required<WrittenShare>();
  readonly fault = input<string | null>(null);
  readonly hints = input<readonly string[]>([]);
  readonly changed = output<WrittenShare>();

  protected readonly found = $localize`antal`;
  protected readonly total = $localize`av hur många`;

  protected change(part: Partial<WrittenShare>): void {
    this.changed.emit({ ...this.share(), ...part });
  }
}
