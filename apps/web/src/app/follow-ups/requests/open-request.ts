import { computed, inject, Injectable, signal } from '@angular/core';
import type { Id } from '@insyn/api-schema';
import { toProblem } from '../../http/problem.js';
import { requestOf } from '../../information-requests/requests-api.js';
import { Toasts } from '../../ui/toasts.js';
import { OpenFollowUp } from '../open-follow-up.js';

/** The request that a page shows: read anew, with its case, after each change. */
@Injectable()
export class OpenRequest {
  private readonly followUp = inject(OpenFollowUp);
  private readonly toasts = inject(Toasts);
  readonly id = signal<Id>('');
  readonly resource = requestOf(this.id);
  readonly view = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly busy = signal(false);

  reload(): void {
    this.resource.reload();
  }

  /** Carries out a command and reads anew; a failure is told in a toast. True when it went through. */
  async act(command: () => Promise<unknown>, receipt: string): Promise<boolean> {
    if (this.busy()) return false;
    try {
      await this.carryOut(command, receipt);
      return true;
    } catch (error) {
      this.toasts.show(toProblem(error).title, 'problem');
      return false;
    }
  }

  /** As `act`, but fails with the `Problem`, for a form. */
  async carryOut(command: () => Promise<unknown>, receipt: string): Promise<void> {
    this.busy.set(true);
    try {
      await command();
      this.toasts.show(receipt);
      this.followUp.reload();
    } finally {
      this.busy.set(false);
      this.reload();
    }
  }
}
