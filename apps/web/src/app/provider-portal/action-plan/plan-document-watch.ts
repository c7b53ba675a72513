import { DestroyRef, effect, inject, Injectable } from '@angular/core';
import { OpenPlan } from './open-plan.js';
import { PortalPlansApi } from './portal-plans-api.js';

/** How long it waits before each look: a document is drawn up in a few seconds, and after a minute it is not looked for. */
const PAUSES_MS = [1000, 2000, 4000, 8000, 15_000, 30_000];

/** Looks for the document of what was just handed in until it has been drawn up. Provided by the page. */
@Injectable()
export class PlanDocumentWatch {
  private readonly api = inject(PortalPlansApi);
  private readonly plan = inject(OpenPlan);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      const documentId = this.plan.awaited();
      clearTimeout(this.timer);
      if (documentId) this.wait(documentId, 0);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  private wait(documentId: string, tried: number): void {
    const pause = PAUSES_MS[tried];
    if (pause !== undefined) this.timer = setTimeout(() => void this.look(documentId, tried), pause);
  }

  private async look(documentId: string, tried: number): Promise<void> {
    const id = this.plan.id();
    if (!id) return;
    // What cannot be read now is looked for again; the page itself stands as it is.
    const view = await this.api.read(id).catch(() => null);
    if (this.plan.id() !== id || this.plan.awaited() !== documentId) return;
    if (view) this.plan.takeRounds(view);
    if (this.plan.awaited() === documentId) this.wait(documentId, tried + 1);
  }
}
