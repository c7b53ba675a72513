import { afterNextRender, Component, DestroyRef, inject, input, output, viewChild } from '@angular/core';
import type { ElementRef } from '@angular/core';

let count = 0;

/** A native modal dialog, open as long as it is in the page; the focus goes back to where it was. */
@Component({
  selector: 'app-modal-dialog',
  template: `
    <dialog #dialog [attr.aria-labelledby]="headingId" (cancel)="cancel($event)">
      <div class="stack">
        <h2 [id]="headingId">{{ heading() }}</h2>
        <ng-content />
      </div>
    </dialog>
  `,
})
export class ModalDialog {
  readonly heading = input.required<string>();
  /** Whether Escape closes it. */
  readonly dismissable = input(true);
  readonly dismissed = output();

  protected readonly headingId = `dialog-${++count}`;
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    const before = document.activeElement;
    afterNextRender(() => this.dialog().nativeElement.showModal());
    inject(DestroyRef).onDestroy(() => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    });
  }

  protected cancel(event: Event): void {
    event.preventDefault();
    if (this.dismissable()) this.dismissed.emit();
  }
}
