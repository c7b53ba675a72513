import { Component, input, output } from '@angular/core';

let count = 0;

/** A button that says why it cannot be pressed instead of merely being off. */
@Component({
  selector: 'app-act-button',
  template: `
    <button
      type="button"
      [class.primary]="tone() === 'primary' && !why()"
      [class.danger]="tone() === 'danger' && !why()"
      [attr.aria-disabled]="why() ? 'true' : null"
      [attr.aria-describedby]="why() ? reasonId : null"
      [attr.aria-busy]="busy() || null"
      (click)="press()"
    >
      <ng-content />
    </button>
    @if (why(); as reason) {
      <span class="small" [id]="reasonId">{{ reason }}</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s2) var(--s3);
    }
  `,
})
export class ActButton {
  /** Why it may not be done now; null when it may. */
  readonly why = input.required<string | null>();
  readonly tone = input<'primary' | 'danger' | 'plain'>('plain');
  readonly busy = input(false);
  readonly pressed = output();
  protected readonly reasonId = `act-reason-${++count}`;

  protected press(): void {
    if (!this.why() && !this.busy()) this.pressed.emit();
  }
}
