import { Injectable, signal } from '@angular/core';

/** A short receipt; a problem stays until it is closed. */
export interface Toast {
  id: number;
  text: string;
  tone: 'receipt' | 'problem';
}

const SHOWN_MS = 6000;

/** Receipts after each sending: "Publicerat 14:32". They are read out without moving the focus. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly held = signal<readonly Toast[]>([]);
  private count = 0;
  readonly shown = this.held.asReadonly();

  show(text: string, tone: Toast['tone'] = 'receipt'): void {
    const toast: Toast = { id: ++this.count, text, tone };
    this.held.update((toasts) => [...toasts.slice(-2), toast]);
    if (tone === 'receipt') setTimeout(() => this.close(toast.id), SHOWN_MS);
  }

  close(id: number): void {
    this.held.update((toasts) => toasts.filter((toast) => toast.id !== id));
  }
}
