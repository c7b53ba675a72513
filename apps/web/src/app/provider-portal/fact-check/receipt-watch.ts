import { DestroyRef, effect, inject, Injectable } from '@angular/core';
import { OpenFactCheck } from './open-fact-check.js';
import { PortalFactChecksApi } from './portal-fact-checks-api.js';

/** How long it waits before each look: a receipt is drawn up in a few seconds, and after a minute it is not looked for. */
const PAUSES_MS = [1000, 2000, 4000, 8000, 15_000, 30_000];

/** Looks for the receipt of what was just handed in until it has been drawn up. Provided by the page. */
@Injectable()
export class FactCheckReceiptWatch {
  private readonly api = inject(PortalFactChecksApi);
  private readonly factCheck = inject(OpenFactCheck);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      const receiptId = this.factCheck.awaitedReceipt();
      clearTimeout(this.timer);
      if (receiptId) this.wait(receiptId, 0);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  private wait(receiptId: string, tried: number): void {
    const pause = PAUSES_MS[tried];
    if (pause !== undefined) this.timer = setTimeout(() => void this.look(receiptId, tried), pause);
  }

  private async look(receiptId: string, tried: number): Promise<void> {
    const id = this.factCheck.id();
    if (!id) return;
    // What cannot be read now is looked for again; the page itself stands as it is.
    const view = await this.api.read(id).catch(() => null);
    if (this.factCheck.id() !== id || this.factCheck.awaitedReceipt() !== receiptId) return;
    if (view) this.factCheck.takeReceipt(view);
    if (this.factCheck.awaitedReceipt() === receiptId) this.wait(receiptId, tried + 1);
  }
}
