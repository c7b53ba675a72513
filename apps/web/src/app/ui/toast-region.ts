import { Component, inject } from '@angular/core';
import { Toasts } from './toasts.js';

/** Where the receipts are shown and announced; one in the frame. */
@Component({
  selector: 'app-toast-region',
  template: `
    <div role="status" aria-live="polite">
      @for (toast of toasts.shown(); track toast.id) {
        <div class="toast" [class.problem]="toast.tone === 'problem'">
          <span>{{ toast.text }}</span>
          <button type="button" class="quiet" (click)="toasts.close(toast.id)" i18n>Stäng</button>
        </div>
      }
    </div>
  `,
  styles: `
    :host {
      position: fixed;
      right: 16px;
      bottom: 16px;
      z-index: 5;
      width: min(420px, calc(100vw - 32px));
    }
    .toast {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 12px;
      margin-top: 8px;
      padding: 6px 6px 6px 16px;
      border: 1px solid var(--line);
      border-left: 4px solid var(--met);
      border-radius: var(--r);
      background: var(--surface);
      box-shadow: var(--overlay-shadow);
    }
    .toast.problem {
      border-left-color: var(--notmet);
    }
  `,
})
export class ToastRegion {
  protected readonly toasts = inject(Toasts);
}
