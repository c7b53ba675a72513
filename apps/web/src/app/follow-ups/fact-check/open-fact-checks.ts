import { computed, inject, Injectable } from '@angular/core';
import { factChecksOf } from '../../fact-checks/fact-checks-api.js';
import { OpenFollowUp } from '../open-follow-up.js';

/** The fact checks of the open case: read anew, with the case, after each change. Provided by the tab. */
@Injectable()
export class OpenFactChecks {
  private readonly followUp = inject(OpenFollowUp);
  readonly resource = factChecksOf(this.followUp.id);
  readonly all = computed(() => (this.resource.hasValue() ? this.resource.value() : []));

  /** Carries out a command and reads both anew; fails with the `Problem`. */
  async carryOut(command: () => Promise<unknown>, receipt: string): Promise<void> {
    try {
      await this.followUp.carryOut(command, receipt);
    } finally {
      this.resource.reload();
    }
  }

  /** As `carryOut`, but a failure is told in a toast. */
  async act(command: () => Promise<unknown>, receipt: string): Promise<void> {
    await this.followUp.act(command, receipt);
    this.resource.reload();
  }

  /** After something that saved itself: the answers, what remains and the case's version. */
  reload(): void {
    this.followUp.reload();
    this.resource.reload();
  }
}
