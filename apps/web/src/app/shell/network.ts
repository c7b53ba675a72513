import { DestroyRef, inject, Injectable, signal } from '@angular/core';

/** Whether the browser has a network. */
@Injectable({ providedIn: 'root' })
export class Network {
  private readonly connected = signal(navigator.onLine);
  readonly online = this.connected.asReadonly();

  constructor() {
    const listening = new AbortController();
    window.addEventListener('online', () => this.connected.set(true), { signal: listening.signal });
    window.addEventListener('offline', () => this.connected.set(false), { signal: listening.signal });
    inject(DestroyRef).onDestroy(() => listening.abort());
  }
}
