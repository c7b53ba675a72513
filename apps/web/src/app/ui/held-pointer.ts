import { DOCUMENT, inject, Injectable, signal } from '@angular/core';

/**
 * Whether a mouse button or a finger is down. Leaving a field by pressing a button shows the field's error above it, and a
 * page that moves between press and release takes the button away from under the pointer: the click is lost.
 */
@Injectable({ providedIn: 'root' })
export class HeldPointer {
  private readonly down = signal(false);
  readonly held = this.down.asReadonly();

  constructor() {
    const document = inject(DOCUMENT);
    document.addEventListener('pointerdown', () => this.down.set(true), { capture: true });
    // The click comes right after the release; what waited may show when it has been dealt with.
    for (const end of ['pointerup', 'pointercancel', 'dragend']) {
      document.addEventListener(end, () => setTimeout(() => this.down.set(false)), { capture: true });
    }
  }
}
