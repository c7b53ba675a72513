import { DestroyRef, effect, inject, Injectable } from '@angular/core';
import { PortalApi } from '../portal-api.js';
import { OpenRequest } from './open-request.js';

/** How long it waits before each look: a receipt is drawn up in a few seconds, and after a minute it is not looked for. */
const PAUSES_MS = [1000, 2000, 4000, 8000, 15_000, 30_000];

/** Looks for the receipt of what was just handed in until it has been drawn up. Provided by the page of a request. */
@Injectable()
export class ReceiptWatch {
  private readonly api = inject(PortalApi);
  private readonly request = inject(OpenRequest);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => this.begin(this.request.awaitedReceipt()));
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  private begin(receiptId: string | null): void {
    clearTimeout(this.timer);
    if (receiptId) this.wait(receiptId, 0);
  }

  private wait(receiptId: string, tried: number): void {
    const pause = PAUSES_MS[tried];
    if (pause !== undefined) this.timer = setTimeout(() => void this.look(receiptId, tried), pause);
  }

  private async look(receiptId: string, tried: number): Promise<void> {
    const id = this.request.id();
    if (!id) return;
    // What cannot be read now is looked for again; the page itself stands as it is.
    const view = await this.api.read(id).catch(() => null);
    if (this.request.id() !== id || this.request.awaitedReceipt() !== receiptId) return;
    if (view) this.request.takeSubmissions(view);
    if (this.request.awaitedReceipt() === receiptId) this.wait(receiptId, tried + 1);
  }
}
