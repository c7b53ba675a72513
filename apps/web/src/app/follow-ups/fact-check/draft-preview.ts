import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { Id } from '@insyn/api-schema';
import { type FactCheckLetter, FactChecksApi } from '../../fact-checks/fact-checks-api.js';
import { toProblem } from '../../http/problem.js';

/** The draft as it would be sent, in a tab of its own; where the browser stops that, as a link. */
@Injectable()
export class DraftPreview {
  private readonly api = inject(FactChecksApi);
  readonly busy = signal(false);
  /** The address of the draft that was drawn up last. */
  readonly address = signal<string | null>(null);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.forget());
  }

  /** Fails with a `Problem`. The tab is opened at once, since a browser allows that only in answer to a press. */
  async open(followUpId: Id, letter: FactCheckLetter): Promise<void> {
    const tab = window.open('', '_blank');
    this.busy.set(true);
    this.forget();
    try {
      this.address.set(URL.createObjectURL(await this.api.preview(followUpId, letter)));
      if (tab) tab.location.href = this.address() ?? '';
    } catch (error) {
      tab?.close();
      throw toProblem(error);
    } finally {
      this.busy.set(false);
    }
  }

  private forget(): void {
    const address = this.address();
    if (address) URL.revokeObjectURL(address);
    this.address.set(null);
  }
}
